#!/usr/bin/env node
// Writes THIRD-PARTY-NOTICES.md from package-lock.json: every package that runs with Maitu or is bundled into its playground, with its licence.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

/** Names and licences of what the lock file says is needed, one row for each name. */
function notices() {
  const rows = new Map()
  for (const [path, entry] of Object.entries(packages)) {
    const name = path.split('node_modules/').at(-1)
    if (path !== '' && (!entry.dev || bundled.has(path))) rows.set(name, entry.license ?? 'see the package')
  }
  const table = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, license]) => `| ${name} | ${license} |`)
  return `${HEAD}\n| package | licence |\n|---|---|\n${table.join('\n')}\n`
}

/** What graphiql brings along into the bundle of the playground. */
const bundled = closure(['graphiql', 'react', 'react-dom', 'monaco-editor', 'monaco-graphql'])

function closure(names) {
  const found = new Set()
  const visit = (name, from) => {
    const path = locate(name, from)
    if (path === null || found.has(path)) return
    found.add(path)
    for (const inner of Object.keys(packages[path].dependencies ?? {})) visit(inner, path)
  }
  for (const name of names) visit(name, '')
  return found
}

/** Where Node would find a package from another: the nearest node_modules upwards. */
function locate(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[path]) return path
    if (folder === '') return null
  }
}

const HEAD = `# Third-party notices

Maitu itself is under the Apache License 2.0 (LICENSE).

**Neo4j** Community Edition is under the GNU General Public License, version 3. Maitu neither contains nor links it: it is fetched from Maven's
repository onto the user's machine, runs there as a process of its own, and is spoken to over the network (Bolt). The same holds for the
container image \`neo4j:5.26-community\`.

The packages below are installed by npm, or bundled into the playground, each with its licence text in its own folder under node_modules.
This file is written by \`npm run print:notices\`.
`

const file = join(root, 'THIRD-PARTY-NOTICES.md')
const text = notices()
if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  console.error('THIRD-PARTY-NOTICES.md is not that of package-lock.json: run npm run print:notices')
  process.exit(1)
}
