/** No input makes the importer hang: the whole chain on a megabyte of anything takes seconds. */
import { randomBytes } from 'node:crypto'
import { extractDocument } from '../../import/pipeline'

const SIZE = 1024 * 1024
const SECONDS = 30
const fill = (text: string) => text.repeat(Math.ceil(SIZE / text.length)).slice(0, SIZE)

test.each([
  ['one Chinese character', fill('中')],
  ['opening quotation marks', fill('“')],
  ['straight quotation marks', fill('"')],
  ['opening parentheses', fill('（')],
  ['opening title marks', fill('《')],
  ['digits', fill('7')],
  ['Chinese digits', fill('一')],
  ['one line of sentences', fill('今天会议召开，苗局长说，要抓好落实。')],
  ['lines without an end', fill('今天会议召开\n')],
  ['blanks between characters', fill('中 ')],
  ['verbs of saying', fill('王说')],
  ['years', fill('2024年')],
  ['random bytes', randomBytes(SIZE).toString('latin1')],
])(
  '%s',
  (name, text) => {
    const start = performance.now()
    extractDocument({ name, text, meta: {} })
    expect((performance.now() - start) / 1000).toBeLessThan(SECONDS)
  },
  4 * SECONDS * 1000,
)
