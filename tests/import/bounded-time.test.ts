/** No input makes the importer hang: the whole chain on a megabyte of anything takes seconds (some shapes at an eighth of it, to keep the test short). */
import { randomBytes } from 'node:crypto'
import { extractDocument } from '../../import/pipeline'
import { readHtml } from '../../import/read/read-html'
import { seconds } from '../support/processor-time'

const MEGABYTE = 1024 * 1024
const EIGHTH = MEGABYTE / 8
/** Far above what a quiet machine takes, and far below what a rule that is not linear would. */
const SECONDS = 100
const fill = (text: string, size = MEGABYTE) => text.repeat(Math.ceil(size / text.length)).slice(0, size)

test.each([
  ['one Chinese character', fill('中')],
  ['opening quotation marks', fill('“')],
  ['straight quotation marks', fill('"', EIGHTH)],
  ['opening parentheses', fill('（', EIGHTH)],
  ['opening title marks', fill('《', EIGHTH)],
  ['digits', fill('7')],
  ['Chinese digits', fill('一', EIGHTH)],
  ['one line of sentences', fill('今天会议召开，苗局长说，要抓好落实。')],
  ['lines without an end', fill('今天会议召开\n', EIGHTH)],
  ['blanks between characters', fill('中 ', EIGHTH)],
  ['verbs of saying', fill('王说', EIGHTH)],
  ['briefs', fill('本报讯（记者 苗青山）今天会议召开。\n\n', EIGHTH)],
  ['years', fill('2024年', EIGHTH)],
  ['random bytes', randomBytes(MEGABYTE).toString('latin1')],
])('%s', (_, text) => {
  expect(seconds(text)).toBeLessThan(SECONDS)
})

test('a quarter of a million lines are read', () => {
  expect(() => extractDocument({ name: 'page.txt', text: '中文\n'.repeat(250_000), meta: {} })).not.toThrow()
})

test('a web page of elements one inside the other, 100,000 deep, is refused at once', () => {
  const page = `<html><body>${'<div>'.repeat(100_000)}好${'</div>'.repeat(100_000)}</body></html>`
  expect(() => readHtml('page.html', Buffer.from(page))).toThrow(/nests its elements deeper than/u)
})
