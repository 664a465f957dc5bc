/** Where Maitu itself lies, run from its sources or compiled. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder with package.json, schema/ and samples/. */
export const ROOT = existsSync(join(dirname(__dirname), 'package.json')) ? dirname(__dirname) : dirname(dirname(__dirname))

export const MIGRATIONS = join(ROOT, 'schema', 'migrations')
export const EXAMPLES = join(ROOT, 'schema', 'examples')
export const SAMPLES = join(ROOT, 'samples')
export const PLAYGROUND = join(ROOT, 'dist', 'playground')
