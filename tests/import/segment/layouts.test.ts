/** Pages as papers, agencies and sites set them: where each article begins and ends, its headline and its writers. All of it is invented. */
import { cleanPage } from '../../../import/clean/clean-page'
import { segmentPage } from '../../../import/segment/segment-page'

const HARVEST = '连日来，青溪县抢抓晴好天气，组织农机手下田作业。截至6月2日，全县已收获小麦18.6万亩，占应收面积的七成。'
const PLAN = '下一步，青溪县将推进秸秆综合利用，支持合作社购置打捆机，让农民在丰收的同时多一份收入。'
const ROAD = '市交通运输局近日发布消息，环湖公路改造工程进入收尾阶段，预计8月底前恢复双向通行。'
const COST = '据了解，该工程全长42公里，总投资6.8亿元，设计时速80公里，沿途新建桥梁7座。'
const SCHOOL = '市教育局昨日召开会议，部署新学期校园安全工作。会议要求，各学校要逐项排查，建立台账。'

type Expected = readonly [title: string, byline: readonly string[], body: readonly string[]]

const PAGES: readonly (readonly [name: string, text: string, articles: readonly Expected[]])[] = [
  [
    'articles run together, kicker and second headline line and all',
    `韩立群在全市三夏工作调度会上强调\n抢时间抓进度 确保颗粒归仓\n本报讯（记者 郑国强）${HARVEST}\n${PLAN}\n环湖公路改造进入收尾阶段\n本报讯（通讯员 王丽 记者 冯涛）${ROAD}\n${COST}`,
    [
      ['抢时间抓进度 确保颗粒归仓', ['郑国强'], [HARVEST, PLAN]],
      ['环湖公路改造进入收尾阶段', ['王丽', '冯涛'], [ROAD, COST]],
    ],
  ],
  [
    'a name of the paper and a column above the headline',
    `03 国资国企\n2021年6月22日 星期二\n中国工业报\n\n“十四五”开局看国企\n\n老厂区长出新链条\n——青溪机械厂改革见闻\n\n■本报记者 阎若 佟佳慧 通讯员 冉启\n\n${ROAD}\n\n${COST}`,
    [['老厂区长出新链条', ['阎若', '佟佳慧', '冉启'], [ROAD, COST]]],
  ],
  [
    'a headline below its byline',
    `深 瞳\n科技日报 05\n\n◎本报记者 骆香茹\n\n给麦田装上“中国芯”\n\n——青溪育种攻关透视\n\n[插图略]\n\n${HARVEST}\n\n${PLAN}`,
    [['给麦田装上“中国芯”', ['骆香茹'], [HARVEST, PLAN]]],
  ],
  [
    'short news, each signed, with the headline before the text',
    `环湖公路改造进入收尾阶段\n\n本报讯（记者 冯涛）${ROAD}\n\n简 讯\n\n▲青溪麦收过七成 ${HARVEST}（吴珂）\n\n▲校园安全排查启动 ${SCHOOL}（张也）`,
    [
      ['环湖公路改造进入收尾阶段', ['冯涛'], [ROAD]],
      ['青溪麦收过七成', ['吴珂'], [HARVEST]],
      ['校园安全排查启动', ['张也'], [SCHOOL]],
    ],
  ],
  [
    'short news without headlines is one list',
    `环湖公路改造进入收尾阶段\n\n本报讯（记者 冯涛）${ROAD}\n\n简讯\n\n●${HARVEST}（吴珂）\n●${SCHOOL}（张也）`,
    [
      ['环湖公路改造进入收尾阶段', ['冯涛'], [ROAD]],
      ['简讯', ['吴珂', '张也'], [`●${HARVEST}`, `●${SCHOOL}`]],
    ],
  ],
  [
    'writers at the end of the last paragraph',
    `二环路“电子眼”上岗\n\n${ROAD}\n\n${COST}　　蓉城晚报记者 苟万 实习生 税小雨`,
    [['二环路“电子眼”上岗', ['苟万', '税小雨'], [ROAD, COST]]],
  ],
  [
    'a Hong Kong page with its credits and column',
    `維港日報\n2017年8月22日 星期二\n中國新聞 A12 責任編輯：連啟聰 版面設計：周勁濤\n\n粵港澳大灣區\n\n南沙招手港青：三年免租「拎包創業」\n擬增設「港澳通」服務專窗　逾210項事務可跨境辦\n\n【維港日報訊】（記者 敖詠嫻 廣州報道）${ROAD}\n\n債通滿月\n\n「北向通」日均成交22億\n\n${COST}　　本報記者 龍昭然`,
    [
      ['南沙招手港青：三年免租“拎包創業”', ['敖詠嫻'], [ROAD]],
      ['“北向通”日均成交22億', ['龍昭然'], [COST]],
    ],
  ],
  [
    'a saved page whose headline names its site',
    `“桂惠贷”浇灌“桑蚕树” - 青溪县人民政府门户网站（存档页）\n无障碍浏览 | 长者模式 | 繁体 | English | 登录\n2021-11-09 09:46 来源：青溪报 作者：覃雨欣 蒙怀远\n\n${HARVEST}\n\n**金融活水流进蚕房**\n\n${PLAN}`,
    [['“桂惠贷”浇灌“桑蚕树”', ['覃雨欣', '蒙怀远'], [HARVEST, '金融活水流进蚕房', PLAN]]],
  ],
  [
    'an agency report with those who took part',
    `　　新华社北京5月9日电 题：麦收时节看青溪——聚焦三夏\n\n　　新华社记者 褚青禾、鲜于敏\n\n　　${HARVEST}\n\n　　农机从哪里来？\n\n　　${PLAN}（参与采写记者：佘春晓、庹长河）`,
    [['麦收时节看青溪——聚焦三夏', ['褚青禾', '鲜于敏'], [HARVEST, '农机从哪里来？', PLAN]]],
  ],
  [
    'the second of three heading lines is the headline',
    `全市夏粮收购“三年行动”过半\n今年390个粮站换新颜\n收购点每处补贴15万元 惠及农户6.2万户\n\n本报讯（首席记者 拜昱 实习生 樊子）${HARVEST}\n\n${PLAN}`,
    [['今年390个粮站换新颜', ['拜昱', '樊子'], [HARVEST, PLAN]]],
  ],
  [
    'a headline of two lines, the first of which says nothing yet, below the label of related news',
    `环湖公路改造提速\n\n本报讯（记者 冯涛）${ROAD}\n\n■相关新闻\n\n“门前十五分钟”便民菜店\n今年再添120家\n\n本报讯（记者 瞿畅）${PLAN}`,
    [
      ['环湖公路改造提速', ['冯涛'], [ROAD]],
      ['“门前十五分钟”便民菜店 今年再添120家', ['瞿畅'], [PLAN]],
    ],
  ],
  [
    'a saved page whose menu stands in short lines',
    `海峡网\n登录\n|\n注册\n首页\n快讯\n产经\n公司\n当前位置：\n产经\n>>\n正文\n青溪“新基建”三年计划落地 总投资力争超20亿元\n2020-08-27 08:42:16\n来源：\n海峡网\n作者：\n巫晓蔓 潘岳\n字号：\n大\n中\n小\n分享到：\n微信\nQQ空间\n收藏\n\n${ROAD}\n\n${COST}\n\n【编辑：甘棠】\n为你推荐\n青溪麦收过七成`,
    [['青溪“新基建”三年计划落地 总投资力争超20亿元', ['巫晓蔓', '潘岳'], [ROAD, COST]]],
  ],
  [
    'a picture and what is said of it are all that the page holds',
    `农机手来抢收\n\n2016年08月29日 10:42 海曙新闻网\n字号:TT\n\n${HARVEST}(刘波 毛一摄)\n\n本文来源: 海曙新闻网 责任编辑: 邬蓓`,
    [['农机手来抢收', ['刘波', '毛一'], [HARVEST]]],
  ],
  [
    'the byline of a Taiwan paper',
    `閩自貿區掛牌近滿月\n廈門片區湧進1,874家企業\n台資佔近兩成 一照一碼3小時領證\n記者方又青、歐陽克／廈門報導\n\n${ROAD}\n\n4月出口連六黑\n商務部：「穩增長22條」將發威\n本報綜合報導\n\n${COST}`,
    [
      ['廈門片區湧進1,874家企業', ['方又青', '歐陽克'], [ROAD]],
      ['4月出口連六黑', [], [COST]],
    ],
  ],
  [
    'a table of the web with rights and credits around the text',
    `夏粮收购开秤 | ||||\n---|---|---\nhttp://www.example.cn 2004年11月04日07:31 安平日报 | ||||\n凡本报记者署名文字、图片，版权均属安平晚报社所有。任何媒体未经授权不得转载。\n本报记者 金淼 ${HARVEST}\n出品：孙平\n编导：畅婷`,
    [['夏粮收购开秤', ['金淼'], [HARVEST]]],
  ],
]

