/** Pages as they are saved from the sites of papers: what stands around the article. All of it is invented. */
import { cleanPage } from '../../../import/clean/clean-page'
import { segmentPage } from '../../../import/segment/segment-page'

const ROAD = '市交通运输局近日发布消息，环湖公路改造工程进入收尾阶段，预计8月底前恢复双向通行。'
const COST = '据了解，该工程全长42公里，总投资6.8亿元，设计时速80公里，沿途新建桥梁7座。'
const HARVEST = '连日来，青溪县抢抓晴好天气，组织农机手下田作业。截至6月2日，全县已收获小麦18.6万亩，占应收面积的七成。'

const read = (text: string) => segmentPage(cleanPage({ name: 'page.txt', text, meta: {} }))
const articlesOf = (text: string) => read(text).articles.map(({ title, byline, text: body }) => [title, byline, body.split('\n')])

test('headlines of other articles above it are not the headline', () => {
  const text = `青溪在线 快讯\n\n老人走失一夜 警犬半小时寻回\n\n今晚强对流来袭 这些地方要当心\n\n环湖公路改造8月底前恢复通行\n\n${ROAD}\n\n${COST}`
  expect(articlesOf(text)).toEqual([['环湖公路改造8月底前恢复通行', [], [ROAD, COST]]])
})

test('the motto of the site is not the headline', () => {
  const text = `看身边事，读故乡人\n\n环湖公路改造8月底前恢复通行\n\n（记者 冯涛）${ROAD}\n\n${COST}`
  expect(articlesOf(text)).toEqual([['环湖公路改造8月底前恢复通行', ['冯涛'], [ROAD, COST]]])
})

test('the beginning of another article below the links is none', () => {
  const text = `环湖公路改造8月底前恢复通行\n\n（记者 冯涛）${ROAD}\n\n${COST}\n\n新闻推荐\n\n青溪麦收过七成\n\n${HARVEST.slice(0, -6)}...`
  expect(articlesOf(text)).toEqual([['环湖公路改造8月底前恢复通行', ['冯涛'], [ROAD, COST]]])
})

test('a lead above the dateline belongs to the article, what a picture shows does not', () => {
  const lead = '环湖公路改造工程进入收尾阶段。'
  expect(articlesOf(`环湖公路8月底通车\n\n${lead}\n\n青溪网7月4日讯（记者 冯涛）${ROAD}\n\n${COST}`)).toEqual([
    ['环湖公路8月底通车', ['冯涛'], [lead, ROAD, COST]],
  ])
  const picture = '■市交通運輸局局長（左二）介紹，工程進入收尾階段。'
  expect(articlesOf(`环湖公路8月底通车\n\n${picture}\n\n【本報記者馮濤北京15日專電】${ROAD}\n\n${COST}`)).toEqual([
    ['环湖公路8月底通车', ['馮濤'], [ROAD, COST]],
  ])
})

test('what a site says to the program that shows it is no text', () => {
  const text = `环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}\n\n您的IE浏览器版本太低,请升级至IE8及以上版本。`
  expect(articlesOf(text)).toEqual([['环湖公路8月底通车', ['冯涛'], [ROAD]]])
})

test('a line that leads over to the next paragraph begins no article', () => {
  const text = `湖光里的新路——环湖公路采访记\n\n新华社青溪7月31日电 题：湖光里的新路——环湖公路采访记\n\n新华社记者\n\n${ROAD}\n\n這裡是青溪——\n\n${HARVEST}`
  expect(articlesOf(text)).toEqual([['湖光里的新路——环湖公路采访记', [], [ROAD, '這裡是青溪——', HARVEST]]])
})

test('a notice begins with whom it is for', () => {
  const text = `关于评选先进工会的通报\n\n青工字〔2014〕3号\n\n各乡镇、街道工会：\n\n${ROAD}\n\n${COST}`
  expect(articlesOf(text)).toEqual([['关于评选先进工会的通报', [], ['各乡镇、街道工会：', ROAD, COST]]])
})

