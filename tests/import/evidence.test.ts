/** A law for every record: what it gives as evidence stands at its offsets, in the article and in the source. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { comparable, wholePieces } from '../../import/evidence'
import { extractDocument } from '../../import/pipeline'
import type { Evidence, ExtractionRecord } from '../../model/extraction-record'

const root = join(__dirname, '..', '..')
const files = [join(root, '..', 'shared', 'articles'), join(root, 'samples'), join(root, 'tests', 'pages')]
  .filter(folder => existsSync(folder))
  .flatMap(folder =>
    readdirSync(folder)
      .filter(name => name.endsWith('.txt') && name !== 'held-out.txt')
      .map(name => join(folder, name)),
  )

function evidenceIn(record: ExtractionRecord): readonly Evidence[] {
  return [
    ...[...record.people, ...record.organizations, ...record.regions, ...record.policies].flatMap(entity => entity.mentions),
    ...record.positions.flatMap(position => position.evidence),
    ...record.claims.flatMap(claim => [...claim.evidence, ...(claim.attribution ? [claim.attribution] : [])]),
    ...record.figures.map(figure => figure.evidence),
  ]
}

test('there are documents to check', () => expect(files.length).toBeGreaterThan(20))

describe.each(files.map(file => [file.split('/').at(-1) as string, file] as const))('%s', (name, file) => {
  const text = readFileSync(file, 'utf8')
  const record = extractDocument({ name, text, meta: {} })
  const articles = new Map(record.articles.map(article => [article.id, article]))

  test('every quote stands at its place in its article', () => {
    for (const { article, start, end, quote } of evidenceIn(record))
      expect(articles.get(article)?.text.slice(start, end)).toBe(quote)
  })

  test('every claim and figure stands at its place in the source', () => {
    const found = [...record.claims.flatMap(claim => claim.evidence), ...record.figures.map(figure => figure.evidence)]
    for (const { sourceStart, sourceEnd, quote } of found)
      expect(comparable(text.slice(sourceStart, sourceEnd))).toBe(comparable(quote))
  })

  test('every mention stands at its place in the source, but where print was broken in its middle', () => {
    const mentions = evidenceIn(record)
    for (const { article, start, end, sourceStart, sourceEnd, quote } of mentions) {
      const home = articles.get(article)
      if (!home || wholePieces(home, text, { start, end }).length > 1) continue
      expect(comparable(text.slice(sourceStart, sourceEnd))).toBe(comparable(quote))
    }
  })

  test('the strings of the record are found in the document', () => {
    const whole = comparable(text)
    const printed = [
      ...record.articles.flatMap(({ first, last, title }) => [first, last, ...title.split(' ')]),
      ...record.claims.flatMap(claim => claim.spans),
      ...record.figures.map(figure => figure.text),
    ]
    for (const string of printed) expect(whole).toContain(comparable(string))
  })

  test('the runs of an article lead to the same characters in the source', () => {
    for (const { text: body, runs } of record.articles) {
      for (const [at, source, length] of runs)
        expect(comparable(text.slice(source, source + length))).toBe(comparable(body.slice(at, at + length)))
    }
  })
})
