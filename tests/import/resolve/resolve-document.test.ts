import { fingerprint, REPRINT_SIMILARITY, signatureSimilarity } from '../../../import/resolve/fingerprint'
import { isRareName } from '../../../import/resolve/person-keys'
import { resolveDocument } from '../../../import/resolve/resolve-document'
import type { ExtractionRecord } from '../../../model/extraction-record'

const empty: ExtractionRecord = {
  document: 'page.txt',
  publishedOn: '2024-05-20',
  outlet: null,
  url: null,
  articles: [],
  people: [],
  organizations: [],
  regions: [],
  policies: [],
  positions: [],
  claims: [],
  figures: [],
  warnings: [],
}
const hubei = {
  id: 'r1',
  name: '湖北',
  aliases: ['湖北'],
  mentions: [],
  adcode: '420000',
  level: 'province',
  within: null,
} as const
const department = (name: string) =>
  ({ id: 'o1', name, aliases: [name], mentions: [], kind: 'government', region: 'r1', parent: null }) as const
const person = (name: string) => ({ id: 'p1', name, aliases: [name], mentions: [], role: 'official', articles: ['a1'] }) as const
const keysOf = (record: ExtractionRecord, localId: string) =>
  resolveDocument(record).entities.find(entity => entity.localId === localId)?.keys ?? []

describe('identity keys of a document', () => {
  it('lets the long and the short name of a department meet across documents', () => {
    const long = keysOf({ ...empty, regions: [hubei], organizations: [department('湖北省经济和信息化厅')] }, 'o1')
    const short = keysOf({ ...empty, document: 'other.txt', regions: [hubei], organizations: [department('省经信厅')] }, 'o1')
    expect(short).toEqual(long)
  })

  it('lets one person meet who holds the same office in two documents', () => {
    const page = (document: string, body: string) => ({
      ...empty,
      document,
      regions: [hubei],
      organizations: [department(body)],
      people: [person('王军')],
      positions: [{ person: 'p1', organization: 'o1', title: '厅长', region: null, former: false, evidence: [] }],
    })
    expect(keysOf(page('a.txt', '湖北省科技厅'), 'p1')).toEqual(keysOf(page('b.txt', '湖北省科学技术厅'), 'p1'))
  })

  it('keeps two people of one common name apart where nothing else speaks for them', () => {
    const a = keysOf({ ...empty, people: [person('王军')] }, 'p1')
    const b = keysOf({ ...empty, document: 'other.txt', people: [person('王军')] }, 'p1')
    expect(a.some(key => b.includes(key))).toBe(false)
  })

  it('keeps 省委 of a page that says no province to its own document', () => {
    const body = { ...department('省委'), kind: 'party', region: null } as const
    expect(keysOf({ ...empty, organizations: [body] }, 'o1')[0]).toContain('|document|')
  })

  it('brings the chain of divisions up to the country', () => {
    const wuchang = { ...hubei, id: 'r2', name: '武昌区', aliases: ['武昌区'], adcode: '420106', level: 'county' } as const
    const names = resolveDocument({ ...empty, regions: [wuchang] }).regions.map(({ name }) => name)
    expect(names).toEqual(['湖北省', '武汉市', '武昌区', '中国'])
  })

  it('gives the same keys whatever the order of its entities', () => {
    const bodies = [department('湖北省科技厅'), { ...department('湖北省财政厅'), id: 'o2' }]
    const forwards = resolveDocument({ ...empty, regions: [hubei], organizations: bodies })
    const backwards = resolveDocument({ ...empty, regions: [hubei], organizations: [...bodies].reverse() })
    const sorted = (entities: typeof forwards.entities) => [...entities].sort((a, b) => (a.localId < b.localId ? -1 : 1))
    expect(sorted(forwards.entities)).toEqual(sorted(backwards.entities))
  })
})

describe('rare names', () => {
  it.each(['欧阳璟雯', '麴思邈', '陈鋆沄'])('%s is rare', name => expect(isRareName(name)).toBe(true))
  it.each(['王军', '李建国', '张伟', '刘志强'])('%s is not', name => expect(isRareName(name)).toBe(false))
})

describe('fingerprints of texts', () => {
  const report = Array.from(
    { length: 60 },
    (_, i) => `第${i}段说的是第${i * 7}号工程在第${i % 9}季度的进展，共有${i * 13}人参加。`,
  ).join('\n')
  const similarity = (a: string, b: string) =>
    signatureSimilarity(fingerprint(a)?.signature ?? [], fingerprint(b)?.signature ?? [])

  it('finds a reprint with another headline sentence and other spaces', () => {
    expect(similarity(report, `本报转载：\n${report.replace(/，/gu, ' ，')}`)).toBeGreaterThanOrEqual(REPRINT_SIMILARITY)
  })

  it('does not take two reports of one form for one text', () => {
    const other = Array.from(
      { length: 60 },
      (_, i) => `关于${i}区的会议由${i + 3}位代表出席，讨论了${i * 11}项提案和预算。`,
    ).join('\n')
    expect(similarity(report, other)).toBeLessThan(REPRINT_SIMILARITY)
  })
})
