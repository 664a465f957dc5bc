/** What a page says about itself: the paper or site it belongs to and the day it appeared. */

import { simplified } from '../../model/simplified'
import bylineWords from '../lexicons/byline-words.json'
import { divisionsNamed } from '../lexicons/gazetteer'
import headerWords from '../lexicons/page-header-words.json'
import type { Block, CleanPage } from '../values/document'
import { readDateline } from './dateline'
import { readDate } from './dates'

const PAPER =
  /((?<!\d)(?:[\u4e00-\u9fff]{2,10}?(?:日报|晚报|晨报|早报|时报|商报|都市报|导报|周报|快报|新报|日報|晚報|時報|商報|公报)|大公[报報]|(?:香港)?文[汇匯][报報]))/u
const PUBLISHER = /([\u4e00-\u9fff]{2,12}(?:日报|晚报|晨报|早报|时报|商报|都市报|导报|周报|报))社(?:主办|出版|编辑|主管|$|\s)/u

/** The line that is nothing but the name of a paper: 法制日报, 科技日报 05, 大公報 Ta Kung Pao. */
const PAPER_LINE =
  /^(?:[A-Z]?\d{1,3} ?版? ?)?((?=[\u4e00-\u9fff ]{2,20}$|[\u4e00-\u9fff ]{2,20}[ A-Z\d])[\u4e00-\u9fff ]{1,12}?(?:[日晚晨早时商快周] ?报|都市报|导报|新报|公报|文汇报|[\u4e00-\u9fff] ?报)) ?(?:[A-Z][A-Za-z ]*)?(?:[A-Z]?\d{1,3} ?版?)?$/u
const NOT_PAPERS = new Set(bylineWords.notPapers)

/** The name of the paper where the line holds nothing else, or null. */
export function paperName(printed: string): string | null {
  const match = PAPER_LINE.exec(simplified(printed))
  const name = match?.[1]
  const closed = name?.replace(/ /gu, '') ?? ''
  if (!name || (NOT_PAPERS.has(closed.slice(-2)) && !closed.endsWith('文汇报'))) return null
  const at = simplified(printed).indexOf(name)
  return printed.slice(at, at + name.length).replace(/ /gu, '')
}

/** 2024/3/5 10:21 and the title of the page. */
const PRINTED =
  /^(?:19|20)\d{2}[/.-]\d{1,2}[/.-]\d{1,2},? (?:[上下]午)?\d{1,2}:\d{2}(?::\d{2})? (?!.*(?:来源|作者|记者|编辑)).{4}/u

/** The day the page appeared as its masthead or date line says it, or null. */
export function pageDate(page: CleanPage, furniture: readonly Block[]): string | null {
  const first = page.blocks.findIndex(block => block.kind === 'text')
  const top = furniture.filter(block => !/许可证|ICP|©|Copyright|版权|农历/iu.test(block.text))
  // where the page of a site names the day of the article, that of the visit does not count
  const told = top.filter(
    block => !/^(?:现在|當前|当前|今天)/u.test(block.text) && /来源|發佈|发布|時間|时间|作者/u.test(block.text),
  )
  // what a browser prints above every sheet is the day of the visit too
  for (const block of [...told, ...top.filter(({ text }) => !PRINTED.test(text)), ...top]) {
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

/** The name of a paper or a programme that opens the page: 今日云溪, 云溪商訊 【經濟】, 云溪卫视《云溪新闻》文稿, 《云溪新闻联播》 2019年5月30日. */
const MASTHEAD =
  /^(?:(今日[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,8}?(?:报|報|[商快时時][讯訊]|新闻|新聞|卫视|衛視|铁道|之声|之聲|观察|觀察|周刊|電視台|电视台|广播电台))(?=$|[\s　【《|·])|《([\u4e00-\u9fff]{2,6}新闻(?:联播|报道|直播间)?)》(?=[\s　\d]|文))/u
/** 综合新闻, 要闻: a section of some paper. */
const SECTION =
  /^(?:[\u4e00-\u9fff]{0,2}要闻|(?:综合|国内|国际|时政|本地|地方|图片|经济|社会|文化|体育|法治|民生|本市|本省|城市|县域|区域|教育|健康|香港|澳门|两岸|都市|热点|专题|财经|焦点|头版|行业|企业)+(?:新闻|观察|周刊)|.*(?:简报|快报|通报|情报|汇报|喜报|海报))$/u
const SECTIONS = new Set(headerWords.sections)

/** Whether the line names a section of a paper: 要闻, 综合新闻. */
function isSection(printed: string): boolean {
  const text = simplified(printed).replace(/[\s·]/gu, '')
  return SECTIONS.has(text) || SECTION.test(text)
}

/** What stands beside the name of a paper or programme: a day, an issue, who is in charge. */
const DATED =
  /(?:\d|[〇零一二三四五六七八九十○]) ?年 ?[\d一二三四五六七八九十 ]{1,5} ?月|第 ?\d+ ?期|播出时间|责任?编辑|責任編輯/u

/** The name from the place on that it begins with: what stands before it closed up with it is a person's name. */
function fromPlace(name: string): string {
  for (let at = 0; at <= name.length - 4; at++)
    if (divisionsNamed(name.slice(at, at + 2)).length > 0 || divisionsNamed(name.slice(at, at + 3)).length > 0)
      return name.slice(at)
  return name
}

/** The text without the blanks that set its characters apart: 今 日 云 溪. */
function closedUp(text: string): string {
  return text.replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/gu, '')
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
  for (const block of head) {
    const closed = closedUp(block.text)
    const paper = closed !== block.text && closed.length <= 60 ? PAPER.exec(closed) : null
    if (paper) return fromPlace(paper[1] as string)
  }
  const dated = page.blocks.slice(0, 5).some(block => block.text.length < 120 && DATED.test(block.text))
  for (const block of dated ? page.blocks.slice(0, 2) : []) {
    const name = block.text.length <= 80 ? MASTHEAD.exec(closedUp(block.text)) : null
    const outlet = name?.[1] ?? name?.[2]
    if (outlet && !SECTION.test(simplified(outlet))) return outlet
  }
  const first = head[0]
  const second = head[1]
  // a short line above its own pinyin is the name of the paper
  if (first && second && first.text.length <= 10 && /^[A-Z][A-Za-z ]+$/u.test(second.text) && !isSection(first.text))
    return first.text
  return null
}
