#!/usr/bin/env node
// Copies the data that stands beside the sources (word lists, checksums) to the same place in dist, where the compiled code looks for it.
import { cpSync, readdirSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const code = new Set(['.ts', '.mjs', '.cjs', '.js', '.md'])

for (const folder of ['cli', 'import', 'src', 'model', 'database']) {
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || code.has(extname(entry.name))) continue
    const file = join(entry.parentPath ?? entry.path, entry.name)
    cpSync(file, join(root, 'dist', file.slice(root.length)), { preserveTimestamps: true })
  }
}
