/** How bylines and datelines begin, for whoever reads lines: what cleaning must keep apart is what segmenting reads. */
import bylineWords from './byline-words.json'

/** The words of bylines that print or a scan tore apart: 记 者, 特 约记者. */
export const TORN_WORDS = new RegExp(
  [...bylineWords.rank, ...bylineWords.writing, ...bylineWords.picturing, ...bylineWords.own, ...bylineWords.houses]
    .filter(word => word.length >= 2)
    .sort((a, b) => b.length - a.length)
    .flatMap(word => [...word].slice(1).map((_, i) => `${word.slice(0, i + 1)} ${[...word.slice(i + 1)].join(' ?')}`))
    .join('|'),
  'gu',
)

/** The text with such words whole. */
export function mendTorn(text: string): string {
  return text.includes(' ') ? text.replace(TORN_WORDS, torn => torn.replace(/ /gu, '')) : text
}

/** `本报讯（记者 …）`, `新华社某地3月5日电`, `【本報訊】`: a dateline at the beginning of a line. */
export const DATELINE_START =
  /^[【（(［[]?(?:本[报報台网]|[早晨晚商日]报|新华社|新華社|中新社|[\u4e00-\u9fff]{2,8}[报報网網社])[\u4e00-\u9fff\d\s]{0,16}(?:讯|訊|电|電|消息)(?=[】］（( ：:\]]|$|(?:记者|通讯员))/u

const NAMES = '[\\u4e00-\\u9fff·]{2,4}(?:[ 、和][\\u4e00-\\u9fff·]{2,4}){0,5}'
/** A line that holds a byline and nothing else: 记者甲乙 通讯员丙丁, 文/甲乙 图/丙丁, （本报记者 甲乙）. */
export const WHOLE_BYLINE = new RegExp(
  `^[\\s■□◎○●◆▲▍▌▎（(【]*(?:(?:${[...bylineWords.own, ...bylineWords.houses].join('|')}|[\\u4e00-\\u9fff]{2,10})?(?:${bylineWords.rank.join('|')})*(?:记者|通讯员|实习生|评论员|作者)[ ：:/]?${NAMES}[ ，、]?){1,4}(?:[ ]?(?:文/?图|图/?文|摄影报道|报道|摄|采写))?[）)】]?$|^[\\s■□◎○●◆▲▍▌▎（(]*(?:采写|撰文|撰稿|文字?|图/?文|文/?图|文字整理|整理|作者|统筹|策划)[ ：:/／丨|]+[\\u4e00-\\u9fff][^，。；！？]{1,36}$`,
  'u',
)

/** How a news report begins where no dateline stands before it. */
export const NEWS_START =
  /^(?:近日|日前|昨[日天]|今[日天]|近期|连日来|本周|上周|本月|上月|日内|今起|连日|当地时间|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日[，上下]|记者.{0,6}[从获])/u

/** `■本报记者 甲乙`, `通讯员：甲乙`: a byline at the beginning of a line, with a blank or a colon behind its word. */
export const BYLINE_START =
  /^[\s■□◎○●◆▲▍▌▎（(【]*(?:[\u4e00-\u9fff《》·•+]{0,12})(?:记者|記者|通讯员|通訊員|作者|评论员|評論員)[\s：:]/u
