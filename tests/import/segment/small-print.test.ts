/** What stands between the articles of a page: tables, notices, lines for readers, parts of a script. All of it is invented. */
import { cleanPage } from '../../../import/clean/clean-page'
import { segmentPage } from '../../../import/segment/segment-page'

const ROAD = '市交通运输局近日发布消息，环湖公路改造工程进入收尾阶段，预计8月底前恢复双向通行。'
const COST = '据了解，该工程全长42公里，总投资6.8亿元，设计时速80公里，沿途新建桥梁7座。'
const SCHOOL = '市教育局昨日召开会议，部署新学期校园安全工作。会议要求，各学校要逐项排查，建立台账。'

const articlesOf = (text: string) =>
  segmentPage(cleanPage({ name: 'page.txt', text, meta: {} })).articles.map(({ title, byline, text: body }) => [
    title,
    byline,
    body.split('\n'),
  ])

test('a table below an article is one of its own', () => {
  const text = `环湖公路8月底通车\n□ 本报记者 冯涛\n${ROAD}\n\n上半年县区公路投资（亿元）\n青溪县 6.8 +12%\n柳河县 4.1 +3%\n远山县 2.2 -5%`
  expect(articlesOf(text)).toEqual([
    ['环湖公路8月底通车', ['冯涛'], [ROAD]],
    ['上半年县区公路投资（亿元）', [], ['青溪县6.8 +12%', '柳河县4.1 +3%', '远山县2.2 -5%']],
  ])
})

test('the body that signs a notice is no headline of what follows', () => {
  const text = `关于环湖公路限行的通告\n\n${ROAD}\n\n青溪市公安局\n2021年7月4日\n\n校园安全排查启动\n\n${SCHOOL}\n\n${COST}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['关于环湖公路限行的通告', '校园安全排查启动'])
})

test('lines for readers end the page', () => {
  const text = `校园安全排查启动\n\n${SCHOOL}\n\n来信请寄：青溪市南河沿18号 评论部 100006\n印刷：青溪印务有限公司 零售每份五元\n李某某遗失身份证，声明作废。`
  expect(articlesOf(text)).toEqual([['校园安全排查启动', [], [SCHOOL]]])
})

test('what goes on from another page is an article of its own', () => {
  const text = `环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}（下转第三版）\n\n（上接第一版）${''}\n${SCHOOL}\n\n${COST}`
  expect(articlesOf(text)).toEqual([
    ['环湖公路8月底通车', ['冯涛'], [ROAD]],
    ['（上接第一版）', [], [SCHOOL, COST]],
  ])
})

test('the note of another page may stand before the text', () => {
  const text = `环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}\n\n（下转第三版）\n\n（上接第一版）${SCHOOL}\n\n${COST}`
  expect(articlesOf(text).map(([title, , body]) => [title, body])).toEqual([
    ['环湖公路8月底通车', [ROAD]],
    ['（上接第一版）', [SCHOOL, COST]],
  ])
})

test("an editor's note between the name of a column and the headline is no article", () => {
  const text = `环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}（下转第三版）\n\n一线见闻④\n\n编者按：本报记者走进社区和村庄，讲述问题背后的故事，今日起刊出。\n\n校园安全排查启动\n\n□ 本报记者 吴珂\n\n${SCHOOL}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['环湖公路8月底通车', '校园安全排查启动'])
})

test('a writer beside the kind of the article stands above its headline', () => {
  const text = `校园安全排查启动\n\n${SCHOOL}\n\n一家之言 / 鲁青\n\n路修好了人才来\n\n${ROAD}\n\n${COST}`
  expect(articlesOf(text)).toEqual([
    ['校园安全排查启动', [], [SCHOOL]],
    ['路修好了人才来', ['鲁青'], [ROAD, COST]],
  ])
})

test('items of a script bear their headlines behind a label', () => {
  const text = `序号 1\n标题：环湖公路8月底通车\n类型：口播+片 时长：1'45" 记者：霍楠 摄像：冯涛\n【口播】\n${ROAD}\n【解说】\n${COST}\n序号 2\n标题：校园安全排查启动\n类型：片 时长：2'10" 记者：闻欣 摄像：霍楠\n【导语】\n${SCHOOL}`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
    ['环湖公路8月底通车', ['霍楠']],
    ['校园安全排查启动', ['闻欣']],
  ])
})

test('what stands behind a dash below the headline of an agency is its second line', () => {
  const text = `新华社青溪3月14日电 题：环湖公路通了，渡船去哪儿了？\n——来自青溪县的调查\n新华社记者付岚 高山\n${ROAD}\n${COST}`
  expect(articlesOf(text)).toEqual([['环湖公路通了，渡船去哪儿了？', ['付岚', '高山'], [ROAD, COST]]])
})