const MORE_PAGES: readonly (readonly [name: string, text: string, articles: readonly Expected[]])[] = [
  [
    'headlines without a byline, of articles and of sections',
    `青溪麦收过七成\n\n${HARVEST}\n\n农机手的麦收账\n\n青溪县的农机手说，${PLAN}\n\n环湖公路预计8月底前恢复双向通行\n\n${ROAD}\n\n${COST}`,
    [
      ['青溪麦收过七成', [], [HARVEST, '农机手的麦收账', `青溪县的农机手说，${PLAN}`]],
      ['环湖公路预计8月底前恢复双向通行', [], [ROAD, COST]],
    ],
  ],
  [
    'sections in brackets below an opening',
    `青溪麦收过七成\n□安报首席记者 沈敏之\n【开场】${HARVEST}\n【王牌一：一台“说来就来”的农机】\n${PLAN}`,
    [['青溪麦收过七成', ['沈敏之'], [`【开场】${HARVEST}`, '【王牌一：一台“说来就来”的农机】', PLAN]]],
  ],
  [
    'a headline that breaks in a word, and one of two short lines',
    `我市前三季度实际到\n位外资增长17%\n本报讯（记者 冯涛）${COST}\n\n砍一株病树\n保一片果园\n本报讯（记者 瞿畅）${PLAN}`,
    [
      ['我市前三季度实际到位外资增长17%', ['冯涛'], [COST]],
      ['砍一株病树 保一片果园', ['瞿畅'], [PLAN]],
    ],
  ],
  [
    'the slogan in two lines between what happened and who spoke',
    `全市三夏工作会议召开\n以“快”为导向 以“实”为路径\n加快把夏粮收到仓里\n韩立群强调 让更多农机下到田头\n\n安平日报讯（记者 冯涛）${HARVEST}`,
    [['以“快”为导向 以“实”为路径 加快把夏粮收到仓里', ['冯涛'], [HARVEST]]],
  ],
  [
    'a column above the headline of which the text knows nothing',
    `在希望的田野上\n青溪县抢抓晴好天气收小麦\n本报记者 瞿畅\n${HARVEST}`,
    [['青溪县抢抓晴好天气收小麦', ['瞿畅'], [HARVEST]]],
  ],
  [
    'the contents of a front page',
    `安平日报\n2021年6月3日 星期四\n今日导读\n学校开学 2版\n水位回落 3版\n\n青溪麦收过七成\n\n本报记者 瞿畅\n\n${HARVEST}`,
    [['青溪麦收过七成', ['瞿畅'], [HARVEST]]],
  ],
  [
    'the news of a television station with contents and sign-offs',
    `《安平新闻联播》 2019年5月30日\n\n【导语】\n观众朋友，晚上好。今天节目的主要内容有：\n青溪麦收过七成\n环湖公路月底通车\n\n【口播】\n青溪麦收过七成\n${HARVEST}\n本台记者景晖、任晓报道。\n\n【口播】\n环湖公路月底通车\n${ROAD}\n本台记者任珂报道。\n\n【结束语】\n今天的节目播送完了，感谢您的收看，再见。`,
    [
      ['青溪麦收过七成', ['景晖', '任晓'], [HARVEST]],
      ['环湖公路月底通车', ['任珂'], [ROAD]],
    ],
  ],
  [
    'short items below a label, each with its headline behind a list sign',
    `業績速遞\n■遠東紡紗中期純利跌三成\n　　${COST}\n■海通物流多賺兩成\n　　${ROAD}`,
    [
      ['■遠東紡紗中期純利跌三成', [], [COST]],
      ['■海通物流多賺兩成', [], [ROAD]],
    ],
  ],
  [
    'a box whose headline stands before its text',
    `青溪麦收过七成\n\n本报记者 瞿畅 文/图\n\n${HARVEST}\n\n□ 相关链接\n安平夏收专项行动战果：记者从市农业农村局获悉，${COST}`,
    [
      ['青溪麦收过七成', ['瞿畅'], [HARVEST]],
      ['安平夏收专项行动战果', [], [`记者从市农业农村局获悉，${COST}`]],
    ],
  ],
  [
    'items with their headlines in brackets',
    `要闻速览\n\n【青溪麦收过七成】${HARVEST}（吴珂）\n【环湖公路月底通车】${ROAD}（张也）`,
    [
      ['青溪麦收过七成', ['吴珂'], [HARVEST]],
      ['环湖公路月底通车', ['张也'], [ROAD]],
    ],
  ],
  [
    'a summary between headline and byline, and the source below the text',
    `青溪麦收过七成\n\n核心提示：${PLAN}\n\n本报记者 瞿畅\n\n${HARVEST}\n\n环湖公路月底通车\n\n${ROAD}\n\n来源：安平日报 记者 吴珂`,
    [
      ['青溪麦收过七成', ['瞿畅'], [HARVEST]],
      ['环湖公路月底通车', ['吴珂'], [ROAD]],
    ],
  ],
  [
    'wires of an agency, one below the other without an empty line, each of which says that it is over',
    `环湖公路月底通车\n中新社青溪7月12日电 （记者 冯涛）市交通运输局近日发布消\n息，环湖公路改造工程进入收尾阶段，预计8月底前恢复\n双向通行，沿途新建桥梁7座，“孩子们上学近了，快\n了。”（完）\n青溪鲜果首次装船出口远方\n中新社远山7月12日电 （王丽）市教育局昨日召开会议，\n部署新学期校园安全工作。会议要求，各学校要逐项排\n查，建立台账，按周上报进度。（完）`,
    [
      [
        '环湖公路月底通车',
        ['冯涛'],
        [
          '市交通运输局近日发布消息，环湖公路改造工程进入收尾阶段，预计8月底前恢复双向通行，沿途新建桥梁7座，“孩子们上学近了，快了。”',
        ],
      ],
      [
        '青溪鲜果首次装船出口远方',
        ['王丽'],
        ['市教育局昨日召开会议，部署新学期校园安全工作。会议要求，各学校要逐项排查，建立台账，按周上报进度。'],
      ],
    ],
  ],
  [
    'hard-wrapped lines, the first of which begins with the writers',
    `校园安全排查启动\n（记者 吴珂 通讯员 青公宣）市教育局昨日召开会议，部\n署新学期校园安全工作。会议要求，各学校要逐项排查，建\n立台账，按周上报进度，落实到岗到人，做到不留死角，不\n留盲区。`,
    [
      [
        '校园安全排查启动',
        ['吴珂', '青公宣'],
        [
          '市教育局昨日召开会议，部署新学期校园安全工作。会议要求，各学校要逐项排查，建立台账，按周上报进度，落实到岗到人，做到不留死角，不留盲区。',
        ],
      ],
    ],
  ],
  [
    'short news whose first item has no headline',
    `简讯\n\n▲${HARVEST}（吴珂）\n▲截至10月底，柳河市已完成校舍改造 学校57所，占规划任务的83.8%。（张也）`,
    [['简讯', ['吴珂', '张也'], [`▲${HARVEST}`, '▲截至10月底，柳河市已完成校舍改造学校57所，占规划任务的83.8%。']]],
  ],
  [
    'a heading of three characters that looks like a name, between the paragraphs of an article',
    `环湖公路月底通车\n□ 本报记者 冯 涛\n\n${ROAD}\n\n拓渠道\n\n${COST}\n\n〖本报青溪9月5日电〗（记者 吴珂）${SCHOOL}`,
    [
      ['环湖公路月底通车', ['冯涛'], [ROAD, '拓渠道', COST]],
      ['', ['吴珂'], [SCHOOL]],
    ],
  ],
  [
    'names behind a dateline in hard-wrapped lines, in parentheses and without them',
    `新华社青溪8月15日电　记者 沈佳、方立志\n八月十五日是生态日。市教育局昨日召开会议，部署新学期\n校园安全工作。会议要求，各学校要逐项排查，建立台账，\n按周上报进度。\n环湖公路月底通车\n本报讯（记者 阿依努尔·买买提 \n孟小野）市交通运输局近日发布消息，环湖公路改造工程进入\n收尾阶段，预计8月底前恢复双向通行。`,
    [
      [
        '',
        ['沈佳', '方立志'],
        [
          '八月十五日是生态日。市教育局昨日召开会议，部署新学期校园安全工作。会议要求，各学校要逐项排查，建立台账，按周上报进度。',
        ],
      ],
      ['环湖公路月底通车', ['阿依努尔·买买提', '孟小野'], [ROAD]],
    ],
  ],
  [
    'the name of a column behind a sign that else stands before what a picture shows',
    `环湖公路月底通车\n\n本报讯（记者 冯涛）${ROAD}\n\n▶▶ 简讯\n●${HARVEST}（记者 吴珂）\n●${SCHOOL}（通讯员 张也）`,
    [
      ['环湖公路月底通车', ['冯涛'], [ROAD]],
      ['▶▶ 简讯', ['吴珂', '张也'], [`●${HARVEST}`, `●${SCHOOL}`]],
    ],
  ],
]

