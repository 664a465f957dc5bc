/** The generated articles: what the benches measure with is itself lawful, repeatable and as uneven as real pages. */
import { ArticleGenerator, ofSize } from '../../bench/generate'

const generator = new ArticleGenerator(ofSize(2_000))
const sample = [...generator.articles(0, 300)]

describe('generated articles', () => {
  test('show every mention, claim, position and figure at its place in the article and in the source', () => {
    for (const { document, record } of sample) {
      const text = record.articles[0]?.text ?? ''
      const evidence = [
        ...[...record.people, ...record.organizations, ...record.regions, ...record.policies].flatMap(({ mentions }) => mentions),
        ...record.claims.flatMap(claim => claim.evidence),
        ...record.positions.flatMap(position => position.evidence),
        ...record.figures.map(figure => figure.evidence),
      ]
      for (const { start, end, sourceStart, sourceEnd, quote } of evidence) {
        expect(text.slice(start, end)).toBe(quote)
        expect(document.text.slice(sourceStart, sourceEnd).replaceAll('\n\n', '\n')).toBe(quote)
      }
      for (const [at, source, length] of record.articles[0]?.runs ?? [])
        expect(document.text.slice(source, source + length)).toBe(text.slice(at, at + length))
    }
  })

  test('name only what is there: speakers, subjects and seats are ids of the record', () => {
    for (const { record } of sample) {
      const ids = [...record.people, ...record.organizations, ...record.regions, ...record.policies].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const named = [
        ...record.claims.flatMap(({ speaker, about }) => [speaker, ...about]),
        ...record.figures.map(({ subject }) => subject),
        ...record.organizations.map(({ region }) => region),
        ...record.positions.flatMap(({ person, organization, region }) => [person, organization, region]),
      ]
      for (const id of named) if (id !== null) expect(ids).toContain(id)
    }
  })

  test('are the same for the same seed and number, and others for another seed', () => {
    expect(new ArticleGenerator(ofSize(2_000)).article(123)).toEqual(generator.article(123))
    expect(new ArticleGenerator(ofSize(2_000, 2)).article(123).document.text).not.toBe(generator.article(123).document.text)
  })

  test('make four claims on average, name a few people often, and let people share names', () => {
    const claims = sample.reduce((sum, { record }) => sum + record.claims.length, 0) / sample.length
    expect(claims).toBeGreaterThan(3.7)
    expect(claims).toBeLessThan(4.3)
    const offices = new Map<string, Set<string>>()
    const named = new Map<string, number>()
    for (const { record } of generator.articles())
      for (const { id, name } of record.people) {
        const position = record.positions.find(({ person }) => person === id)
        if (!position) continue
        const place = [...record.organizations, ...record.regions].find(
          one => one.id === (position.organization ?? position.region),
        )
        named.set(name, (named.get(name) ?? 0) + 1)
        offices.set(name, (offices.get(name) ?? new Set()).add(`${place?.name} ${position.title}`))
      }
    const counts = [...named.values()].sort((a, b) => b - a)
    expect(counts[0]).toBeGreaterThan(10 * (counts[99] ?? 0))
    expect([...offices.values()].filter(places => places.size > 1).length).toBeGreaterThan(50)
  })
})