test('a headline that a scan spaced out, and a name below it', () => {
  const text = `诗 页\n柳 河 谣\n黄竹青\n柳河弯，青溪长，\n两岸的稻子连成墙。\n阿爸割，阿妈装，\n船儿开进月亮光。`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([['柳河谣', ['黄竹青']]])
})

test('a box beside an article is one of its own, whatever the paper calls it', () => {
  for (const label of ['相关链接', '話你知'])
    expect(articlesOf(`环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}\n\n${label}\n\n什么是县乡公路\n\n${COST}`)).toEqual([
      ['环湖公路8月底通车', ['冯涛'], [ROAD]],
      ['什么是县乡公路', [], [COST]],
    ])
})

test.each([
  ['渡口的老茶摊\n先搬了家', /^渡口的老茶摊 ?先搬了家$/],
  ['湖湾渡口月底停航\n120户渔家搬上岸', /^湖湾渡口月底停航$/],
  ['青溪絮语\n渡船与新路', /^渡船与新路$/],
])('two short lines are one headline unless the second counts or the first names a column: %j', (heading, title) => {
  const [first] = articlesOf(`${heading}\n\n本报讯（记者 冯涛）${ROAD}\n${COST}`)
  expect(first?.[0]).toMatch(title)
})

test('a headline with a dash that the contents print too is no running title', () => {
  const title = '一条路的三十年——青溪环湖公路'
  const text = `导读\n${title}\n校园安全排查启动\n\n${title}\n\n本报讯（记者 冯涛）${ROAD}\n\n校园安全排查启动\n\n本报讯（记者 吴珂）${SCHOOL}`
  expect(articlesOf(text).map(([headline, byline]) => [headline, byline])).toEqual([
    [title, ['冯涛']],
    ['校园安全排查启动', ['吴珂']],
  ])
})

test('a summary below the writers belongs to their article', () => {
  const text = `以新路推动乡村振兴\n\n李凯 王明\n\n[摘要] 路修到哪里，产业就跟到哪里，人才也跟到哪里。\n\n一、把路修好\n\n${ROAD}\n\n（作者分别为某大学教授、博士研究生）\n\n本文系省社科基金项目阶段性成果\n\n让窗口亮起来\n\n□ 周立\n\n${SCHOOL}`
  expect(articlesOf(text)).toEqual([
    ['以新路推动乡村振兴', ['李凯', '王明'], ['一、把路修好', ROAD]],
    ['让窗口亮起来', ['周立'], [SCHOOL]],
  ])
})

test('the heading of a picture stands above no links', () => {
  const text = `图片新闻\n\n6月1日，农机手在青溪县柳河镇抢收小麦。当日，全县投入农机1200台。\n\n环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['图片新闻', '环湖公路8月底通车'])
})

test('a paper whose name ends like a word that is none', () => {
  const text = `A26 中國新聞\n香港文匯報\n\n环湖公路8月底通车\n\n香港文匯報訊（記者 馮濤）${ROAD}`
  expect(segmentPage(cleanPage({ name: 'page.txt', text, meta: {} })).outlet).toBe('香港文匯報')
})

test('the section of a page is no paper', () => {
  const text = `要闻\nYAOWEN\n2024年6月18日 星期二\n\n环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}`
  expect(segmentPage(cleanPage({ name: 'page.txt', text, meta: {} })).outlet).toBeNull()
})

test('letters to the paper are signed at their end', () => {
  const text = `读者来信\n\n8路公交能否延时\n\n编辑同志：\n\n我们住在城东，每天晚上九点下班时8路公交已经收车，希望公交公司把末班车延后一小时。\n\n城东新区读者 郑国强\n\n小区门口的路灯坏了\n\n编辑同志：我家门口的路灯坏了两个月，老人晚上出门很不方便，盼有关部门尽快修好。\n\n柳河小区 柏青`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
    ['8路公交能否延时', ['郑国强']],
    ['小区门口的路灯坏了', ['柏青']],
  ])
})

test('who sent a piece of advice stands before the postcode', () => {
  const text = `秧田管理三注意\n\n防烂秧。播种后如遇低温阴雨，要及时盖膜，保持沟中有水、厢面湿润。\n\n（湖北省荆州市农业技术推广中心 张立 邮编：434000）\n\n校园安全排查启动\n\n本报讯（记者 吴珂）${SCHOOL}`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
    ['秧田管理三注意', ['张立']],
    ['校园安全排查启动', ['吴珂']],
  ])
})

test('a column of short news may stand before its first item, or in brackets above its list', () => {
  const text = `环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}\n\n简讯　▲日前，柳河镇开展安全用电宣传，发放资料八百份。（吴珂）\n▲近日，青溪县交警走进校园讲解交通标志。（詹丽）\n\n校园安全排查启动\n\n本报讯（记者 陶晓）${SCHOOL}\n\n【企业动态】\n\n●柳河锦纶公告，年产四万吨的项目投产。\n●青溪袜业研究院与三家学校签约。`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
    ['环湖公路8月底通车', ['冯涛']],
    ['简讯', ['吴珂', '詹丽']],
    ['校园安全排查启动', ['陶晓']],
    ['【企业动态】', []],
  ])
})

test('the writer of an opinion is named with what they are', () => {
  const text = `环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}（完）\n\n來論\n創業不是搬家\n呂文樑　香港某企業同人會副會長\n${COST}\n\n我家的灯\n退休教师 戚福\n${SCHOOL}`
  expect(
    articlesOf(text)
      .slice(1)
      .map(([title, byline]) => [title, byline]),
  ).toEqual([
    ['創業不是搬家', ['呂文樑']],
    ['我家的灯', ['戚福']],
  ])
})

test('a column of comments that bears the name of its paper begins an article', () => {
  const text = `渡船司机拾金不昧\n\n本报讯 ${ROAD}\n\n青溪时评\n\n渡口也要有秤\n\n${SCHOOL}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['渡船司机拾金不昧', '渡口也要有秤'])
})

