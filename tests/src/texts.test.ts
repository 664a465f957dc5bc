/** Texts that are too much together are refused, with how much they are. */
import { LIMITS } from '../../src/limits/limits'
import { textIn } from '../../src/texts'

it('gives the text, and an empty one where there is none', () => {
  expect(textIn({ text: '正文', together: 2 })).toBe('正文')
  expect(textIn({ text: null, together: 0 })).toBe('')
  expect(textIn(null)).toBe('')
})

it('refuses more characters than an answer may have, naming the limit', () => {
  expect(() => textIn({ text: null, together: LIMITS.textsLength + 1 })).toThrow(
    /its textsLength is 20971521, the limit is 20971520/,
  )
})