test('the name of the column before a headline makes no credit of it', () => {
  expect(articlesOf(`主播说财经丨夜市的灯，亮到几点\n\n${ROAD}\n\n${COST}`)).toEqual([['夜市的灯，亮到几点', [], [ROAD, COST]]])
})

test('the day is that of the article where the page names the day of the visit first', () => {
  expect(
    read(`现在时间是:2024年11月22日\n环湖公路8月底通车\n时间 : 2020年05月26日  来源 : 青溪县融媒体中心\n\n${ROAD}`).publishedOn,
  ).toBe('2020-05-26')
})

test('a link whose writer and day follow is an article', () => {
  const text = `环湖公路8月底通车\n\n本报讯（记者 冯涛）${ROAD}\n\n【延伸閱讀】渡船停航一天\n\n評論｜路修好了\n2018-10-24 07:00 文：沈佳（城市研究者）\n\n${COST}\n\n作者為本網特約撰稿人，文章只代表個人意見。`
  expect(articlesOf(text)).toEqual([
    ['环湖公路8月底通车', ['冯涛'], [ROAD]],
    ['路修好了', ['沈佳'], [COST]],
  ])
})

test('the controls between the articles of an electronic edition are no links', () => {
  const text = `环湖公路8月底通车\n\n本报讯 ${ROAD}\n（冯涛 文/图）\n\n上一篇 下一篇 放大+ 缩小-\n\n短波\n\n●县供电局更换老旧电杆八十根。\n●古城五月起实行分时段停车收费。`
  expect(articlesOf(text)).toEqual([
    ['环湖公路8月底通车', ['冯涛'], [ROAD]],
    ['短波', [], ['●县供电局更换老旧电杆八十根。', '●古城五月起实行分时段停车收费。']],
  ])
})

describe('a page in one line', () => {
  const head = '环湖公路8月底通车 沿途新建桥梁7座'
  const foot = '责任编辑：柳青 关于我们 | 联系我们 | 广告服务 青溪在线版权所有 Copyright 2010-2019 青ICP备00000000号'

  test('has its headline where it stands twice, whatever blanks cut it', () => {
    const text = `${head}_要闻_青溪在线 青溪在线 > 新闻频道 > 正文 ${head} 2019年06月12日 07:15 来源：青溪在线 作者：冯涛 欧阳岚 编辑：柳青 [字号 大 中 小] ${ROAD} ${COST} ${HARVEST} ${foot}`
    expect(articlesOf(text)).toEqual([[head, ['冯涛', '欧阳岚'], [ROAD, COST, HARVEST]]])
  })

  test('has it above the line that says when and from where', () => {
    const text = `青溪县人民政府门户网站 网站首页 | 走进青溪 | 政务公开 当前位置：首页 >> 要闻动态 >> 青溪要闻 ${head} 发布时间：2019-06-12 08:42 信息来源：青溪日报 作者：冯涛 浏览次数：263次 ${ROAD} ${COST} ${HARVEST} ${foot}`
    expect(articlesOf(text)).toEqual([[head, ['冯涛'], [ROAD, COST, HARVEST]]])
  })

  test('has two articles where two such lines stand', () => {
    const text = `青溪县农业农村局 首页 机构 新闻 公开 专题 您的当前位置：首页 > 新闻 > 动态 ${head} 日期：2019-06-12 17:35 作者： 来源：县融媒体中心 【字号：大 中 小】 ${ROAD} ${COST} 地方动态 青溪麦收过七成 日期：2019-06-12 来源：青溪日报 作者：冯涛 ${HARVEST} ${foot}`
    expect(articlesOf(text)).toEqual([
      [head, [], [ROAD, COST]],
      ['青溪麦收过七成', ['冯涛'], [HARVEST]],
    ])
  })
})