test('a name alone behind a blank at the end of a paragraph signs it', () => {
  const text = `校园安全排查启动\n\n${SCHOOL} 丁 汀\n\n环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}`
  expect(articlesOf(text)[0]).toEqual(['校园安全排查启动', ['丁汀'], [SCHOOL]])
})

test('the number of a series is none of a headline', () => {
  expect(articlesOf(`沿着渡口逛青溪③\n\n环湖公路月底通车\n\n□本报记者 冯涛\n\n${ROAD}`)[0]?.[0]).toBe('环湖公路月底通车')
})

test('a scan reads the noughts of a day as letters', () => {
  const text = `滇南时报 2O18 年 9 月 12 日 星期三\n\n环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}`
  expect(segmentPage(cleanPage({ name: 'page.txt', text, meta: {} })).publishedOn).toBe('2018-09-12')
})

test('a lead that stands above its headline begins no article', () => {
  const text = `湖湾日报\n\n入冬以来，本报记者走访了上游三地的渡口——\n\n渡口老了路还新\n\n本报记者 冯涛\n\n${ROAD}\n\n${COST}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['渡口老了路还新'])
})

test('what is said of a picture between the names of two who took pictures is no part of the article above', () => {
  const text = `渡口老了路还新\n\n本报讯（记者 冯涛）${ROAD}\n\n6月2日，船工在青溪渡口检修渡船。\n特约记者 伊明 摄\n工人们在青溪铺设新路。\n本报记者 祁峰 摄`
  expect(articlesOf(text)).toHaveLength(1)
  expect(JSON.stringify(articlesOf(text))).not.toContain('铺设新路')
})

test('links behind a sign of their own do not take the next headline along', () => {
  const text = `渡口老了路还新\n\n本报讯（记者 冯涛）${ROAD}\n\n🔸往期回顾\n·我市召开供水工作会\n·这份停水提醒请收好\n\n【民生】学校换上新窗户\n\n${SCHOOL}\n（记者 周立）`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['渡口老了路还新', expect.stringContaining('学校换上新窗户')])
})

test('a box of numbers belongs to the article above it, whichever side of the colon they stand on', () => {
  const text = `环湖公路8月底通车\n□ 本报记者 冯涛\n${ROAD}\n\n公路小档案\n全长：42公里\n第一期：3座隧道，首批2座\n总投资：约6.8亿元\n\n校园安全排查启动\n${SCHOOL}\n\n【数读】\n4.2万名：全市在校学生\n118所：今年新建改建学校\n\n食堂换上透明窗\n本报讯（记者 鲁青）${COST}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['环湖公路8月底通车', '校园安全排查启动', '食堂换上透明窗'])
})

