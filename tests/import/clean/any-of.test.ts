import { anyOf } from '../../../import/clean/any-of'

describe('many shapes asked at once', () => {
  const fits = anyOf([/^甲(?:乙|丙)$|丁[|)]/u, /^戊/u, /copyright/iu, /\|$/u])

  it.each(['甲乙', '甲丙', '一丁|二', '丁)', '戊己', 'Copyright 2020', '庚|'])('finds one of them in %s', text => {
    expect(fits(text)).toBe(true)
  })

  it.each(['甲丁', '己戊', '乙甲乙', '庚'])('finds none in %s', text => {
    expect(fits(text)).toBe(false)
  })
})