test('the fields of an export tell what each line is', () => {
  const rule = '————————————————'
  const item = (kicker: string, title: string, writers: string, text: string) =>
    `${rule}\n日期：2014年06月02日　版次：A07　版名：县域\n引题：${kicker}\n标题：${title}\n副题：\n作者：${writers}\n正文：\n　　${text}\n责编：柳青　字数：168\n`
  const text = `青溪晚报数字报检索系统　检索结果：共2条\n\n${item('沿途新建桥梁7座', '环湖公路8月底通车', '本报记者 冯涛 通讯员 欧阳岚', ROAD)}\n${item('', '青溪麦收过七成', '于岚', HARVEST)}${rule}`
  expect(read(text).articles.map(({ title, subtitle, byline }) => [title, subtitle, byline])).toEqual([
    ['环湖公路8月底通车', '沿途新建桥梁7座', ['冯涛', '欧阳岚']],
    ['青溪麦收过七成', null, ['于岚']],
  ])
})

test('a headline stands behind the dateline in brackets where the text stands below', () => {
  const text = `新华社青溪分社　通稿汇编\n1.环湖公路8月底通车\n2.特写：渡口最后一班船\n\n【新华社青溪6月4日电】环湖公路8月底通车\n　　${ROAD}（记者冯涛）\n\n【新华社青溪6月4日电】特写：渡口最后一班船\n新华社记者　于岚\n　　${COST}`
  expect(articlesOf(text)).toEqual([
    ['环湖公路8月底通车', ['冯涛'], [ROAD]],
    ['特写：渡口最后一班船', ['于岚'], [COST]],
  ])
})

test('what stands above the menu of a site is no headline', () => {
  const text = `青溪网\n打开APP\n滚动 | 时政 | 经济 | 文化 | 图片 | 视频\n2020-10-14 18:22\n环湖公路8月底通车\n青溪网10月14日电 (冯涛)${ROAD}\n加载更多\n本网站所刊载信息，不代表青溪网观点。 刊用本网站稿件，务经书面授权。`
  expect(articlesOf(text)).toEqual([['环湖公路8月底通车', ['冯涛'], [ROAD]]])
})

test.each([
  [
    'of an account',
    '环湖公路8月底通车！\n原创 冯涛 青溪发布 2023-06-12 18:30 发表于江苏\n点击蓝字 关注我们',
    '记者：冯涛\n编辑：柳青\n往期推荐\n青溪麦收过七成\n分享 收藏 点赞 在看\n阅读 1.2万',
  ],
  [
    'of a party paper',
    '环湖公路8月底通车！\n本报记者 冯 涛\n2016年06月12日04:31  来源：青溪网\n【字号 大 中 小】 打印 留言 论坛 网摘 手机点评 纠错 E-mail推荐：',
    '(责编：柳青、曲水)\n推荐阅读\n青溪麦收过七成',
  ],
  [
    'of an electronic edition',
    '第A03版：民生\n往期回顾 返回目录 放大 缩小 全文复制\n上一篇 下一篇\n环湖公路8月底通车！\n■本报记者 冯涛',
    '上一篇 下一篇',
  ],
])('the controls of the page %s are no text', (_, head, foot) => {
  expect(articlesOf(`${head}\n${ROAD}\n${COST}\n${HARVEST}\n${foot}`)).toEqual([
    ['环湖公路8月底通车！', ['冯涛'], [ROAD, COST, HARVEST]],
  ])
})

test('a row of signs below the headline belongs to the page, and so does the word that ends it', () => {
  const text = `新聞公報\n環湖公路八月底通車\n＊＊＊＊＊＊＊＊＊\n　　${ROAD}\n　　${COST}\n\n完\n\n2018年6月12日（星期二）\n香港時間16時30分`
  expect(articlesOf(text)).toEqual([['環湖公路八月底通車', [], [ROAD, COST]]])
})

