/** The marks of programmes' scripts and the records of talks. All of it is invented. */
import { cleanPage } from '../../../import/clean/clean-page'
import { segmentPage } from '../../../import/segment/segment-page'

const articlesOf = (text: string) => segmentPage(cleanPage({ name: 'page.txt', text, meta: {} })).articles
const titlesOf = (text: string) => articlesOf(text).map(({ title }) => title)

const FERRY = [
  '昨天下午，青溪县的第二条夜间渡船航线开通，单程票价三元，每天往返十四班。',
  '晚上下班的人有船坐，不用再绕大桥走四十分钟。',
]
const CANTEEN = [
  '进入三月以来，县里的十九家社区食堂全部用上了明厨亮灶系统，后厨画面实时上墙。',
  '市场监管部门表示，今年还要给六家学校食堂装上。',
]
const FERRY_HEAD = '青溪县开通第二条夜间渡船航线'
const CANTEEN_HEAD = '社区食堂全部用上明厨亮灶系统'
const HEAD = '《青溪新闻》播出稿\n播出时间：2018年3月9日  播音：于岚  何畅\n\n'

test.each([
  [
    'in brackets',
    '【本期提要】\n◎',
    '\n◎',
    '【主播 于岚】早上好，今天是3月9号星期五，欢迎收看《青溪新闻》。\n【导语】',
    '【同期声】渡工 佟海山：',
    '【导语】',
  ],
  ['with colons', '主要内容：\n1．', '\n2．', '导语：', '同期（渡工 佟海山）：', '导语：'],
  ['in lines of their own', '今日导视\n● ', '\n● ', '【口播】\n', '【同期声】\n渡工 佟海山\n', '【口播】\n'],
  ['with the names of presenters', '于岚：今天节目的主要内容有：', '；', '于岚：', '【字幕】渡工 佟海山\n', '何畅：'],
])('marks %s show where the items of the contents begin', (_, label, between, first, heard, second) => {
  const text = `${HEAD}${label}${FERRY_HEAD}${between}${CANTEEN_HEAD}\n\n${first}${FERRY[0]}\n【解说】渡口的灯亮到夜里十一点。\n${heard}${FERRY[1]}\n${second}${CANTEEN[0]}\n【解说】${CANTEEN[1]}\n\n编辑：柴小满`
  const articles = articlesOf(text)
  expect(articles.map(({ title }) => title)).toEqual([FERRY_HEAD, CANTEEN_HEAD])
  expect(articles[0]?.text).toContain(FERRY[0])
  expect(articles[0]?.text).toContain(FERRY[1])
  expect(articles[0]?.text).not.toContain('欢迎收看')
  expect(articles[1]?.text).toContain(CANTEEN[0])
})

test('an item begins below the line that signs the one before, not where its presenter speaks again', () => {
  const text = `${HEAD}【内容提要】\n${FERRY_HEAD}\n${CANTEEN_HEAD}\n\n主持人（于岚）：${FERRY[0]}\n【解说】渡口的灯亮到夜里十一点。\n主持人（何畅）：县里还将给三个渡口装上雨棚。\n（记者 佟海山 曲水）\n主持人（于岚）：${CANTEEN[0]}\n【解说】${CANTEEN[1]}`
  const [ferry, canteen] = articlesOf(text)
  expect(ferry?.text).toContain('雨棚')
  expect(ferry?.byline).toEqual(['佟海山', '曲水'])
  expect(canteen?.text).toContain(CANTEEN[0])
})

test('who is shown and heard within an item is no headline', () => {
  const text = `${HEAD}标题：${FERRY_HEAD}\n导语：${FERRY[0]}\n字幕：青溪县渡运公司副经理 佟海山\n同期：${FERRY[1]}\n正文：渡口的灯亮到夜里十一点。\n（记者 曲水）\n\n标题：${CANTEEN_HEAD}\n导语：${CANTEEN[0]}\n正文：${CANTEEN[1]}`
  expect(titlesOf(text)).toEqual([FERRY_HEAD, CANTEEN_HEAD])
})

