import { readPeriod } from '../../../import/resolve/period'

const printed = { on: '2024-05-20', from: null, to: null }
const unknown = { on: null, from: null, to: null }

describe('reading a printed period', () => {
  it.each([
    ['2023年', '2023-01-01', '2023-12-31'],
    ['今年前三季度', '2024-01-01', '2024-09-30'],
    ['去年上半年', '2023-01-01', '2023-06-30'],
    ['1月至4月', '2024-01-01', '2024-04-30'],
    ['前5个月', '2024-01-01', '2024-05-31'],
    ['一季度', '2024-01-01', '2024-03-31'],
    ['二〇二二年', '2022-01-01', '2022-12-31'],
    ['2022-06', '2022-06-01', '2022-06-30'],
    ['3月28日', '2024-03-28', '2024-03-28'],
  ])('reads %s by the year of print', (text, from, to) => {
    expect(readPeriod(text, printed)).toEqual({ from, to })
  })

  it.each([
    ['截至2023年底', '2023-12-31'],
    ['截至今年6月底', '2024-06-30'],
    ['截至目前', '2024-05-20'],
  ])('leaves the beginning of %s open', (text, to) => {
    expect(readPeriod(text, printed)).toEqual({ from: null, to })
  })

  it('guesses nothing where the year is not known', () => {
    expect(readPeriod('今年前三季度', unknown)).toEqual({ from: null, to: null })
    expect(readPeriod('2021年', unknown)).toEqual({ from: '2021-01-01', to: '2021-12-31' })
  })

  it('takes the year of bounds that lie in one year', () => {
    expect(readPeriod('截至6月底', { on: null, from: '2022-07-01', to: '2022-12-31' })).toEqual({ from: null, to: '2022-06-30' })
    expect(readPeriod('截至6月底', { on: null, from: '2021-07-01', to: '2022-12-31' })).toEqual({ from: null, to: null })
  })
})
