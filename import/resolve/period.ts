/** Printed periods (今年前三季度, 截至2023年底) read into dates, with the article's date or the bounds that the text gives. */

export interface Period {
  /** ISO dates, inclusive; null where open or unknown. */
  readonly from: string | null
  readonly to: string | null
}

/** When the article was printed: the day, or bounds of it. */
export interface PrintedAt {
  readonly on: string | null
  readonly from: string | null
  readonly to: string | null
}

const UNKNOWN: Period = { from: null, to: null }
const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}

/** Reads a period. What the text leaves open stays null; nothing is guessed. */
export function readPeriod(printed: string | null, at: PrintedAt): Period {
  if (!printed) return UNKNOWN
  const text = arabic(printed.normalize('NFKC').replace(/\s/gu, ''))
  const year = yearOf(text, at)
  if (/^\d{4}-\d{2}$/u.test(text)) return month(Number(text.slice(0, 4)), Number(text.slice(5)))
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return { from: text, to: text }
  if (/目前|如今|现在|迄今|至今(?!年)/u.test(text)) return { from: null, to: at.on }
  if (year === null) return UNKNOWN
  const span = within(text, year)
  if (!span) return UNKNOWN
  return /截至|截止|到|至(?!\d)|^.{0,12}(?:末|底)/u.test(text) && !/^从/u.test(text) ? { from: null, to: span.to } : span
}

function within(text: string, year: number): Period | null {
  const months = /(\d{1,2})月?(?:份)?[至到\-—–~](\d{1,2})月/u.exec(text)
  if (months) return { from: month(year, Number(months[1])).from, to: month(year, Number(months[2])).to }
  const firstMonths = /前(\d{1,2})个?月/u.exec(text)
  if (firstMonths) return { from: `${year}-01-01`, to: month(year, Number(firstMonths[1])).to }
  const firstQuarters = /前([1-4])(?:个)?季度/u.exec(text)
  if (firstQuarters) return { from: `${year}-01-01`, to: month(year, Number(firstQuarters[1]) * 3).to }
  const quarter = /第?([1-4])季度|(首季)/u.exec(text)
  if (quarter) {
    const last = Number(quarter[1] ?? 1) * 3
    return { from: month(year, last - 2).from, to: month(year, last).to }
  }
  if (/上半年/u.test(text)) return { from: `${year}-01-01`, to: `${year}-06-30` }
  if (/下半年/u.test(text)) return { from: `${year}-07-01`, to: `${year}-12-31` }
  const day = /(\d{1,2})月(\d{1,2})日/u.exec(text)
  if (day) {
    const date = `${year}-${two(Number(day[1]))}-${two(Number(day[2]))}`
    return { from: date, to: date }
  }
  const single = /(\d{1,2})月/u.exec(text)
  if (single) return month(year, Number(single[1]))
  return /年/u.test(text) ? { from: `${year}-01-01`, to: `${year}-12-31` } : null
}

/** The year a period speaks of: printed, or relative to the year of print where both bounds of it agree. */
function yearOf(text: string, at: PrintedAt): number | null {
  const printed = /(\d{4})(?:年|$|-)/u.exec(text)
  if (printed) return Number(printed[1])
  const low = at.on ?? at.from
  const high = at.on ?? at.to
  if (!low || !high || low.slice(0, 4) !== high.slice(0, 4)) return null
  const year = Number(low.slice(0, 4))
  if (/前年/u.test(text)) return year - 2
  if (/去年|上年/u.test(text)) return year - 1
  if (/明年/u.test(text)) return year + 1
  return year
}

function month(year: number, number: number): Period {
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { from: `${year}-${two(number)}-01`, to: `${year}-${two(number)}-${two(last)}` }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Chinese numerals up to 十二 and years in Chinese digits become Arabic ones. */
function arabic(text: string): string {
  return text
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/gu, year => [...year].map(digit => DIGITS[digit]).join(''))
    .replace(/十([一二])(?=月|个月)/gu, (_, digit: string) => String(10 + (DIGITS[digit] ?? 0)))
    .replace(/十(?=月|个月)/gu, '10')
    .replace(/[一二两三四五六七八九](?=季度|个季度|月|个月)/gu, digit => String(DIGITS[digit]))
}