test.each([
  ['【主持人 于岚】', '【佟海山】', '【青溪晚报记者】', '【曲水】', '【青溪电视台记者 何畅】'],
  ['主持人：', '佟海山：', '青溪晚报记者：', '曲水：', '青溪电视台记者 何畅：'],
  ['[主持人]', '[佟海山]', '[青溪晚报记者]', '[曲水]', '[青溪电视台记者]'],
  ['[于岚]\n', '[佟海山]\n', '[青溪晚报记者]\n', '[曲水]\n', '[青溪电视台记者]\n'],
  ['主持人：\n', '佟海山：\n', '记者：\n', '曲水：\n', '记者：\n'],
])('the record of a press conference is one article: %s', (host, first, paper, second, station) => {
  const text = `青溪县渡运改革新闻发布会（文字实录）\n发布时间：2018-03-09 16:20  来源：县政府新闻办\n\n地点：县行政中心一楼\n主持人：县委宣传部副部长 于岚\n\n${host}各位记者朋友，大家下午好！先请佟海山局长介绍情况。\n${first}谢谢主持人。去年全县渡口运送乘客41万人次，比前年多了三万。\n${paper}夜间航线票价会不会涨？\n${first}两年内不涨，钱由县里补。\n${station}请问雨棚什么时候能装好？\n${second}六月底以前，三个渡口都装好。\n${host}今天的发布会就到这里，谢谢大家。`
  const [record, ...others] = articlesOf(text)
  expect(others).toEqual([])
  expect(record?.title).toBe('青溪县渡运改革新闻发布会（文字实录）')
  expect(record?.byline).toEqual([])
  expect(record?.text).toMatch(/渡口都装好。\n(?:.*\n)?.*谢谢大家。$/u)
})

test('two presenters take turns within an item', () => {
  const text = `《青溪早新闻》3月9日文稿\n（音乐起，渐弱）\n男：青溪人民广播电台，各位听众早上好！\n女：今天是3月9号，星期五。欢迎收听《青溪早新闻》。\n男：首先来听内容提要：\n女：${FERRY_HEAD}\n男：${CANTEEN_HEAD}\n（片花）\n男：下面请听详细内容。\n女：${FERRY[0]}\n男：${FERRY[1]}\n女：这条报道是由本台记者佟海山采制的。\n男：${CANTEEN[0]}\n女：${CANTEEN[1]}\n男：今天的早新闻播送完了，编辑柴小满，谢谢收听。`
  const [ferry, canteen, ...others] = articlesOf(text)
  expect(others).toEqual([])
  expect([ferry?.title, canteen?.title]).toEqual([FERRY_HEAD, CANTEEN_HEAD])
  expect(ferry?.text).toContain(FERRY[1])
  expect(canteen?.text).not.toContain('谢谢收听')
})

test.each([
  ['1、', '[口播]', '[配音]', '[同期]渡运公司副经理 佟海山：'],
  ['题目：', '演播室导语：', '解说：', '采访：佟海山 渡运公司副经理\n'],
])('headlines behind %s stand above what a presenter reads', (sign, lead, voice, heard) => {
  const second = sign === '1、' ? '2、' : sign
  const text = `青溪电视台《青溪新闻》播出单\n2018.3.9\n编排：柴小满 终审：曲水\n${sign}${FERRY_HEAD}\n${lead}来看记者的报道。\n${voice}${FERRY[0]}\n${heard}${FERRY[1]}\n${second}${CANTEEN_HEAD}\n${lead}${CANTEEN[0]}\n${voice}${CANTEEN[1]}`
  const articles = articlesOf(text)
  expect(articles.map(({ title }) => title.replace(/^\d、/u, ''))).toEqual([FERRY_HEAD, CANTEEN_HEAD])
  expect(articles.map(({ byline }) => byline)).toEqual([[], []])
})

test('the host of a talk is not taken for one who closes a programme', () => {
  const text = `局长在线访谈：渡口怎么改\n来源：青溪县政府网 时间：2018-03-09 16:00\n[主持人] 各位网友，大家上午好！[10:00]\n[佟海山] 主持人好，各位网友好。[10:01]\n[主持人] 夜间航线什么时候开？[10:02]\n[佟海山] ${FERRY[0]}[10:03]\n[网友 湖边人] 雨棚什么时候装？[10:08]\n[佟海山] ${FERRY[1]}[10:10]\n[主持人] 感谢佟局长，今天的访谈就到这里，我们下期再见。[10:45]`
  const [talk, ...others] = articlesOf(text)
  expect(others).toEqual([])
  expect(talk?.text).toMatch(/大家上午好.*[\s\S]*下期再见/u)
})

test('who wrote down a talk is named at its end', () => {
  const text = `夜间航线怎么开\n\n记者：票价会不会涨？\n佟海山：两年内不涨，钱由县里补。\n记者：雨棚什么时候装好？\n佟海山：六月底以前，三个渡口都装好。（本报记者 于岚）`
  expect(articlesOf(text).map(({ title, byline }) => [title, byline])).toEqual([['夜间航线怎么开', ['于岚']]])
})