test('the contents end where their numbers end', () => {
  const text = `青溪新闻文字版\n2019年06月12日 19:42\n今日主要内容\n1.环湖公路8月底通车\n2.青溪麦收过七成\n3.短讯\n环湖公路8月底通车\n${ROAD}\n${COST}\n青溪麦收过七成\n${HARVEST}\n短讯\n渡船停航一天\n湖口渡口12日检修设备，渡船停航一天，请乘客改走大桥。`
  expect(articlesOf(text).map(([title]) => title)).toEqual(['环湖公路8月底通车', '青溪麦收过七成', '渡船停航一天'])
})

test('each article of a list of news stands below a line with its day and source', () => {
  const item = (title: string, day: string, text: string) =>
    `${title}\n[2019-06-${day}] 来源：县交通运输局\n${text}\n【返回顶部】\n----------------\n`
  const text = `县区动态\n当前位置：首页 > 新闻中心 > 县区动态\n${item('环湖公路8月底通车', '12', `${ROAD}\n${COST}`)}${item('青溪麦收过七成', '11', HARVEST)}共2条 1/1页 首页 上一页 下一页 尾页`
  expect(articlesOf(text)).toEqual([
    ['环湖公路8月底通车', [], [ROAD, COST]],
    ['青溪麦收过七成', [], [HARVEST]],
  ])
})

test('a number at the end of a line of the page goes on in no sentence', () => {
  const text = `环湖公路8月底通车\n日期：2019-06-12 浏览次数：532\n6月12日，${ROAD}`
  expect(articlesOf(text)).toEqual([['环湖公路8月底通车', [], [`6月12日，${ROAD}`]]])
})

test.each([
  ['青溪新闻网首页 - 新闻 - 评论 - 财经 - 房产 - 汽车 - 健康 - 播客'],
  ['首页→ 财经中心→ 地方经济'],
  ['青溪网 首页 滚动 时政 国际 社会 财经 文化 体育'],
  ['要闻·时政·经济·社会·文化·体育·视频·论坛'],
  ['首页→社会新闻'],
  ['青溪都市网 - 地方新闻 - 民生'],
  ['字数：1123 阅读时间：3分钟'],
  ['2021 06/12 16:42:30 来源：青溪网'],
  ['6月12日 08:20 来自 青溪客户端'],
])('the menu is no headline: %s', menu => {
  const text = `环湖公路8月底通车-青溪网\n\n${menu}\n\n环湖公路8月底通车\n2021年06月12日 16:42　来源：青溪网\n\n${ROAD}\n\n${COST}`
  expect(articlesOf(text)).toEqual([['环湖公路8月底通车', [], [ROAD, COST]]])
})

test.each([['五个乡镇 三年时间 一条水渠 两代人的心愿'], ['农业 工业 服务业一起往前跑']])('no menu: %s', headline => {
  expect(articlesOf(`${headline}\n\n${ROAD}\n\n${COST}`)).toEqual([[headline, [], [ROAD, COST]]])
})

test.each([
  ['环湖公路8月底通车 - 青溪早报 - 好新闻，早知道'],
  ['环湖公路8月底通车_地方新闻_青溪网（qingxi.cn）'],
  ['环湖公路8月底通车|公路|通车|工程'],
  ['环湖公路8月底通车'],
  ['青溪日报图文数据库（1949—2024）'],
])('what stands in the title bar is not the headline: %s', bar => {
  const text = `${bar}\n环湖公路8月底通车\n青溪早报 记者 冯涛 编辑 柳青\n${ROAD}\n${COST}`
  expect(articlesOf(text)).toEqual([['环湖公路8月底通车', ['冯涛'], [ROAD, COST]]])
})

test.each([
  ['原创 冯涛 青溪发布 2023-05-11 18:20 发表于湖北', '编辑：柳青 审核：曲水'],
  ['青溪发布 2023-05-11 18:20', '往期推荐\n青溪麦收过七成\n作者：冯涛\n编辑：柳青 校对：石磊'],
  ['信息来源：青溪新闻 记者 冯涛\n文号 无', '（编辑：柳青）'],
  ['文章来源：青溪网 作者：冯涛', '精彩回顾\n青溪麦收过七成'],
])('who wrote for an account stands above the text or at the foot: %s', (head, foot) => {
  const text = `环湖公路8月底通车\n${head}\n${ROAD}\n${COST}\n${foot}`
  expect(articlesOf(text)).toEqual([['环湖公路8月底通车', ['冯涛'], [ROAD, COST]]])
})

