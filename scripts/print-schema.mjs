#!/usr/bin/env node
import { execFileSync } from 'node:child_process'
// Writes schema/schema.graphql from the classes in src/; with --check only says whether it is current.
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const file = join(root, 'schema/schema.graphql')
// Compiled into a folder of its own, so that a check neither needs nor changes dist/.
const out = mkdtempSync(join(tmpdir(), 'maitu-schema-'))
try {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const options = ['--outDir', out, '--incremental', 'false', '--sourceMap', 'false', '--noCheck']
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), ...options], { stdio: 'inherit' })
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'))
  const { printServiceSchema } = createRequire(import.meta.url)(join(out, 'src/schema.js'))
  const printed = printServiceSchema()
  if (!process.argv.includes('--check')) writeFileSync(file, printed)
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== printed) {
    console.error('schema/schema.graphql is not what the classes say. Run: node scripts/print-schema.mjs')
    process.exitCode = 1
  }
} finally {
  rmSync(out, { recursive: true, force: true })
}