test('the heading of a table of contents above a text is its headline', () => {
  const text = `环湖公路8月底通车\n\n${ROAD}\n\n本报记者 冯涛 整理\n\n本期导读\n\n${SCHOOL}\n\n今日导读\n食堂换上透明窗 2版\n路灯亮到村口 3版\n\n食堂换上透明窗\n\n本报讯（记者 鲁青）${COST}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['环湖公路8月底通车', '本期导读', '食堂换上透明窗'])
})

test('a long sentence without its full stop is no headline', () => {
  const lost = '据了解，两个部门还将在每个路口安装摄像头，数据每月向社会公布一次，接受群众监督'
  expect(articlesOf(`环湖公路8月底通车\n\n${ROAD}\n\n${lost}\n\n（冯涛 鲁青）\n\n校园安全排查启动\n\n${SCHOOL}`)).toEqual([
    ['环湖公路8月底通车', ['冯涛', '鲁青'], [ROAD, lost]],
    ['校园安全排查启动', [], [SCHOOL]],
  ])
})

test('what looks like a name below a signed article stands above the next headline', () => {
  const text = `环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}\n\n井水谈\n\n路修好了人才来\n\n${SCHOOL}`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
    ['环湖公路8月底通车', ['冯涛']],
    ['路修好了人才来', []],
  ])
})

test('empty lines between all lines of a page tell nothing', () => {
  const page = (between: string) =>
    [
      '水利局长巡堤时强调',
      '把每一段堤防',
      '守到洪水退去',
      '本报记者 冯涛',
      ROAD,
      COST,
      '校园安全排查启动',
      '食堂换上透明窗户',
      SCHOOL,
    ].join(between)
  expect(articlesOf(page('\n\n'))).toEqual(articlesOf(page('\n')))
  expect(articlesOf(page('\n\n')).map(([title]) => title)).toEqual([
    '把每一段堤防守到洪水退去',
    '校园安全排查启动 食堂换上透明窗户',
  ])
})

test('what was said below the name of who said it may stand in two lines of different length', () => {
  const text = `裴长河在全市防汛会上强调\n\n把人手压到大堤上去\n以“早发现、早处置、早转移”换来百姓平安\n\n本报讯（记者 冯涛）${ROAD}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['把人手压到大堤上去 以“早发现、早处置、早转移”换来百姓平安'])
})

test('a column sign above each headline shows where the next article begins', () => {
  const text = `■今日谈\n路修好了人才来\n鲁青\n${ROAD}\n\n■街谈巷议\n排查莫走过场\n${COST}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['路修好了人才来', '排查莫走过场'])
})

test('credits set wide with a number behind them are no headline', () => {
  const text = `主 编 : 林 森 责 编 : 安 宁 电 话 :0931-812xxxx\n山 城 晨 刊\n窗 花 谣\n${ROAD}\n投稿须知：来稿请注明地址和邮编，三个月未见报可自行处理。`
  expect(articlesOf(text).map(([, , body]) => body)).toEqual([[ROAD]])
})

test('who wrote may be named with what they are, also below the name of a column within a page of opinions', () => {
  const text = `船东说\n把换班写进计划\n远山海运公司船员部经理　冯 涛\n${ROAD}\n\n引航\n登轮之前多问一句\n青溪港引航站高级引航员 鲁青\n${COST}\n\n街谈\n图书角贵在有人管\n吴珂（青溪 教师）\n${SCHOOL}`
  expect(articlesOf(text)).toEqual([
    ['把换班写进计划', ['冯涛'], [ROAD]],
    ['登轮之前多问一句', ['鲁青'], [COST]],
    ['图书角贵在有人管', ['吴珂'], [SCHOOL]],
  ])
})

test('a pen name set wide stands below the headline of an opinion', () => {
  const text = `环湖公路8月底通车\n本报记者 冯涛\n${ROAD}\n\n街谈\n别把围挡当借口\n林 石\n${SCHOOL}`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
    ['环湖公路8月底通车', ['冯涛']],
    ['别把围挡当借口', ['林石']],
  ])
})

test('rows of names and numbers are no headline, telephone numbers no table', () => {
  const text = `环湖公路8月底通车\n本报记者 冯涛\n${ROAD}\n\n各县苗木均价\n青溪 410 平\n柳河 355 涨3\n远山 370\n\n校园安全排查启动\n本报记者 鲁青\n${SCHOOL}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['环湖公路8月底通车', '各县苗木均价', '校园安全排查启动'])
})

test('signed items with headlines of their own are short news whatever their column is called', () => {
  const text = `环湖公路8月底通车\n本报记者 冯涛\n${ROAD}\n\n街巷口袋\n渡口添了新船　自昨日起，柳河渡口每日增开两班渡船，乘客可在岸边购票。（鲁青）\n夜市搬了新家　南河沿夜市本周迁入旧粮库，摊位增加到一百二十个。（吴珂）`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
    ['环湖公路8月底通车', ['冯涛']],
    ['渡口添了新船', ['鲁青']],
    ['夜市搬了新家', ['吴珂']],
  ])
})

