/** What a page says about itself: the paper or site it belongs to and the day it appeared. */
import type { Block, CleanPage } from '../values/document'
import { readDate } from './dates'

const PAPER =
  /([\u4e00-\u9fff]{2,10}?(?:日报|晚报|晨报|早报|时报|商报|都市报|导报|周报|快报|新报|日報|晚報|時報|商報|文匯報|文汇报|公报|大公報))/u
const PUBLISHER = /([\u4e00-\u9fff]{2,12}(?:日报|晚报|晨报|早报|时报|商报|都市报|导报|周报|报))社(?:主办|出版|编辑|主管|$|\s)/u

/** The day the page appeared as its masthead or date line says it, or null. */
export function pageDate(page: CleanPage, furniture: readonly Block[]): string | null {
  const first = page.blocks.findIndex(block => block.kind === 'text')
  const top = furniture.filter(block => !/许可证|ICP|©|Copyright|版权|农历/iu.test(block.text))
  for (const block of top) {
    const date = readDate(block.text)
    if (date) return date
  }
  for (const block of page.blocks.slice(0, Math.max(first, 0))) {
    const date = block.text.length < 60 && block.kind !== 'caption' ? readDate(block.text) : null
    if (date) return date
  }
  return null
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
  const head = page.blocks.slice(0, 6).filter(block => block.kind !== 'text')
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
