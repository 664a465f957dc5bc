#!/usr/bin/env node
// Extracts the annotated documents and writes docs/extraction-scores.md: node scripts/write-scores.mjs [--held-out]
// The pages of tests/pages/held-out.txt are scored only where asked: they are looked at to decide whether to stop, not to develop on.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { 'held-out': { type: 'boolean' } } })
const load = createRequire(import.meta.url)
load('./register-ts.cjs')
const { scanPage } = load('../tests/support/scan-page.ts')
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const shared = join(root, '..', 'shared')
const scorer = join(shared, 'eval', 'score.mjs')
if (!existsSync(scorer)) {
  console.error(
    'The scorer and the annotated documents stand beside the repository, in ../shared; without them there is nothing to write.',
  )
  process.exit(2)
}
const bars = JSON.parse(readFileSync(join(root, 'tests', 'import', 'score-bars.json'), 'utf8'))
const pages = join(root, 'tests', 'pages')
const aside = new Set(
  readFileSync(join(pages, 'held-out.txt'), 'utf8')
    .split(/\s+/u)
    .filter(name => name !== ''),
)
const names = readdirSync(join(pages, 'gold')).map(file => file.replace(/\.json$/u, ''))
const groups = [
  {
    title: 'Development documents',
    gold: join(shared, 'eval', 'gold'),
    texts: join(shared, 'articles'),
    names: null,
    bar: 'development',
  },
  { title: 'Own pages', gold: join(pages, 'gold'), texts: pages, names: names.filter(name => !aside.has(name)), bar: 'unseen' },
  {
    title: 'Scans made of them',
    gold: join(pages, 'gold'),
    texts: pages,
    names: names.filter(name => !aside.has(name)),
    bar: 'unseen',
    change: scanPage,
  },
  ...(values['held-out']
    ? [{ title: 'Own pages set aside', gold: join(pages, 'gold'), texts: pages, names: [...aside], bar: 'unseen' }]
    : []),
]
const scored = groups.map(group => ({ ...group, rows: score(group) }))

const lines = [
  '# Extraction scores',
  '',
  'F1 of the extraction records against hand-made annotation (micro average over all documents of a group). Written by `npm run scores`.',
  '',
  ...scored.map(
    ({ title, names: own, gold, bar }) => `- ${title}: ${own?.length ?? readdirSync(gold).length} documents; bound: ${bar}`,
  ),
  '',
  `| row | bound, development | bound, unseen | ${scored.map(({ title }) => title).join(' | ')} |`,
  `| --- | ---: | ---: | ${scored.map(() => '---:').join(' | ')} |`,
  ...Object.keys(bars.development).map(row => {
    const cells = scored.map(({ rows, bar }) => {
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

/** The rows of the scorer for one group. */
function score({ gold, texts, names, change }) {
  const work = mkdtempSync(join(tmpdir(), 'scores-'))
  try {
    const wanted = names ?? readdirSync(gold).map(file => file.replace(/\.json$/u, ''))
    const goldOnly = mkdtempSync(join(work, 'gold-'))
    const out = mkdtempSync(join(work, 'out-'))
    const read = change ? mkdtempSync(join(work, 'texts-')) : texts
    for (const name of wanted) {
      copyFileSync(join(gold, `${name}.json`), join(goldOnly, `${name}.json`))
      if (change) writeFileSync(join(read, `${name}.txt`), change(readFileSync(join(texts, `${name}.txt`), 'utf8')))
    }
    execFileSync(
      process.execPath,
      [join(root, 'scripts', 'extract.mjs'), ...wanted.map(name => join(read, `${name}.txt`)), '--out', out],
      { stdio: 'inherit' },
    )
    const json = execFileSync(process.execPath, [scorer, '--gold', goldOnly, '--pred', out, '--text', read, '--json'], {
      maxBuffer: 1 << 28,
    })
    return JSON.parse(json.toString()).total
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
