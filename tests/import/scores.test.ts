/** The scores of the annotated documents, row by row, against the bounds of score-bars.json, and what scanning costs them. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractDocument } from '../../import/pipeline'
import { recordFileName } from '../../import/record'
import { scanPage } from '../support/scan-page'
import bars from './score-bars.json'

const shared = join(__dirname, '..', '..', '..', 'shared')
const scorer = join(shared, 'eval', 'score.mjs')
const present = existsSync(scorer)
if (!present) console.warn('The annotated documents (../shared) are not here; their scores are not checked.')

const pages = join(__dirname, '..', 'pages')
const aside = new Set(readFileSync(join(pages, 'held-out.txt'), 'utf8').split(/\s+/u))
const ownPages = readdirSync(pages).filter(
  name => name.endsWith('.txt') && name !== 'held-out.txt' && !aside.has(name.slice(0, -'.txt'.length)),
)

type Rows = Record<string, { f1: number; precision: number; recall: number }>

/** The rows of the scorer for the texts as `change` makes them. */
function score(folder: string, gold: string, names: readonly string[], change: (text: string) => string = text => text): Rows {
  const work = mkdtempSync(join(tmpdir(), 'scores-'))
  try {
    for (const part of ['gold', 'pred', 'text']) mkdirSync(join(work, part))
    for (const name of names) {
      const text = change(readFileSync(join(folder, name), 'utf8'))
      writeFileSync(join(work, 'text', name), text)
      copyFileSync(join(gold, recordFileName(name)), join(work, 'gold', recordFileName(name)))
      writeFileSync(join(work, 'pred', recordFileName(name)), JSON.stringify(extractDocument({ name, text, meta: {} })))
    }
    const options = ['gold', 'pred', 'text'].flatMap(part => [`--${part}`, join(work, part)])
    return JSON.parse(execFileSync(process.execPath, [scorer, ...options, '--json'], { maxBuffer: 1 << 28 }).toString()).total
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

;(present ? describe : describe.skip)('the records of the five annotated documents', () => {
  const texts = join(shared, 'articles')
  let rows: Rows = {}
  beforeAll(() => {
    const names = readdirSync(texts).filter(file => file.endsWith('.txt'))
    rows = score(texts, join(shared, 'eval', 'gold'), names)
  }, 60_000)

  test.each(Object.entries(bars.development))('reach the bound for %s, %d', (row, bound) => {
    expect(rows[row]?.f1 ?? 0).toBeGreaterThanOrEqual(bound)
  })
})

;(present ? describe : describe.skip)('the records of our own pages', () => {
  let clean: Rows = {}
  let scanned: Rows = {}
  beforeAll(() => {
    clean = score(pages, join(pages, 'gold'), ownPages)
    scanned = score(pages, join(pages, 'gold'), ownPages, scanPage)
  }, 120_000)

  test.each(Object.entries(bars.unseen))('reach the bound for %s, %d', (row, bound) => {
    expect(clean[row]?.f1 ?? 0).toBeGreaterThanOrEqual(bound)
  })

  test.each(Object.keys(bars.unseen))('lose little in %s where the page is a scan', row => {
    expect(scanned[row]?.f1 ?? 0).toBeGreaterThanOrEqual((clean[row]?.f1 ?? 0) - 0.12)
  })
})