test('what a picture shows above the name of who took it is no part of the article above', () => {
  const text = `环湖公路8月底通车\n本报讯（记者 冯涛）${ROAD}\n${COST}\n9月2日，在青溪县柳河镇，农民在晾晒花生。\n鲁立国摄（影像中国）`
  expect(articlesOf(text)).toEqual([['环湖公路8月底通车', ['冯涛'], [ROAD, COST]]])
})

test('that a meeting was held stands above what was said there', () => {
  const text = `全省“送政策上门”座谈会在青溪召开\n把惠企的话说到车间里\n\n本报讯（记者 冯涛）${SCHOOL}`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['把惠企的话说到车间里'])
})

test('a notice is no part of the article above, and who signs it ends it', () => {
  const text = `环湖公路8月底通车\n本报讯（记者 冯涛）${ROAD}\n\n停电通知\n　　因线路检修，3月5日8:00至18:00，柳河镇部分台区停电。\n　　青溪供电公司\n　　2015年3月3日\n\n枣农抱团闯市场\n　　“去年一斤卖三块，今年卖到五块五。”老郝一边分拣一边说，合作社统一包装以后，红枣直接进了省城超市。`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['环湖公路8月底通车', '停电通知', '枣农抱团闯市场'])
})

test.each([
  '本栏目欢迎投稿，来稿请发至邮箱qx@example.com，并注明姓名和联系方式。',
  '更正：本报3月4日2版《老街换新颜》中“一百米”应为“一千米”，特此更正。',
  '本报法律顾问：青溪律师事务所 林大有律师',
])('what the paper says to its readers is part of no article: %s', line => {
  const text = `环湖公路8月底通车\n本报讯（记者 冯涛）${ROAD}\n${line}\n校园安全排查启动\n本报讯（记者 鲁青）${SCHOOL}\n${line}`
  expect(articlesOf(text)).toEqual([
    ['环湖公路8月底通车', ['冯涛'], [ROAD]],
    ['校园安全排查启动', ['鲁青'], [SCHOOL]],
  ])
})

test.each([
  ['环湖公路8月底通车', ['奋进新征程 建功新时代', '环湖公路8月底通车']],
  ['环湖公路8月底通车', ['全长42公里 总投资6.8亿元', '环湖公路8月底通车']],
  ['环湖公路8月底通车', ['环湖公路8月底通车', '沿线二十个村庄群众出行更方便']],
  ['环湖公路8月底通车', ['图片新闻', '环湖公路8月底通车']],
  ['环湖公路8月底通车', ['乡村故事｜环湖公路8月底通车']],
  ['“路通了，枣就不愁卖”', ['本报记者探访环湖公路工地', '“路通了，枣就不愁卖”']],
  ['环湖公路 8月底通车', ['环湖公路', '8月底通车']],
  ['好路带来好日子', ['对话冯海涛', '好路带来好日子']],
])('%s is the headline of %j', (headline, lines) => {
  const text = `青溪日报\n2015年3月5日 星期四 第3版\n\n${lines.join('\n')}\n本报记者 鲁青\n${ROAD}\n${COST}`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([[headline, ['鲁青']]])
})

test('names in parentheses in a line of their own end it', () => {
  const text = `环湖公路8月底通车\n${ROAD}\n${COST}\n（青溪晚报记者 冯涛 实习生 鲁青）\n短消息\n渡口添了新船　自昨日起，柳河渡口每日增开两班渡船，乘客可在岸边购票。（吴珂）\n夜市搬了新家　南河沿夜市本周迁入旧粮库，摊位增加到一百二十个。（方乐）`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
    ['环湖公路8月底通车', ['冯涛', '鲁青']],
    ['渡口添了新船', ['吴珂']],
    ['夜市搬了新家', ['方乐']],
  ])
})

test('what readers wrote below an article belongs to none', () => {
  const text = `校园安全排查启动\n\n${SCHOOL}\n\n网友评论（2）\n柳河人家：孩子上学更放心了。\n青溪小张：希望天天都查。 顶[12]\n\n环湖公路8月底通车\n□ 本报记者 冯涛\n${ROAD}`
  expect(articlesOf(text)).toEqual([
    ['校园安全排查启动', [], [SCHOOL]],
    ['环湖公路8月底通车', ['冯涛'], [ROAD]],
  ])
})
