/** The text versions of programmes, Hong Kong pages and local papers: what stands in lines of its own between the articles. All of it is invented. */
import { cleanPage } from '../../../import/clean/clean-page'
import { segmentPage } from '../../../import/segment/segment-page'

const articlesOf = (text: string) => segmentPage(cleanPage({ name: 'page.txt', text, meta: {} })).articles
const titles = (text: string) => articlesOf(text).map(({ title }) => title)
const bylines = (text: string) => articlesOf(text).map(({ byline }) => byline)
const ends = (text: string) => articlesOf(text).map(({ text: body }) => body.slice(-6))

const TEA =
  '青溪市农业部门今天公布的数据显示，全市春茶采摘面积达到三十六万亩，比去年同期多出两万亩，鲜叶平均收购价每斤上涨四元。茶农们说，今年雨水匀，头道茶卖得快。'
const LOCK =
  '记者从航道部门了解到，远山船闸扩能工程今天提前四十天通水试运行。工程完工后，千吨级货船可以全天候过闸，平均待闸时间由十九小时缩短到六小时。'
const BRIEFS = [
  ['清湾水库下闸蓄水', '清湾水库今天下闸蓄水，总库容一点二亿立方米，可满足下游六个乡镇的灌溉需要。'],
  ['青溪站恢复夜间候车', '从今晚起，青溪站恢复夜间候车，候车室开放到最后一班列车发出。'],
  ['远山机场新增两条航线', '远山机场今天新增飞往两个沿海城市的航线，每天各一班。'],
] as const

describe('the contents of a programme', () => {
  const items = BRIEFS.map(([title, text]) => `${title}\n${text}`).join('\n')
  const body = `青溪春茶采摘过半\n${TEA}\n\n远山船闸提前通水\n${LOCK}\n\n国内快讯\n${items}`
  const all = ['青溪春茶采摘过半', '远山船闸提前通水', ...BRIEFS.map(([title]) => title)]

  test.each([
    [
      'numbered, with a list in the list',
      '1、青溪春茶采摘过半\n2、远山船闸提前通水\n3、国内快讯：\n（1）清湾水库下闸蓄水\n（2）青溪站恢复夜间候车\n（3）远山机场新增两条航线',
    ],
    ['behind list signs, the short news by its name alone', '● 青溪春茶采摘过半\n● 远山船闸提前通水\n● 国内快讯'],
    ['with Chinese numerals', '一、青溪春茶采摘过半\n二、远山船闸提前通水\n三、国内快讯'],
  ])('%s begin no article', (_, contents) => {
    expect(
      titles(
        `2021年3月9日《晚间新闻》文字版\n\n内容速览：\n${contents}\n\n以下为详细内容：\n\n${body}\n\n本期节目到这里就结束了，感谢收看。`,
      ),
    ).toEqual(all)
  })

  test('each headline below the heading of short news begins an item, and the last ends where the programme does', () => {
    expect(ends(`${body}\n本次联播就播送完了，感谢收看。`).slice(-3)).toEqual(BRIEFS.map(([, text]) => text.slice(-6)))
  })

  test('a report below them keeps its sections', () => {
    const report = `老街改造怎么改\n本报讯（记者 甘小满）${LOCK}${TEA}\n听居民的\n${TEA}\n听商户的\n${TEA}`
    expect(titles(`国内快讯\n${items}\n\n${report}`)).toHaveLength(BRIEFS.length + 1)
  })
})

