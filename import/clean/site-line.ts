/** What a site says around its articles in lines of its own: counts, what readers wrote, what to press, and what an agency notes for those who print a report. */
import furniture from '../lexicons/page-furniture.json'

const SAYINGS = new RegExp(furniture.sayings.join('|'), 'u')
const COUNTED = new Set([...furniture.counted, ...furniture.comments, ...furniture.controls])
const COMMENTS = new Set(furniture.comments)
/** `[12]`, `(0)`, `3.6万`, `1,204人`, `12条`. */
const COUNT = /[[(（]?\d[\d.,]*\s?[万千wWkK]?\+?\s?(?:[次条人个位]|$|(?=[^\d]))[\])）]?/gu
/** （编者注：上稿配发图片。）, （此稿为定时稿）, （附图片3张） */
const NOTE =
  /^[（(【]?(?:编者?注|编务注|值班注|发稿注|注意)[：:]|^[（(](?:此稿|本稿|上稿|该稿|定时稿|稿件|配发?图|附图|配照|共\d+[张幅])[^（）]{0,30}[)）]$/u
/** （社会）（新华视点）（农业）: under what an agency files a report. */
const FILED = /^(?:[（(][\u4e00-\u9fff·]{2,6}[)）]){2,}$/u
/** No such line is longer. */
const LONG = 44

/** Whether the line, in simplified characters, is one of these. */
export function isSiteLine(text: string): boolean {
  if (text.length > LONG) return false
  if (SAYINGS.test(text) && !/[。；]/u.test(text)) return true
  return isCounts(text) || NOTE.test(text) || FILED.test(text)
}

/** 顶[12] 踩(0), 阅读 3.6万 点赞 217, 36条评论: words that are counted, and their numbers. */
function isCounts(text: string): boolean {
  const words = text
    .replace(COUNT, ' ')
    .split(/[\s|｜：:【】[\]（）()]+/u)
    .filter(word => word !== '')
  return (
    words.length > 0 &&
    (/\d/u.test(text) || words.length > 1 || COMMENTS.has(words[0] as string)) &&
    words.every(word => COUNTED.has(word))
  )
}