test('each post of an account is an article', () => {
  const text = `青溪日报微博\n@青溪日报 2019-05-11 09:20 来自 微博\n【环湖公路改造8月底前恢复通行】${ROAD}\n转发 12 评论 3 赞 45\n@青溪日报 2019-05-11 10:35 来自 客户端\n#青溪要闻#【青溪麦收面积已经超过七成】${HARVEST}`
  expect(articlesOf(text)).toEqual([
    ['环湖公路改造8月底前恢复通行', [], [ROAD]],
    ['青溪麦收面积已经超过七成', [], [HARVEST]],
  ])
})

describe('a page in one line', () => {
  const BODY = `${ROAD} ${COST} ${HARVEST}`
  const TITLE = '环湖公路改造8月底前恢复通行'

  test.each([
    [
      `${TITLE}_青溪网 青溪网 > 新闻 > 正文 ${TITLE} 2015年05月12日 07:21:33 来源：青溪网 作者：冯涛 柳青禾 用微信扫描二维码 ${BODY} [责任编辑：石磊]`,
    ],
    [
      `${TITLE}--青溪频道--山河网 ${TITLE} 冯涛 柳青禾 2016年05月11日08:21 来源：山河网－青溪频道 手机看新闻 ${BODY} (责编：石磊、曲水)`,
    ],
    [
      `当前位置：首页 > 青溪要闻 ${TITLE} 发布时间：2022-05-11 来源：青溪县融媒体中心 ${BODY} （记者：冯涛 柳青禾） 一审：石磊 二审：曲水`,
    ],
    [`首页 > 工作动态 ${TITLE} 发布时间：2020-05-11 信息来源：办公室 ${BODY} （供稿：冯涛 柳青禾） 打印 关闭`],
    [`青溪网 > 新闻 ${TITLE} 时间：2017-05-11 10:20:33 来源：青溪网 ${BODY} 记者：冯涛 通讯员：柳青禾 编辑：石磊 审核：曲水`],
    [
      `${TITLE} 来源：青溪网 作者：冯涛 柳青禾 编辑：石磊 2020-05-11 10:21:33 —分享— ${BODY} 来源：青溪网 作者：冯涛 柳青禾 编辑：石磊 本文为青溪网原创文章。`,
    ],
    [
      `青溪日报数字报 2019年05月11日 星期六 第03版：要闻 上一版 下一版 版面导航 标题导航 ${TITLE} 本报记者 冯涛 通讯员 柳青禾 2019-05-11 ${BODY} 上一篇 下一篇`,
    ],
    [`${TITLE} 澎湃新闻记者 冯涛 实习生 柳青禾 2022-03-05 08:12 来源：澎湃新闻 听全文 字号 ${BODY} 责任编辑：石磊`],
    [`首页 > 要闻 ${TITLE} 2018-05-11 10:20 来源：青溪网 ${BODY} 监制：石磊 撰文：冯涛 柳青禾 编辑：曲水`],
    [
      `${TITLE}-中新网 首页→地方新闻 ${TITLE} 2021年08月03日 16:42 来源：中国新闻网 中新网青溪8月3日电 (冯涛 柳青禾)${BODY}(完) 【编辑:石磊】`,
    ],
  ])('names its writers: %s', text => {
    expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([[TITLE, ['冯涛', '柳青禾']]])
  })

  test('names its writers alone below the second headline, where the title of the page is longer', () => {
    const text = `现场评论：${TITLE}--经济·科技--山河网 山河网>>经济·科技 现场评论 ${TITLE} 冯涛 柳青禾 2022年05月17日05:49 | 来源：山河网 小字号 ${BODY} (责编：石磊)`
    expect(articlesOf(text).map(([, byline]) => byline)).toEqual([['冯涛', '柳青禾']])
  })

  test('keeps its title with a comma apart from the text', () => {
    const text = `今年春耕有新招，田间来了机器人--时政--山河网 ${BODY} 版权所有 Copyright © 山河网 许可证10120170001`
    expect(articlesOf(text)[0]?.[0]).toBe('今年春耕有新招，田间来了机器人')
  })

  test('holds an article for each dateline, also behind a headline with a comma', () => {
    const text = `1.${TITLE} 新华社青溪5月11日电（记者冯涛）${ROAD} ${COST}（完） 2.三夏之后，农机手们坐到了一起 新华社青溪5月11日电 （次仁央宗 柳青禾）${HARVEST} ${COST}（完）`
    expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
      [`1.${TITLE}`, ['冯涛']],
      ['2.三夏之后，农机手们坐到了一起', ['次仁央宗', '柳青禾']],
    ])
  })

  test('names alone in parentheses at its end are those of the writers, whatever their language', () => {
    const text = `青溪网 > 新闻 ${TITLE} 时间：2017-05-11 来源：青溪网 ${BODY}（次仁央宗 石磊） [编辑：曲水]`
    expect(articlesOf(text).map(([, byline]) => byline)).toEqual([['次仁央宗', '石磊']])
  })

  test.each([
    [`${TITLE} 青溪观察 2023-05-11 08:00 文 | 冯涛 ${BODY} 本文系原创，未经授权不得转载。`],
    [
      `青溪日报图文数据库（1949-2024） 青溪日报 2021年05月11日 星期二 ${TITLE} 本报记者 冯涛 《 青溪日报 》（ 2021年05月11日 第 10 版） ${BODY} 返回目录 上一篇 下一篇`,
    ],
    [`青溪晚报网 >> 要闻 ${TITLE} 2016-05-11 02:31:22 | 来源：青溪晚报 | 编辑：石磊 文/记者冯涛 图/记者曲水 ${BODY} 分享到：`],
  ])('tells its writer from others and its headline from the name of the site: %s', text => {
    expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([[TITLE, ['冯涛']]])
  })

  test.each([['深山货 网上卖 农民富（政策落地调查）'], ['稳外贸 港口动起来'], ['以水为媒 以路为桥 建设湖畔交通枢纽']])(
    'has a headline that blanks cut: %s',
    headline => {
      const text = `首页 > 要闻 > 正文 ${headline} 2019年05月11日 10:20 来源：青溪日报 本报记者 冯涛 ${BODY} 责任编辑：石磊`
      expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([[headline, ['冯涛']]])
    },
  )

  test('is whole again where it was printed on sheets', () => {
    const line = `青溪网 > 新闻 > 正文 ${TITLE} 2019年05月11日 10:20 来源：青溪日报 本报记者 冯涛 ${BODY} ${ROAD} 责任编辑：石磊 青溪网版权所有 Copyright 2019`
    const rows = line.match(/.{1,30}/gu) ?? []
    const sheet = `${TITLE} - 青溪网\nhttp://news.qingxi.example/2019/0511/c1001.html\n`
    const text = `${sheet}${rows.slice(0, 5).join('\n')}\n第 1 页 共 2 页\n${sheet}${rows.slice(5).join('\n')}\n`
    expect(articlesOf(text)).toEqual([[TITLE, ['冯涛'], [ROAD, COST, HARVEST, ROAD]]])
  })

  test('goes on with another article behind the end of a report, of which no dateline tells', () => {
    const text = `${TITLE} 新华社青溪5月11日电 题：${TITLE} 新华社记者冯涛、石磊 ${BODY}（完） 三夏之后看青溪 新华社记者柳青禾 ${HARVEST} ${COST}（完）`
    expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
      [TITLE, ['冯涛', '石磊']],
      ['三夏之后看青溪', ['柳青禾']],
    ])
  })
})