describe('reporters', () => {
  const item = (signed: string) => `远山船闸提前通水\n${LOCK}\n${signed}\n青溪春茶采摘过半\n${TEA}\n本台记者费小舟报道。`

  test.each([
    ['记者 苗青禾 通讯员 覃大川 摄像 崔见山', ['苗青禾', '覃大川']],
    ['（记者：苗青禾 摄像：崔见山）', ['苗青禾']],
    ['远山台记者苗青禾、覃大川报道。', ['苗青禾', '覃大川']],
  ])('%s: those who filmed are none of them', (signed, names) => {
    expect(bylines(item(signed))).toEqual([names, ['费小舟']])
  })

  test('are named at the end of a paragraph, and before what was recorded', () => {
    const text = `远山船闸提前通水\n${LOCK}远山台记者苗青禾报道：\n【出录音】船工佟海山说：“过去等一天一夜，现在喝壶茶就过去了。”【录音止】\n\n青溪春茶采摘过半\n${TEA}本台记者费小舟、实习生覃晓报道。`
    expect(bylines(text)).toEqual([['苗青禾'], ['费小舟', '覃晓']])
    expect(ends(text)[0]).toContain('录音止')
  })

  test('report from somewhere, whatever commas the sentence below holds', () => {
    const text =
      '春茶開採\n【青溪日報訊】記者毛青禾、郭大川深圳報道：一隻機械手夾起葡萄，放進盒裏，皮不破、霜不掉、味不變，同學們都說好。'
    expect(bylines(text)).toEqual([['毛青禾', '郭大川']])
    expect(bylines(`春茶開採\n青溪日報記者 毛青禾【廣州報道】\n${TEA}`)).toEqual([['毛青禾']])
  })

  test.each([
    '文｜苗青禾 图｜费小舟',
    '· 苗青禾 ·',
    '统筹/费小舟 采写/苗青禾',
    '撰文：苗青禾 攝影：費小舟',
    '记者 苗青禾 通讯员 费小舟 摄像 崔见山',
  ])('stand above the text: %s', line => {
    expect(bylines(`春茶采摘过半\n${line}\n${TEA}\n${LOCK}`)[0]).toContain('苗青禾')
  })

  test.each([
    '编辑：费小舟 记者：苗青禾',
    '（编辑 费小舟 记者 苗青禾）',
    '（来源：青溪融媒 记者：苗青禾）',
    '（青溪中学教师 苗青禾）',
    '（作者苗青禾系青溪县教师）',
    '【记者】苗青禾',
  ])('stand below it, apart from those who edited: %s', line => {
    expect(bylines(`春茶采摘过半\n${TEA}\n${LOCK}\n${line}\n\n远山船闸提前通水\n本报讯（记者 佟海山）${LOCK}`)).toEqual([
      ['苗青禾'],
      ['佟海山'],
    ])
  })

  test.each([
    '本台消息（记者苗青禾）：',
    '（青溪日報報道）記者苗青禾報道：',
    '清湾讯（苗青禾）',
    '【青溪融媒讯】记者苗青禾报道：',
  ])('begin the text: %s', opening => {
    expect(bylines(`春茶采摘过半\n${opening}${TEA}\n${LOCK}`)).toEqual([['苗青禾']])
  })

  test('of a house may bear a word as name, and no place', () => {
    expect(bylines(item('本台记者高山报道。'))[0]).toEqual(['高山'])
    expect(bylines(`春茶采摘过半\n${TEA}\n大公報記者高山`)).toEqual([['高山']])
  })

  test('are no dateline where a correspondent is named beside them', () => {
    expect(bylines(item('本台记者苗青禾、通讯员覃大川播送。'))).toEqual([['苗青禾', '覃大川'], ['费小舟']])
  })

  test('stand behind the name of their programme', () => {
    expect(bylines(`远山船闸提前通水\n某某网消息（早间新闻 记者 苗青禾 覃大川）：${LOCK}`)).toEqual([['苗青禾', '覃大川']])
  })

  test('before a camera are those who report', () => {
    const text = `【导语】${TEA}\n【解说】${LOCK}\n【记者出镜】记者 苗青禾：我身后就是刚刚通水的船闸。\n【同期声】船工 佟海山：过去要等一天一夜。`
    expect(bylines(`远山船闸提前通水\n${text}`)).toEqual([['苗青禾']])
  })
})

describe('the script of a programme', () => {
  test('that two presenters read in turn begins an item with each message of the station', () => {
    const text = `男：青溪人民广播电台。\n女：各位听众，早上好，欢迎收听《青溪早新闻》。\n女：首先请听新闻提要：\n男：青溪春茶采摘过半；\n女：远山船闸提前通水；\n男：清湾水库下闸蓄水。\n女：下面请听详细内容。\n男：本台消息：${TEA}（记者苗青禾）\n女：本台消息：昨天，远山船闸提前四十天通水。\n男：${LOCK}（记者费小舟 通讯员覃大川）\n女：本台消息：${BRIEFS[0][1]}（记者佟海山）\n女：这次新闻播送完了，谢谢收听。`
    expect(titles(text)).toEqual(['青溪春茶采摘过半', '远山船闸提前通水', '清湾水库下闸蓄水'])
    expect(bylines(text)).toEqual([['苗青禾'], ['费小舟', '覃大川'], ['佟海山']])
  })

  test.each(['【记者】苗青禾 覃大川\n【编辑】崔见山', '【记者】苗青禾 覃大川', '记者：苗青禾 覃大川\n编辑：崔见山'])(
    'names who reported in a line of its own: %s',
    signed => {
      const text = `【提要】\n远山船闸提前通水\n青溪春茶采摘过半\n\n【口播】\n远山船闸提前通水\n${LOCK}\n【解说】${BRIEFS[0][1]}\n${signed}\n\n【口播】\n青溪春茶采摘过半\n${TEA}\n【解说】${BRIEFS[1][1]}\n${signed}`
      expect(titles(text)).toEqual(['远山船闸提前通水', '青溪春茶采摘过半'])
      expect(bylines(text)).toEqual([
        ['苗青禾', '覃大川'],
        ['苗青禾', '覃大川'],
      ])
    },
  )
})

