#!/usr/bin/env node
// Extracts the annotated documents and writes docs/extraction-scores.md: node scripts/write-scores.mjs [--held-out]
// The pages that a held-out.txt names are scored only where asked: they are looked at to decide whether to stop, not to develop on.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { 'held-out': { type: 'boolean' } } })
const load = createRequire(import.meta.url)
load('./register-ts.cjs')
const { scanPage } = load('../tests/support/scan-page.ts')
const { givenDocuments, ownPages, score, scorerIsHere } = load('../tests/support/score.ts')
if (!scorerIsHere) {
  console.error(
    'The scorer and the annotated documents stand beside the repository, in ../shared; without them there is nothing to write.',
  )
  process.exit(2)
}
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bars = JSON.parse(readFileSync(join(root, 'tests', 'import', 'score-bars.json'), 'utf8'))
const own = ownPages('pages', 'development')
const groups = [
  { title: 'Development documents', group: givenDocuments(), bar: 'development' },
  { title: 'Own pages', group: own, bar: 'unseen' },
  { title: 'Scans made of them', group: own, bar: 'unseen', change: scanPage },
  ...(values['held-out'] ? [{ title: 'Own pages set aside', group: ownPages('pages', 'set aside'), bar: 'unseen' }] : []),
  { title: 'Layouts', group: ownPages('layouts', 'development'), bar: 'unseen', only: bars.layouts },
  ...(values['held-out']
    ? [{ title: 'Layouts set aside', group: ownPages('layouts', 'set aside'), bar: 'unseen', only: bars.layouts }]
    : []),
]
const scored = groups.map(one => ({ ...one, rows: score(one.group, one.change) }))

const lines = [
  '# Extraction scores',
  '',
  'F1 of the extraction records against hand-made annotation (micro average over all documents of a group). Written by `npm run scores`.',
  'A bound is what a row should reach; the tests fail below the bounds of the first two groups and of `layouts` in `tests/import/score-bars.json`. Layouts are pages of',
  'which only the articles are annotated, many of them denser in odd layouts than real pages are. What is set aside was not looked at while rules were written.',
  '',
  ...scored.map(({ title, group, bar }) => `- ${title}: ${group.names.length} documents; bound: ${bar}`),
  '',
  `| row | bound, development | bound, unseen | ${scored.map(({ title }) => title).join(' | ')} |`,
  `| --- | ---: | ---: | ${scored.map(() => '---:').join(' | ')} |`,
  ...Object.keys(bars.development).map(row => {
    const cells = scored.map(({ rows, bar, only }) => {
      if (only && !(row in only)) return '–'
      const { precision, recall, f1 } = rows[row]
      const text = `${f1.toFixed(3)} (P ${precision.toFixed(2)}, R ${recall.toFixed(2)})`
      return f1 + 1e-9 < bars[bar][row] ? `**below** ${text}` : text
    })
    return `| ${row} | ${bars.development[row].toFixed(2)} | ${bars.unseen[row].toFixed(2)} | ${cells.join(' | ')} |`
  }),
  '',
]
writeFileSync(join(root, 'docs', 'extraction-scores.md'), lines.join('\n'))
console.log(lines.join('\n'))
