/** Numbers as printed: Arabic digits with scale (132.6万, 1億6,350萬), Chinese numerals (六十, 三千五百万), 百分之三十. One pass over the text. */

/** A number with its place, its value with the scale applied, and whether it is printed in Chinese numerals throughout. */
export interface PrintedNumber {
  readonly start: number
  /** After the number, its scale and 余, 多. */
  readonly end: number
  readonly value: number
  readonly chinese: boolean
  /** 百分之… says its unit itself. */
  readonly percent: boolean
  /** True where 余, 多 or 几 stands in it. */
  readonly over: boolean
  /** True for a bare 十, 百, 千, 万 or 亿, which is often no count (百家, 万亩). */
  readonly round: boolean
}

const DIGIT: ReadonlyMap<string, number> = new Map([
  ['零', 0],
  ['〇', 0],
  ['一', 1],
  ['二', 2],
  ['两', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
])
const SMALL_SCALE: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const LARGE_SCALE: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['亿', 1e8],
])
/** 1 for each code unit that a Chinese numeral begins with. */
const BEGINS = new Uint8Array(65536)
for (const scale of [DIGIT, SMALL_SCALE, LARGE_SCALE]) for (const character of scale.keys()) BEGINS[character.charCodeAt(0)] = 1
const isArabic = (c: number): boolean => (c >= 48 && c <= 57) || (c >= 0xff10 && c <= 0xff19)
const isLatin = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122)

/** The longest run of digits that is taken for a number; account and telephone numbers are longer. */
const LONGEST = 15

/** All numbers between two offsets of a text in simplified characters. */
export function findNumbers(plain: string, start: number, end: number): PrintedNumber[] {
  const found: PrintedNumber[] = []
  let i = start
  while (i < end) {
    const code = plain.charCodeAt(i)
    if (isArabic(code)) {
      const number = arabic(plain, i, end)
      const next = skipDigits(plain, i, end)
      if (number && !isLatin(plain.charCodeAt(i - 1)) && plain[i - 1] !== '-' && plain[i - 1] !== '/') found.push(number)
      i = Math.max(next, number?.end ?? next)
      continue
    }
    if (BEGINS[code] === 0) {
      i++
      continue
    }
    const character = plain[i] as string
    if (DIGIT.has(character) || SMALL_SCALE.has(character) || (LARGE_SCALE.has(character) && plain[i + 1] !== '达')) {
      const number = chinese(plain, i, end)
      if (number) found.push(number)
      i = number ? number.end : skipChinese(plain, i, end)
      continue
    }
    if (character === '百' && plain.startsWith('百分之', i)) i += 3
    else i++
  }
  return found
}

function skipDigits(plain: string, start: number, end: number): number {
  let i = start
  while (
    i < end &&
    (isArabic(plain.charCodeAt(i)) || ((plain[i] === '.' || plain[i] === ',') && isArabic(plain.charCodeAt(i + 1))))
  )
    i++
  return Math.max(i, start + 1)
}

/** 1,234.5 with any scale: 万, 亿, 万亿, 百万, 千万, and a second part (1亿6350万). */
function arabic(plain: string, start: number, end: number): PrintedNumber | null {
  let total = 0
  let over = false
  let i = start
  let scaleBefore = Number.POSITIVE_INFINITY
  for (;;) {
    const plainNumber = digits(plain, i, end)
    if (!plainNumber) break
    let at = plainNumber.end
    const spaced = skipSpace(plain, at, end)
    let scale = 1
    let j = spaced
    if (isOver(plain, j) && isScaleOrUnitAfter(plain, j)) {
      over = true
      j++
    }
    const large = scaleAt(plain, j)
    if (large) {
      scale = large.scale
      at = large.end
    } else if (over) at = j
    if (scale >= scaleBefore) break
    total += plainNumber.value * scale
    i = at
    if (scale === 1) break
    scaleBefore = scale
    if (plain[i] === '零') i++
    if (!isArabic(plain.charCodeAt(i))) break
  }
  if (i === start) return null
  const spaced = skipSpace(plain, i, end)
  if (isOver(plain, spaced)) {
    over = true
    i = spaced + 1
  }
  return { start, end: i, value: rounded(total), chinese: false, percent: false, over, round: false }
}

/** Decimal places that multiplication with a scale invents are taken off: 132.6 × 10000 is 1326000. */
const rounded = (value: number): number => (Number.isInteger(value) && value < 1e12 ? value : Number(value.toPrecision(12)))

function digits(plain: string, start: number, end: number): { value: number; end: number } | null {
  let text = ''
  let i = start
  let dot = false
  while (i < end && text.length <= LONGEST) {
    const code = plain.charCodeAt(i)
    if (text !== '' && plain[i] === ' ' && isTornApart(plain, i, dot)) {
      i++
      continue
    }
    if (text !== '' && plain[i] === 'O' && /[0-9万亿]/.test(plain[i + 1] ?? '')) text += '0'
    else if (isArabic(code)) text += String.fromCharCode(code >= 0xff10 ? code - 0xff10 + 48 : code)
    else if ((plain[i] === ',' || plain[i] === '，') && isThousand(plain, i)) {
      i++
      continue
    } else if (
      (plain[i] === '.' || plain[i] === '．') &&
      !dot &&
      (isArabic(plain.charCodeAt(i + 1)) || (plain[i + 1] === ' ' && isTornApart(plain, i + 1, true)))
    ) {
      dot = true
      text += '.'
    } else break
    i++
  }
  if (text === '' || text.length > LONGEST) return null
  return { value: Number(text), end: i }
}

