/** What a page says about itself: the paper or site it belongs to and the day it appeared. */

import { simplified } from '../../model/simplified'
import bylineWords from '../lexicons/byline-words.json'
import type { Block, CleanPage } from '../values/document'
import { readDateline } from './dateline'
import { readDate } from './dates'

const PAPER =
  /((?:[\u4e00-\u9fff]{2,10}?(?:日报|晚报|晨报|早报|时报|商报|都市报|导报|周报|快报|新报|日報|晚報|時報|商報|公报)|大公[报報]|文[汇匯][报報]))/u
const PUBLISHER = /([\u4e00-\u9fff]{2,12}(?:日报|晚报|晨报|早报|时报|商报|都市报|导报|周报|报))社(?:主办|出版|编辑|主管|$|\s)/u

/** The line that is nothing but the name of a paper: 法制日报, 科技日报 05, 大公報 Ta Kung Pao. */
const PAPER_LINE =
  /^(?:[A-Z]?\d{1,3} ?版? ?)?((?=[\u4e00-\u9fff ]{2,20}$|[\u4e00-\u9fff ]{2,20}[ A-Z\d])[\u4e00-\u9fff ]{1,12}?(?:[日晚晨早时商快周] ?报|都市报|导报|新报|公报|文汇报|[\u4e00-\u9fff] ?报)) ?(?:[A-Z][A-Za-z ]*)?(?:[A-Z]?\d{1,3} ?版?)?$/u
const NOT_PAPERS = new Set(bylineWords.notPapers)

/** The name of the paper where the line holds nothing else, or null. */
export function paperName(printed: string): string | null {
  const match = PAPER_LINE.exec(simplified(printed))
  const name = match?.[1]
  if (!name || NOT_PAPERS.has(name.replace(/ /gu, '').slice(-2))) return null
  const at = simplified(printed).indexOf(name)
  return printed.slice(at, at + name.length).replace(/ /gu, '')
}

/** The day the page appeared as its masthead or date line says it, or null. */
export function pageDate(page: CleanPage, furniture: readonly Block[]): string | null {
  const first = page.blocks.findIndex(block => block.kind === 'text')
  const top = furniture.filter(block => !/许可证|ICP|©|Copyright|版权|农历/iu.test(block.text))
  // where the page of a site names the day of the article, that of the visit does not count
  const told = top.filter(block => /来源|發佈|发布|時間|时间|作者/u.test(block.text))
  for (const block of [...told, ...top]) {
    const date = readDate(block.text)
    if (date) return date
  }
  for (const block of page.blocks.slice(0, Math.max(first, 0))) {
    const date = block.text.length < 60 && block.kind !== 'caption' ? readDate(block.text) : null
    if (date) return date
  }
  // 新华社某地2025年1月15日电
  const opening = page.blocks[first]
  const dateline = opening ? readDateline(opening.text) : null
  return opening && dateline ? readDate(opening.text.slice(0, dateline.end)) : null
}

/** The paper or site as printed: a publisher's line, a masthead, or the end of a web page's title (`…--某某网`). */
export function pageOutlet(page: CleanPage, furniture: readonly Block[], title: string | null): string | null {
  if (title) {
    const site = /(?:--|—|_|-|\|)\s*([\u4e00-\u9fffA-Za-z]{2,12})$/u.exec(title)
    if (site) return site[1] as string
  }
  for (const block of furniture) {
    const publisher = PUBLISHER.exec(block.text)
    if (publisher) return publisher[1] as string
  }
  const head = page.blocks.slice(0, 8).filter(block => block.kind !== 'text')
  for (const block of head) {
    const name = block.text.length <= 30 ? paperName(block.text) : null
    if (name) return name
  }
  for (const block of head) {
    const paper = block.text.length <= 40 ? PAPER.exec(block.text) : null
    if (paper) return paper[1] as string
  }
  const first = head[0]
  const second = head[1]
  // a short line above its own pinyin is the name of the paper
  if (first && second && first.text.length <= 10 && /^[A-Z][A-Za-z ]+$/u.test(second.text)) return first.text
  return null
}