describe('the page of a programme', () => {
  test('may list its contents in one line', () => {
    for (const between of [' | ', '；', ' ２．'])
      expect(
        titles(
          `今日提要：${between === ' ２．' ? '1．' : ''}远山船闸提前通水${between}青溪春茶采摘过半\n\n【正片】\n【主播】远山船闸提前通水。\n【口播】${LOCK}\n【记者】苗青禾\n\n【主播】青溪春茶采摘过半。\n【口播】${TEA}\n【记者】费小舟`,
        ),
      ).toEqual(['远山船闸提前通水', '青溪春茶采摘过半'])
  })

  test.each([
    ['1.', '[晚间新闻]'],
    ['——', ''],
    ['◆', '◆'],
    ['1．', '[视频]'],
  ])('lists its contents behind %s and its headlines behind %s', (listed, above) => {
    const contents = ['【走基层】远山船闸提前通水', '青溪春茶采摘过半', '国内快讯']
    const text = `某某台《晚间新闻》全文 2017年10月30日\n本期节目主要内容：\n${contents.map((one, i) => `${listed.replace('1', String(i + 1))}${one}`).join('\n')}\n（以上为节目提要）\n${above}${contents[0]}\n${LOCK}${LOCK}\n${above}${contents[1]}\n${TEA}\n${above}${contents[2]}\n某某网消息（晚间新闻）：\n${BRIEFS.map(one => one.join('\n')).join('\n')}`
    expect(titles(text).map(title => title.replace(/^◆/u, '').replace(/^【走基层】/u, ''))).toEqual([
      '远山船闸提前通水',
      '青溪春茶采摘过半',
      ...BRIEFS.map(([title]) => title),
    ])
  })

  test('comes to a comment of the station at its end, and to what a bureau reports', () => {
    const text = `远山船闸提前通水\n本台延川记者站记者白川报道：${LOCK}\n\n最后播送本台短评：别让好茶等船\n${TEA}`
    expect(articlesOf(text).map(({ title, byline }) => [title, ...byline])).toEqual([
      ['远山船闸提前通水', '白川'],
      ['最后播送本台短评：别让好茶等船'],
    ])
  })

  test('names programme and day before the headline', () => {
    expect(titles(`《街坊访谈》20140825 家门口的旧船闸\n${LOCK}\n${TEA}`)).toEqual(['家门口的旧船闸'])
  })

  test('begins with a greeting although it has no marks', () => {
    const text = `各位听众，早上好。欢迎收听《青溪早新闻》。\n今日要闻：\n远山船闸提前通水\n青溪春茶采摘过半\n\n远山船闸提前通水\n${LOCK}（青溪台记者苗青禾、通讯员费小舟报道）\n\n青溪春茶采摘过半\n本台记者李灿消息：${TEA}`
    expect(articlesOf(text).map(({ title, byline }) => [title, ...byline])).toEqual([
      ['远山船闸提前通水', '苗青禾', '费小舟'],
      ['青溪春茶采摘过半', '李灿'],
    ])
  })
})

test('presenters who are called by their names greet and say goodbye outside the articles', () => {
  const text = `主播：汪小岚、程大川\n【汪小岚】观众朋友晚上好。今天是3月8号，星期二。\n1、远山船闸提前通水\n【程大川】${LOCK}\n【正文】${TEA}\n（记者：苗青禾）\n2、清湾水库下闸蓄水\n【汪小岚】${BRIEFS[0][1]}\n【正文】${BRIEFS[1][1]}\n（记者：费小舟）\n【程大川】今天的节目就是这样，感谢收看，再见。`
  expect(ends(text)).toEqual([TEA, BRIEFS[1][1]].map(one => one.slice(-6)))
  expect(titles(`听众同志们，现在播送本县新闻。\n\n春茶采摘过半\n${TEA}`)).toEqual(['春茶采摘过半'])
})

