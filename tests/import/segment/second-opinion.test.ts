/** What the model of lines makes of pages that the rules cut otherwise. All of it is invented. */
import { cleanPage } from '../../../import/clean/clean-page'
import { type Draft, newDraft } from '../../../import/segment/draft'
import { FEATURE_COUNT, featuresOf } from '../../../import/segment/line-features'
import { LINE_LABELS, labelLines } from '../../../import/segment/line-labels'
import { articlesOf, type RuledArticle, ruledLabels } from '../../../import/segment/outline'
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
  '——剩下11所校舍年底完工',
  ...SCHOOL,
].join('\n')

const pageOf = (text: string) => cleanPage({ name: 'page.txt', text, meta: {} })
const ruledAs = (title: RuledArticle['title'], body: RuledArticle['body'], isItem = false): RuledArticle => ({
  title,
  body,
  isItem,
  headings: [],
  bylines: [],
  captions: [],
})
/** What the model makes of the lines where the rules found these articles. */
const labelled = ({ lines }: CleanPage, articles: readonly RuledArticle[], trust = 0) => {
  const { features, taken } = ruledLabels(lines, articles)
  return labelLines(featuresOf(lines, features), taken, trust)
}

/** The cut of rules that saw one article in all of the page below the given line. */
function oneArticle(page: CleanPage, heading: number) {
  const at = page.blocks.findIndex(block => block.source.start >= (page.lines[heading]?.source.start ?? 0))
  const draft = newDraft([page.blocks[at] as CleanPage['blocks'][number]])
  draft.body.push(...page.blocks.slice(at + 1))
  return { drafts: [draft], furniture: page.blocks.slice(0, at), isMarked: false }
}

test('the model tells headlines and bodies of a page where the rules saw nothing', () => {
  const page = pageOf(TEXT)
  const labels = labelled(page, [])
  expect(labels.slice(0, 2)).toEqual(['apart', 'apart'])
  const texts = articlesOf(labels).map(({ title, body }) => [title && page.lines[title[0]]?.text, page.lines[body[0]]?.text])
  expect(texts).toEqual([
    ['环湖公路改造进入收尾阶段', page.lines[4]?.text],
    ['校园安全排查启动', page.lines[9]?.text],
  ])
})

test('what the rules take the lines for holds where it is trusted enough', () => {
  const page = pageOf(TEXT)
  const one = ruledAs([2, 2], [4, 11])
  expect(articlesOf(labelled(page, [one], 1000))).toEqual([{ title: [2, 2], body: [4, 11] }])
  expect(articlesOf(labelled(page, [one]))).toHaveLength(2)
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

test('the labels of the lines tell headings, bylines and captions of the rules, and a headline in the first line of its text', () => {
  const { lines } = pageOf(TEXT)
  const first = { ...ruledAs([2, 2], [4, 6]), headings: [[3, 3]] as const, captions: [[6, 6]] as const }
  const { features, taken } = ruledLabels(lines, [first, ruledAs(null, [9, 11], true)])
  expect([...taken].map(label => LINE_LABELS[label])).toEqual([
    'apart',
    'apart',
    'title',
    'heading',
    'first',
    'body',
    'caption',
    'apart',
    'apart',
    'first',
    'body',
    'body',
  ])
  expect(features[9]).not.toBe(taken[9])
  expect([...features].filter((label, i) => label !== taken[i])).toHaveLength(1)
})

test('a body goes on over headings within it, and a body without beginning begins where the first line of it stands', () => {
  expect(articlesOf(['title', 'title-more', 'first', 'section', 'body', 'apart'])).toEqual([{ title: [0, 1], body: [2, 4] }])
  expect(articlesOf(['apart', 'body', 'body'])).toEqual([{ title: null, body: [1, 2] }])
})

test('more of a paragraph that is broken into lines has no features and goes on as the line above', () => {
  const words = '全市今年新建改建农村公路三百公里惠及沿线二十个乡镇的群众'
  const paragraph = [
    `本报讯（记者 冯涛）${words}`,
    `${words}，`,
    `${words}，`,
    `${words}，`,
    `${words}，`,
    `${words}，`,
    `${words}。`,
  ]
  const page = pageOf(['环湖公路改造进入收尾阶段', ...paragraph, '', '校园安全排查启动', ...paragraph].join('\n'))
  const { features } = ruledLabels(page.lines, [ruledAs([0, 0], [1, 7]), ruledAs([8, 8], [9, 15])])
  const { lines } = featuresOf(page.lines, features)
  expect(lines).not.toContain(4)
  expect(lines).toEqual(expect.arrayContaining([0, 1, 8, 9]))
  expect(labelled(page, [ruledAs([0, 0], [1, 7]), ruledAs([8, 8], [9, 15])], 4).slice(2, 8)).toEqual(Array(6).fill('body'))
})

test('features are numbers of weights, and the same page has the same', () => {
  const { lines } = pageOf(TEXT)
  const { features: ruled } = ruledLabels(lines, [ruledAs([2, 2], [4, 11])])
  const { features } = featuresOf(lines, ruled)
  expect(features.flat().every(feature => Number.isInteger(feature) && feature >= 0 && feature < FEATURE_COUNT)).toBe(true)
  expect(featuresOf(lines, ruled).features).toEqual(features)
  expect(featuresOf([], [])).toEqual({ lines: [], features: [] })
})