test.each([...PAGES, ...MORE_PAGES])('%s', (_, text, articles) => {
  const page = segmentPage(cleanPage({ name: 'page.txt', text, meta: {} }))
  expect(page.articles.map(({ title, byline, text: body }) => [title, byline, body.split('\n')])).toEqual(articles)
})

test('the torn right edge of a scan does not end its paragraphs', () => {
  const page = segmentPage(
    cleanPage({
      name: 'page.txt',
      text: [
        '青溪:林票变钞票',
        '本报讯(记者 官其昌 文 /图 )"以前一亩山一',
        '年分不到 20 元 ,现在手里有了林票 ,年年有分',
        '红 ."11 月 1 日 ,青溪县柳河镇村民俞发根',
        '拿着刚领到的林票乐呵呵地说 。',
        '林票制度改革是我市深化集体林权制度',
        '改革的新探索 。青溪县林业局局长 池贤良介绍 ,全',
        '县今年确定 12 个村开展试点 ,已发行林票 643',
        '万元 ,惠及村民 3120 户 。"村里出山 、国有林场出',
        '钱出技术 ,收益按股分 ."',
      ].join('\n'),
      meta: {},
    }),
  )
  expect(page.articles).toHaveLength(1)
  expect(page.articles[0]).toMatchObject({ title: '青溪：林票变钞票', byline: ['官其昌'] })
  expect(page.articles[0]?.text.split('\n').map(paragraph => paragraph.slice(0, 6))).toEqual(['“以前一亩山', '林票制度改革'])
})

test('the day of the article counts, not that of the visit', () => {
  const text = `新聞源\n\n2024年12月19日 星期四\n\n青溪麥收過七成\n\n發佈時間:2015-02-16 07:25:39 來源:經濟參考 責任編輯:張雷\n\n${HARVEST}`
  expect(segmentPage(cleanPage({ name: 'page.txt', text, meta: {} })).publishedOn).toBe('2015-02-16')
})