test('tags in brackets and the number of the report are no part of its headline', () => {
  const text = `新华社5月11日新闻稿\n（时政）（1）环湖公路8月底前恢复通行\n新华社青溪5月11日电（记者冯涛）${ROAD}（完）\n［经济］（2）青溪麦收过七成\n新华社青溪5月11日电（记者柳青禾）${HARVEST}（完）`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
    ['环湖公路8月底前恢复通行', ['冯涛']],
    ['青溪麦收过七成', ['柳青禾']],
  ])
})

describe('a post of an account with several items', () => {
  const head = '青溪融媒\n2022-08-12 18:30 发表于湖北\n点击上方“青溪融媒”关注我们'
  const foot = '来源：青溪县融媒体中心\n编辑：石磊\n审核：曲水'

  test.each([
    ['一、', '二、', '（记者 冯涛）', '（记者 柳青禾）'],
    ['①', '②', '记者 冯涛', '青溪融媒记者 柳青禾'],
    ['01\n', '02\n', '记者：冯涛', '记者：柳青禾'],
    ['▍', '▍', '文/记者 冯涛', '文/记者 柳青禾'],
    ['PART 01\n', 'PART 02\n', '记者丨冯涛', '记者丨柳青禾'],
  ])('has an article for each: %j', (first, second, one, other) => {
    const lines = `${head}\n${first}环湖公路8月底通车\n${ROAD}\n${COST}\n${one}\n${second}青溪麦收过七成\n${HARVEST}\n${other}\n${foot}`
    for (const text of [lines, lines.replace(/\n/gu, '\n\n')])
      expect(articlesOf(text).map(([title, byline]) => [String(title).slice(-7), byline])).toEqual([
        ['公路8月底通车', ['冯涛']],
        ['青溪麦收过七成', ['柳青禾']],
      ])
  })

  test('has them in one line too, signed above or below their text', () => {
    const below = `青溪融媒 2022-08-12 18:30 环湖公路8月底通车 ${ROAD} ${COST} （记者 冯涛） 青溪麦收过七成 ${HARVEST} ${COST} （记者 柳青禾） 编辑：石磊`
    const above = `青溪日报 2019年05月11日 第02版：综合新闻 环湖公路8月底通车 □ 本报记者 冯涛 ${ROAD} ${COST} 青溪麦收过七成 □ 本报记者 柳青禾 ${HARVEST} ${COST} 版权声明`
    for (const text of [below, above])
      expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
        ['环湖公路8月底通车', ['冯涛']],
        ['青溪麦收过七成', ['柳青禾']],
      ])
  })
})