test('day and hour below a headline begin an article', () => {
  const text = `青溪電台網站\n春茶採摘過半 價格上揚\n2023-05-17 HKT 17:55\n${TEA}\n\n遠山船閘提前通水\n2023-05-17 HKT 16:32\n${LOCK}\n\n${BRIEFS[0][0]}\n2023-05-17 10:08\n${BRIEFS[0][1]}`
  expect(articlesOf(text).map(({ text: body }) => body.slice(-6))).toEqual([TEA, LOCK, BRIEFS[0][1]].map(one => one.slice(-6)))
})

describe('a local page', () => {
  test('names a column of two lines above an article, and none above a section', () => {
    const comment = '当局手里有不少空置的铺面，一边喊穷，一边任由它们丢空。街坊地少人多，寸土寸金，岂容如此浪费？'
    const tea = '有人说铺位空着是技术原因。街坊笑着讲，最大的技术就是拖，拖过了今年再拖明年。'
    const text = `春茶采摘过半\n本报讯（记者 苗青禾）${TEA}\n\n正论\n空置铺面谁来管\n${comment.slice(0, 26)}\n${comment.slice(26)}\n\n功夫茶\n真真假假\n${tea}\n高天问`
    expect(articlesOf(text).map(({ title, byline }) => [title, ...byline])).toEqual([
      ['春茶采摘过半', '苗青禾'],
      ['空置铺面谁来管'],
      ['真真假假', '高天问'],
    ])
  })

  test('names those who wrote and took the pictures, and the township of a correspondent', () => {
    for (const line of [
      '记者 苗青禾 通讯员 覃大川 文并摄',
      '记者 苗青禾 通讯员 覃大川 文/图',
      '记者 苗青禾 通讯员 覃大川 文及图',
    ])
      expect(bylines(`青溪春茶采摘过半\n${line}\n${TEA}`)).toEqual([['苗青禾', '覃大川']])
    expect(bylines(`青溪春茶采摘过半\n${TEA}\n（党原乡通讯员 苗青禾）`)).toEqual([['苗青禾']])
    expect(bylines(`青溪春茶采摘过半\n（本报讯 记者 苗青禾）${TEA}`)).toEqual([['苗青禾']])
  })

  test('signs a comment with a name set wide, although it is a word', () => {
    for (const name of ['管　樂', '江　河', '向 阳'])
      expect(
        bylines(`青溪春茶采摘过半\n\n本报讯（记者 苗青禾）${TEA}\n\n文井轩\n一把钥匙开一把锁\n\n${LOCK}\n${name}`)[1],
      ).toEqual([name.replace(/\s/gu, '')])
    expect(bylines(`一把钥匙开一把锁\n\n${LOCK}\n\n文 化\n青溪春茶采摘过半\n\n本报讯（记者 苗青禾）${TEA}`)).toEqual([
      [],
      ['苗青禾'],
    ])
  })

  test('begins its reports with the name of the paper in brackets', () => {
    const text = `春茶開採\n(青溪日報報道)${TEA}\n船閘提前通水\n（綜合報道）${LOCK}\n記者 程萬里 攝影 梁文峰`
    expect(articlesOf(text).map(({ outlet }) => outlet)[0]).toBe('青溪日報')
    expect(ends(text)).toHaveLength(2)
  })

  test('joins the lines of short items that were broken at one width', () => {
    const items = [TEA, LOCK, BRIEFS[0][1] + BRIEFS[1][1], BRIEFS[2][1] + BRIEFS[1][1]]
    const page = items
      .map((item, i) => `第${'一二三四'[i]}个镇的事情\n${(item.match(/.{1,30}/gu) as string[]).join('\n')}`)
      .join('\n')
    expect(articlesOf(`镇村快讯\n${page}`).map(({ text }) => text)).toEqual(items)
  })

  test('names the writer of each short item between headline and text', () => {
    for (const sign of ['●', '▲', ''])
      expect(
        articlesOf(
          `要闻简讯\n${BRIEFS.map(([title, text], i) => `${sign}${title}（${['苗青禾', '通讯员 覃大川', '费小舟 崔见山'][i]}）${text}`).join('\n')}`,
        ).map(({ title, byline }) => [title, ...byline]),
      ).toEqual([
        [BRIEFS[0][0], '苗青禾'],
        [BRIEFS[1][0], '覃大川'],
        [BRIEFS[2][0], '费小舟', '崔见山'],
      ])
  })

  test('names the writer beside the column, above the headline', () => {
    for (const column of ['■■ 股市縱橫 ■■ 韋小川', '街坊茶座／韋小川', '街坊茶座  韋小川']) {
      const text = `春茶開採\n\n青溪日報訊（記者 苗青禾）${TEA}\n\n${column}\n船閘通水之後\n\n${LOCK}`
      expect(articlesOf(text).map(({ title, byline }) => [title, ...byline])).toEqual([
        ['春茶開採', '苗青禾'],
        ['船閘通水之後', '韋小川'],
      ])
    }
  })

  test('prints boxes, questions of readers and what they lost apart from its reports', () => {
    const text = `春茶开采\n\n本报讯（记者 苗青禾）${TEA}\n\n话你知｜什么是船闸\n${LOCK}\n\n民生热线\n问：村里的路灯坏了半年，什么时候能修好？\n答：路灯所答复，新电缆已经采购，下月十日以前恢复照明。\n\n遗失启事\n青溪镇兴旺副食店遗失营业执照副本，注册号4201163000123，声明作废。`
    expect(titles(text).map(title => title.slice(-5))).toEqual(['春茶开采', '什么是船闸'.slice(-5), '民生热线'])
  })

  test('lists what stands on other pages between its reports', () => {
    const text = `春茶开采\n\n本报讯（记者 苗青禾）${TEA}\n\n导读\n远山启动冬季植树（二版）\n青溪木雕出海（四版）\n\n船闸通水\n本报讯（记者 费小舟）${LOCK}`
    expect(titles(text)).toEqual(['春茶开采', '船闸通水'])
  })

  test('prints a whole report below the heading of links', () => {
    const text = `青溪春茶采摘过半\n本报讯（记者 苗青禾）${TEA}\n\n[相关新闻]\n远山船闸提前通水\n${LOCK}`
    expect(titles(text)).toEqual(['青溪春茶采摘过半', '远山船闸提前通水'])
  })

  test('lists short items that are signed one by one, whatever their sign', () => {
    for (const sign of ['▲', '●', '◎', '◆']) {
      const text = `青溪春茶采摘过半\n\n本报讯（记者 苗青禾）${TEA}\n\n一句话新闻\n${sign}昨日，城东社区食堂开张，可供三百名老人用餐。（覃大川）\n${sign}县交警大队近日销毁报废摩托车五百台。（费小舟 崔见山）\n${sign}青溪镇修缮古桥两座。（文旅局 佟海山）`
      expect(bylines(text)).toEqual([['苗青禾'], ['覃大川', '费小舟', '崔见山', '佟海山']])
    }
  })

  test('signs a notice behind its last sentence', () => {
    const notice = '因线路检修，3月9日8时至18时，清湾线停电，涉及清湾镇三个村。不便之处，敬请谅解。'
    const text = `青溪春茶采摘过半\n\n本报讯（记者 苗青禾）${TEA}\n\n停电公告\n${notice} 青溪供电公司 2021年3月5日`
    expect(ends(text)[1]).toBe(notice.slice(-6))
  })

  test('names a hotline as its column', () => {
    expect(
      titles(`青溪春茶采摘过半\n本报讯（记者 苗青禾）${TEA}\n\n市民热线：门前积水何时了\n本报讯（记者 费小舟）${LOCK}`),
    ).toEqual(['青溪春茶采摘过半', '市民热线：门前积水何时了'])
  })

  test('names its column above the headline, below an article that has its writer', () => {
    const text = `青溪春茶采摘过半\n\n本报讯（记者 苗青禾）${TEA}\n\n文井轩\n一把钥匙开一把锁\n\n${LOCK}\n佟海山`
    expect(titles(text)).toEqual(['青溪春茶采摘过半', '一把钥匙开一把锁'])
    expect(bylines(text)).toEqual([['苗青禾'], ['佟海山']])
  })
})

test.each([
  ['老街改造小檔案\n面積：87公頃\n第一期：8座大樓\n總投資：120億元'],
  ['小檔案：老街改造\n動工日期：2013年9月29日\n面積：28.78平方公里\n商戶：1.4萬家'],
  ['一周數字\n5.5年\n平均輪候時間\n14.7萬宗\n一般申請數目'],
])('a box of facts is no headline of the article below it', box => {
  const text = `春茶開採 價格上揚\n\n【本報訊】記者苗青禾報道：${TEA}\n\n${box}\n\n船閘提前通水\n\n【本報訊】記者費小舟報道：${LOCK}`
  expect(
    articlesOf(text)
      .filter(({ byline }) => byline.length > 0)
      .map(({ title, byline }) => [title, ...byline]),
  ).toEqual([
    ['春茶開採 價格上揚', '苗青禾'],
    ['船閘提前通水', '費小舟'],
  ])
})
