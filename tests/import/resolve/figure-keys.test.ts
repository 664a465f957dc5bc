import { metricKey, unitKey } from '../../../import/resolve/figure-keys'

describe('the wording of a metric', () => {
  it.each([
    ['5类应用场景总数', '应用场景总数'],
    ['三大类平台总数', '平台总数'],
    ['全市社区食堂数量', '社区食堂'],
    ['已建成的社区食堂', '建成社区食堂'],
  ])('is the same for %s and %s', (a, b) => {
    expect(metricKey(a)).toBe(metricKey(b))
  })

  it('keeps apart what is counted', () => {
    expect(metricKey('应用场景总数')).not.toBe(metricKey('应用平台总数'))
  })
})

it('takes all counting words for one unit', () => {
  expect(new Set(['个', '项', '家', '户'].map(unitKey)).size).toBe(1)
})