test.each([
  [`新华社青溪５月１１日电　通讯：环湖公路8月底前恢复通行\n新华社记者　冯涛　柳青禾`],
  [
    `【新华社稿】　编号：0511-021\n环湖公路8月底前恢复通行\n新华社青溪5月11日电　题：环湖公路8月底前恢复通行\n新华社记者冯涛、柳青禾`,
  ],
])('the kind, the number and the headline of a wire: %s', head => {
  const [article, ...others] = articlesOf(`${head}\n${ROAD}\n${COST}\n${HARVEST}（完）`)
  expect(others).toEqual([])
  expect(article?.[0]).toMatch(/^(?:通讯：)?环湖公路8月底前恢复通行$/u)
  expect(article?.[1]).toEqual(['冯涛', '柳青禾'])
})

test('two reports in one line whose headlines stand behind 题：, in parts', () => {
  const text = `(经济观察)渔民上岸住新居 海上船家成历史 中新社青溪5月11日电 题：渔民上岸住新居 海上船家成历史 中新社记者 冯涛 ${ROAD} ${COST}(完) (近观)青溪麦收过七成 中新社青溪5月11日电 题：青溪麦收过七成 作者 柳青禾 ${HARVEST} ${COST}(完)`
  expect(articlesOf(text).map(([title, byline]) => [title, byline])).toEqual([
    ['渔民上岸住新居 海上船家成历史', ['冯涛']],
    ['青溪麦收过七成', ['柳青禾']],
  ])
})