/** A space of a scan within a number (3 12.5亿, 26. 3%): digits on both sides, few of them, and no second decimal point. */
function isTornApart(plain: string, space: number, dot: boolean): boolean {
  const behind = /^[0-9]{1,4}(\.[0-9]+)?(?![0-9.]|[年月日]|\s*[0-9])/.exec(plain.slice(space + 1, space + 10))
  if (!behind || (dot && behind[1] !== undefined)) return false
  return /(?:^|[^0-9.])(?:[0-9]{1,3}|[0-9]{1,3}\.[0-9]?)$/.test(plain.slice(Math.max(0, space - 6), space))
}

/** A comma between digits is a thousands separator where one to three digits stand before it and exactly three behind. */
function isThousand(plain: string, comma: number): boolean {
  if (!isArabic(plain.charCodeAt(comma - 1))) return false
  let before = 0
  while (before < 4 && isArabic(plain.charCodeAt(comma - 1 - before))) before++
  if (before > 3) return false
  for (let k = 1; k <= 3; k++) if (!isArabic(plain.charCodeAt(comma + k))) return false
  return !isArabic(plain.charCodeAt(comma + 4)) && (plain[comma] === ',' || before < 4)
}

/** 千 before these belongs to the unit: 千米, 千瓦, 千克. */
const PREFIXED = new Set(['米', '瓦', '克', '伏', '焦', '卡', '赫', '字', '乏'])

function scaleAt(plain: string, at: number): { scale: number; end: number } | null {
  let scale = 1
  let i = at
  while (i < at + 4) {
    const character = plain[i] as string
    if (LARGE_SCALE.has(character)) scale *= LARGE_SCALE.get(character) as number
    else if (SMALL_SCALE.has(character) && LARGE_SCALE.has(plain[i + 1] as string)) scale *= SMALL_SCALE.get(character) as number
    else if (i === at && SMALL_SCALE.has(character) && !(character === '千' && PREFIXED.has(plain[i + 1] as string)))
      scale *= SMALL_SCALE.get(character) as number
    else break
    i++
  }
  return i > at ? { scale, end: i } : null
}

const isOver = (plain: string, i: number): boolean =>
  plain[i] === '余' || plain[i] === '多' || plain[i] === '来' || plain[i] === '几'
const isScaleOrUnitAfter = (plain: string, i: number): boolean =>
  LARGE_SCALE.has(plain[i + 1] as string) || plain[i + 1] !== undefined

function skipSpace(plain: string, start: number, end: number): number {
  let i = start
  while (i < end && i < start + 3 && (plain[i] === ' ' || plain[i] === '　' || plain[i] === ' ')) i++
  return i
}

function skipChinese(plain: string, start: number, end: number): number {
  let i = start
  while (i < end && (DIGIT.has(plain[i] as string) || SMALL_SCALE.has(plain[i] as string) || LARGE_SCALE.has(plain[i] as string)))
    i++
  return Math.max(i, start + 1)
}

/** 三千五百万, 二〇二五, 三点五, 百分之六十. */
function chinese(plain: string, start: number, end: number): PrintedNumber | null {
  let i = start
  let percent = false
  if (plain.startsWith('百分之', i)) {
    percent = true
    i += 3
    if (isArabic(plain.charCodeAt(i))) {
      const number = digits(plain, i, end)
      return number && { start, end: number.end, value: number.value, chinese: false, percent, over: false, round: false }
    }
  }
  const from = i
  let total = 0
  let section = 0
  let digit = -1
  let positional = ''
  let over = false
  let scaled = false
  while (i < end && i - from < 24) {
    const character = plain[i] as string
    if (DIGIT.has(character)) {
      // 三五百, 七八十: nobody counted.
      if (digit > 0 && SMALL_SCALE.has(plain[i + 1] as string)) return null
      positional += DIGIT.get(character)
      digit = DIGIT.get(character) as number
    } else if (SMALL_SCALE.has(character)) {
      section += (digit < 0 ? 1 : digit) * (SMALL_SCALE.get(character) as number)
      digit = -1
      scaled = true
    } else if (LARGE_SCALE.has(character)) {
      const part = section + Math.max(digit, 0)
      total = (total + (part === 0 && total === 0 ? 1 : part)) * (LARGE_SCALE.get(character) as number)
      section = 0
      digit = -1
      scaled = true
    } else if (
      (character === '多' || character === '余' || character === '几' || (character === '来' && digit < 0)) &&
      i > from
    ) {
      over = true
      if (!(LARGE_SCALE.has(plain[i + 1] as string) || SMALL_SCALE.has(plain[i + 1] as string))) {
        i++
        break
      }
    } else if (character === '点' && DIGIT.has(plain[i + 1] as string) && i > from) {
      let fraction = ''
      i++
      while (i < end && DIGIT.has(plain[i] as string) && fraction.length < 8) fraction += DIGIT.get(plain[i++] as string)
      const whole = total + section + Math.max(digit, 0)
      const scale = LARGE_SCALE.get(plain[i] as string)
      if (scale) i++
      return {
        start,
        end: i,
        value: rounded((whole + Number(`0.${fraction}`)) * (scale ?? 1)),
        chinese: true,
        percent,
        over,
        round: false,
      }
    } else break
    i++
  }
  if (i === from) return null
  const value = scaled ? total + section + Math.max(digit, 0) : Number(positional)
  if (!scaled && positional.length > 1 && !percent && positional.length < 3) return null
  return { start, end: i, value, chinese: true, percent, over, round: positional === '' }
}
