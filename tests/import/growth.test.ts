/** A text four times as long takes the importer about four times the time, whatever it is made of. */
import { DIVISIONS } from '../../import/lexicons/gazetteer'
import setNames from '../../import/lexicons/policy-set-names.json'
import { growth, seconds } from '../support/processor-time'

const SIXTEENTH = (1024 * 1024) / 16
/** Four, and room for caches that no longer hold all; a rule of four times as much work for twice the text comes to sixteen. */
const MOST = 7

/** Text of a length out of numbered pieces. */
function pieces(piece: (i: number) => string): (length: number) => string {
  return length => {
    let text = ''
    for (let i = 0; text.length < length; i++) text += piece(i)
    return text
  }
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const GIVEN = '明华建国军平志强文斌丽敏静秀英海涛春梅'
const person = (i: number) =>
  `${SURNAMES[i % 20]}${GIVEN[(i * 7) % GIVEN.length]}${GIVEN[(i * 13 + Math.floor(i / 20)) % GIVEN.length]}`
const region = (i: number) => DIVISIONS[i % DIVISIONS.length]?.name ?? ''

/** A rule that looks at all of a page for each thing on it takes sixteen times as long for four times the text. */
test.each([
  ['briefs one below the other', pieces(i => `简讯${i}\n本报讯（记者 ${person(i)}）${(i % 28) + 1}日，市水务局召开会议。\n\n`)],
  ['briefs run together', pieces(i => `本报讯（记者 ${person(i)}）市水务局局长${person(i * 3)}说，投资${i}万元。`)],
  ['names of people', pieces(person)],
  ['people in a list', pieces(i => `局长${person(i)}、`)],
  ['people who speak', pieces(i => `${person(i)}说，`)],
  ['companies', pieces(i => `${region(i)}${person(i)}科技有限公司、`)],
  ['regions in a list', pieces(i => `${region(i)}，`)],
  ['regions without a break', pieces(region)],
  ['names of policies', pieces(i => setNames.entries[i % setNames.entries.length]?.name ?? '')],
  ['titles', pieces(i => `《关于${region(i)}第${i}号的意见》`)],
  ['numbers with units', pieces(i => `${i}万元`)],
  ['nested quotation marks', length => '“‘'.repeat(length / 4) + '’”'.repeat(length / 4)],
  ['quotations that do not end', pieces(() => '他说：“好，')],
  ['reporters', pieces(() => '记者')],
  ['a verb of saying', pieces(() => '表示')],
  ['one ending of a body', pieces(() => '局')],
  ['notes that an article goes on', pieces(() => '（下转第2版）\n')],
  ['lines that are credits', pieces(i => `责编：${person(i)}\n`)],
  ['line ends', length => `堤防巡查到人\n${'\n'.repeat(length)}今天开会。`],
  ['very many short lines', pieces(() => '中文\r\n')],
  ['a table', pieces(i => `${region(i)}\t${i}\t${i * 3}.5%\t${person(i)}\n`)],
  ['traditional characters', pieces(() => '國務院總理說，經濟發展良好，')],
])('takes about four times as long for four times as much of %s', (_, text) => {
  const once = text(SIXTEENTH)
  const fourTimes = text(4 * SIXTEENTH)
  seconds(once)
  expect(
    growth(
      () => seconds(once),
      () => seconds(fourTimes),
      MOST,
    ),
  ).toBeLessThan(MOST)
})
