/** The scores of the annotated documents, row by row, against the bounds of score-bars.json. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractDocument } from '../../import/pipeline'
import { recordFileName } from '../../import/record'
import bars from './score-bars.json'

const shared = join(__dirname, '..', '..', '..', 'shared')
const scorer = join(shared, 'eval', 'score.mjs')
const present = existsSync(scorer)
if (!present) console.warn('The annotated documents (../shared) are not here; their scores are not checked.')

;(present ? describe : describe.skip)('the records of the five annotated documents', () => {
  const out = mkdtempSync(join(tmpdir(), 'scores-'))
  let rows: Record<string, { f1: number; precision: number; recall: number }> = {}

  beforeAll(() => {
    const texts = join(shared, 'articles')
    for (const name of readdirSync(texts).filter(file => file.endsWith('.txt'))) {
      const record = extractDocument({ name, text: readFileSync(join(texts, name), 'utf8'), meta: {} })
      writeFileSync(join(out, recordFileName(name)), JSON.stringify(record))
    }
    const options = ['--gold', join(shared, 'eval', 'gold'), '--pred', out, '--text', texts, '--json']
    rows = JSON.parse(execFileSync(process.execPath, [scorer, ...options], { maxBuffer: 1 << 28 }).toString()).total
  }, 60_000)
  afterAll(() => rmSync(out, { recursive: true, force: true }))

  test.each(Object.entries(bars.development))('reach the bound for %s, %d', (row, bound) => {
    expect(rows[row]?.f1 ?? 0).toBeGreaterThanOrEqual(bound)
  })
})
