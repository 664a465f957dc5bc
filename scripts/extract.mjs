#!/usr/bin/env node
// Writes extraction records straight from the sources, without a build; of a folder its .txt files but for those that its held-out.txt names: node scripts/extract.mjs PATH… --out DIR [--until segment|annotate]
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  options: { out: { type: 'string' }, until: { type: 'string' } },
  allowPositionals: true,
})
if (!values.out || positionals.length === 0) {
  console.error('usage: node scripts/extract.mjs PATH… --out DIR [--until segment|annotate]')
  process.exit(2)
}
const require = createRequire(import.meta.url)
require('./register-ts.cjs')
const { readPaths } = require('../import/read/read-paths.ts')
const { recordFileName, toRecord } = require('../import/record.ts')
const { textsOf } = require('../tests/support/score.ts')
const extractDocument = chain(values.until)

mkdirSync(values.out, { recursive: true })
let failed = 0
const paths = positionals.flatMap(path => (statSync(path).isDirectory() ? textsOf(path).map(name => join(path, name)) : [path]))
for await (const read of readPaths(paths)) {
  if (read.error) {
    console.error(read.error.message)
    failed++
    continue
  }
  const record = extractDocument(read.document)
  writeFileSync(join(values.out, recordFileName(record.document)), `${JSON.stringify(record, null, 1)}\n`)
}
process.exit(failed > 0 ? 1 : 0)

/** The whole chain, or the chain up to a stage with nothing found by the later ones. */
function chain(until) {
  if (!until) return require('../import/pipeline.ts').extractDocument
  const { cleanPage } = require('../import/clean/clean-page.ts')
  const { segmentPage } = require('../import/segment/segment-page.ts')
  const annotatePage =
    until === 'segment'
      ? page => ({ page, entities: [], mentions: [], positions: [] })
      : require('../import/annotate/annotate-page.ts').annotatePage
  return document => {
    const annotated = annotatePage(segmentPage(cleanPage(document)))
    return toRecord({ annotated, entities: annotated.entities, claims: [], figures: [] })
  }
}
