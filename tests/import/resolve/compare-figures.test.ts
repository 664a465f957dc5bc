import { type ComparableFigure, compareFigures } from '../../../import/resolve/compare-figures'
import { metricKey, unitKey } from '../../../import/resolve/figure-keys'

const figure = (value: number, over: Partial<ComparableFigure> = {}): ComparableFigure => ({
  value,
  qualifier: null,
  change: false,
  unitKey: '个',
  periodFrom: null,
  periodTo: null,
  ...over,
})

describe('comparing two figures of one measure', () => {
  it('finds that equal values agree', () => {
    expect(compareFigures(figure(7278), figure(7278))?.verdict).toBe('agree')
  })

  it('finds that a rounding agrees with the exact value', () => {
    expect(compareFigures(figure(900_000_000_000, { qualifier: 'near' }), figure(896_300_000_000))?.verdict).toBe('agree')
    expect(compareFigures(figure(300, { qualifier: 'over' }), figure(312))?.verdict).toBe('agree')
  })

  it('does not take a value on the wrong side of 近 or 超 for a rounding', () => {
    expect(compareFigures(figure(9000, { qualifier: 'near' }), figure(9100))?.verdict).toBe('differ')
    expect(compareFigures(figure(9000, { qualifier: 'above' }), figure(8963))?.verdict).toBe('differ')
  })

  it('calls another value of a later period an update, in either order', () => {
    const early = figure(40, { periodTo: '2023-12-31' })
    const late = figure(44, { periodTo: '2024-06-30' })
    expect(compareFigures(early, late)?.verdict).toBe('update')
    expect(compareFigures(late, early)?.verdict).toBe('update')
  })

  it('calls another value of the same or an unknown period a difference', () => {
    expect(compareFigures(figure(1, { periodTo: '2023-12-31' }), figure(2, { periodTo: '2023-12-31' }))?.verdict).toBe('differ')
    expect(compareFigures(figure(1), figure(2, { periodTo: '2023-12-31' }))?.verdict).toBe('differ')
  })

  it('does not compare a level with a growth rate, other units, or equal values of two periods', () => {
    expect(compareFigures(figure(12), figure(12, { change: true }))).toBeNull()
    expect(compareFigures(figure(12), figure(12, { unitKey: '%' }))).toBeNull()
    expect(compareFigures(figure(12, { periodTo: '2022-12-31' }), figure(12, { periodTo: '2023-12-31' }))).toBeNull()
  })
})

describe('what makes two metrics one', () => {
  it.each([
    ['累计注册科技型中小企业', '科技型中小企业数量'],
    ['湖北省高新技术企业总数', '高新技术企业'],
    ['地区生产总值', 'GDP'],
  ])('reads %s and %s as one', (a, b) => {
    expect(metricKey(a, ['湖北省', '湖北']).replace(/^注册/u, '')).toBe(metricKey(b))
  })

  it('keeps measures apart that differ in a word', () => {
    expect(metricKey('高新技术企业')).not.toBe(metricKey('科技型中小企业'))
    expect(metricKey('中小企业')).not.toBe(metricKey('小企业'))
  })

  it('takes counting words for one unit', () => {
    expect(unitKey('家')).toBe(unitKey('户'))
    expect(unitKey('元')).not.toBe(unitKey('个'))
  })
})
