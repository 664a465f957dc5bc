/** What the model of lines makes of pages that the rules cut otherwise. All of it is invented. */
import { cleanPage } from '../../../import/clean/clean-page'
import { type Draft, newDraft } from '../../../import/segment/draft'
import { FEATURE_COUNT, featuresOf } from '../../../import/segment/line-features'
import { type LineLabel, labelLines } from '../../../import/segment/line-labels'
import { articlesOf, labelsOf } from '../../../import/segment/outline'
import { withSecondOpinion } from '../../../import/segment/second-opinion'
import type { CleanPage } from '../../../import/values/document'

const ROAD = [
  '本报讯（记者 冯涛）市交通运输局近日发布消息，环湖公路改造工程进入收尾阶段，预计8月底前恢复双向通行，沿途新建桥梁7座。',
  '工程全长42公里，总投资6.8亿元。项目负责人介绍，最后一段沥青路面正在摊铺，护栏和标线将在本月内装好。',
  '家住湖东村的村民说，路修好以后，孩子们上学能少走半个钟头。',
]
const SCHOOL = [
  '本报讯（记者 吴珂）市教育局昨日召开会议，部署新学期校园安全工作。会议要求，各学校要逐项排查，建立台账，限期整改。',
  '截至10月底，全市已完成校舍改造学校57所，占规划任务的83.8%。市教育局有关负责人表示，剩下的11所将在年底前完工。',
  '各县区还为乡村学校添置了校车，驾驶员一律持证上岗。',
]
const TEXT = [
  '青溪日报',
  '2018年8月17日 星期五 第2版 责任编辑 于岚',
  '',
  '环湖公路改造进入收尾阶段',
  '8月底前恢复双向通行',
  ...ROAD,
  '',
  '校园安全排查启动',
  '剩下11所校舍年底完工',
  ...SCHOOL,
].join('\n')

const pageOf = (text: string) => cleanPage({ name: 'page.txt', text, meta: {} })
const freely = ({ lines }: CleanPage) =>
  labelLines(
    featuresOf(lines),
    lines.map((): LineLabel => 'apart'),
    lines.map(() => 0),
  )

/** The cut of rules that saw one article in all of the page below the given line. */
function oneArticle(page: CleanPage, heading: number): { drafts: readonly Draft[]; furniture: CleanPage['blocks'] } {
  const at = page.blocks.findIndex(block => block.source.start >= (page.lines[heading]?.source.start ?? 0))
  const draft = newDraft([page.blocks[at] as CleanPage['blocks'][number]])
  draft.body.push(...page.blocks.slice(at + 1))
  return { drafts: [draft], furniture: page.blocks.slice(0, at) }
}

test('the model tells headlines and bodies of a page by itself', () => {
  const page = pageOf(TEXT)
  const labels = freely(page)
  expect(labels.slice(0, 2)).toEqual(['apart', 'apart'])
  const texts = articlesOf(labels).map(({ title, body }) => [title && page.lines[title[0]]?.text, page.lines[body[0]]?.text])
  expect(texts).toEqual([
    ['环湖公路改造进入收尾阶段', page.lines[4]?.text],
    ['校园安全排查启动', page.lines[9]?.text],
  ])
})

test('what others take the lines for holds where it is trusted enough', () => {
  const { lines } = pageOf(TEXT)
  const opinion = lines.map((_, i): LineLabel => (i === 0 ? 'first' : 'body'))
  const trusting = (trust: number) =>
    labelLines(
      featuresOf(lines),
      opinion,
      lines.map(() => trust),
    )
  expect(trusting(1000)).toEqual(opinion)
  expect(trusting(0)).not.toEqual(opinion)
})

test('an article that the rules overlooked is put together from its lines', () => {
  const page = pageOf(TEXT)
  const { drafts, furniture } = withSecondOpinion(page, oneArticle(page, 2))
  expect(drafts).toHaveLength(2)
  const second = drafts[1] as Draft
  expect(second.title?.[0]?.text).toBe('校园安全排查启动')
  expect(second.bylines.flatMap(({ byline }) => byline.names)).toEqual(['吴珂'])
  expect(second.body.map(({ text }) => text)).toEqual([SCHOOL[0]?.replace(/^.*?）/u, ''), ...SCHOOL.slice(1)])
  expect(furniture.map(({ text }) => text)).toEqual(expect.arrayContaining(['青溪日报']))
})

test('where both agree, and on a page of few lines, the cut stays what it is', () => {
  const few = pageOf(TEXT.split('\n').slice(3, 7).join('\n'))
  const cut = oneArticle(few, 0)
  expect(withSecondOpinion(few, cut)).toBe(cut)
})

test('the outline of articles and the labels of their lines say the same', () => {
  const { lines } = pageOf(TEXT)
  const articles = [
    { title: [2, 2], body: [4, 6] },
    { title: [7, 8], body: [9, 11] },
  ] as const
  const labels = labelsOf(lines, articles)
  expect(labels).toEqual([
    'apart',
    'apart',
    'title',
    'heading',
    'first',
    'body',
    'body',
    'title',
    'title-more',
    'first',
    'body',
    'body',
  ])
  expect(articlesOf(labels)).toEqual(articles)
})

test('features are numbers of weights, and the same page has the same', () => {
  const { lines } = pageOf(TEXT)
  const features = featuresOf(lines)
  expect(features).toHaveLength(lines.length)
  expect(features.flat().every(feature => Number.isInteger(feature) && feature >= 0 && feature < FEATURE_COUNT)).toBe(true)
  expect(featuresOf(lines)).toEqual(features)
  expect(featuresOf([])).toEqual([])
})
