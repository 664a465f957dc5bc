/** What cleaning makes of the ways in which print and scans break text. */
import { cleanPage } from '../../../import/clean/clean-page'
import { simplified } from '../../../model/simplified'

function blocks(text: string): readonly string[] {
  return cleanPage({ name: 'page.txt', text, meta: {} }).blocks.map(block => block.text)
}
function kinds(text: string): readonly string[] {
  return cleanPage({ name: 'page.txt', text, meta: {} }).blocks.map(block => block.kind)
}

describe('the text of a paragraph', () => {
  test.each([
    [
      'joins lines that were wrapped at one width',
      '　　昨日上午，市水务局召开会\n议，部署全市防汛工作，要求各\n县区把堤防巡查落到每个班次，\n不留死角。',
      ['昨日上午，市水务局召开会议，部署全市防汛工作，要求各县区把堤防巡查落到每个班次，不留死角。'],
    ],
    [
      'closes the gap where a blank stands for a line break',
      '昨日,市水务局召开会 议,部署全市防汛工 作,共有687 项。',
      ['昨日，市水务局召开会议，部署全市防汛工作，共有687项。'],
    ],
    [
      'closes numbers whose digits a scan set apart one by one',
      '他领到3 . 5万元，住进1 2 0平方米的新房，普及率达7 4 . 5 %。',
      ['他领到3.5万元，住进120平方米的新房，普及率达74.5%。'],
    ],
    ['keeps numbers of a table apart', '甲厂 12 34 56', ['甲厂12 34 56']],
    [
      'reads ` and ` between Chinese characters as 和',
      '会议部署防汛 and 抗旱工作，要求立即落实。',
      ['会议部署防汛和抗旱工作，要求立即落实。'],
    ],
    [
      'keeps the blanks between Latin words',
      '展会由 Reading City 公司承办，昨日开幕。',
      ['展会由Reading City公司承办，昨日开幕。'],
    ],
    [
      'pairs straight quotation marks, one level inside the other',
      '"我们叫它\'铁脚板\'。"裴长河说,"一天走三十里。"',
      ['“我们叫它‘铁脚板’。”裴长河说，“一天走三十里。”'],
    ],
    [
      'makes full-width digits plain and half-width marks full',
      '全市共有１２３项(含县区),占比４５％。',
      ['全市共有123项（含县区），占比45%。'],
    ],
    ['keeps marks inside numbers', '比分3:2,金额1,000元,时间12:30。', ['比分3:2，金额1,000元，时间12:30。']],
    [
      'makes corner brackets quotation marks',
      '局長表示「會推動『北都』建設」，明年完成。',
      ['局長表示“會推動‘北都’建設”，明年完成。'],
    ],
    [
      'takes up a sentence after the picture that broke it',
      '全市要落实部署，全面做好防汛工\n\n▲图为施工现场。\n\n作，确保安全度汛。',
      ['全市要落实部署，全面做好防汛工作，确保安全度汛。', '▲图为施工现场。'],
    ],
    [
      'keeps the blanks between names in parentheses',
      '本报讯(记者 苗青山 葛晓岚)昨日，会 议召开。',
      ['本报讯（记者 苗青山 葛晓岚）昨日，会议召开。'],
    ],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected))
})

test('lines of a page are told apart by what they are', () => {
  const page =
    '临江日报\nLIN JIANG RI BAO\n2023年5月6日 星期六\n农历癸卯年三月十七\n国内统一刊号:CN00-0000\n新闻热线:0000-0000000\n\n堤防巡查到人\n\n▲巡堤。苗青山 摄\n\n（下转第二版）\n\n责任编辑：葛晓岚\n京ICP备00000000号'
  expect(kinds(page)).toEqual([
    'headline',
    'furniture',
    'furniture',
    'furniture',
    'furniture',
    'furniture',
    'headline',
    'caption',
    'continuation',
    'furniture',
    'furniture',
  ])
})

test('every block stands in the source where its runs say', () => {
  const text = '　　昨日,市水务局召 开会议,部署"防汛"工作，\n\n共有１２ 项。'
  for (const block of cleanPage({ name: 'page.txt', text, meta: {} }).blocks) {
    for (const [at, source, length] of block.runs) {
      const form = (part: string) => part.normalize('NFKC').replace(/["“”]/gu, '"')
      expect(form(text.slice(source, source + length))).toBe(form(block.text.slice(at, at + length)))
    }
  }
})

test('traditional characters are matched one for one as simplified ones', () => {
  expect(simplified('發展局局長甯漢豪表示，裏面')).toBe('发展局局长甯汉豪表示，里面')
  expect(simplified('发展')).toBe('发展')
})

test.each([
  '扫描二维码 阅读更多内容',
  '青溪日报客户端 微信公众号',
  '题图：沈佳',
  '（均据新华社电）',
  '图片由受访者提供',
  '综合 ZONGHE',
  'Logo: Reading City',
  '[Image: workers in a hall]',
  '![](images/1.jpg)',
  '建议您使用谷歌浏览器访问本站',
  '来信请寄：青溪市南河沿18号 评论部',
  '李某某遗失身份证，声明作废。',
  '青政发〔2020〕15号',
])('%s belongs to the page', line => {
  expect(kinds(`堤防巡查到人\n\n昨日上午，市水务局召开会议，部署全市防汛工作。\n\n${line}`).at(-1)).toBe('furniture')
})

test('the name of a column stands behind a sign too', () => {
  expect(kinds('▶▶ 简讯\n●市水务局召开会议，部署全市防汛工作。')).toEqual(['headline', 'text'])
})

test('a headline with a comma stays apart between the end of a paragraph and a byline', () => {
  const text =
    '市水务局召开会议，部署全市防汛工作，要求各县\n区把堤防巡查落到每个班次，按周报送排查的结\n果，不留死角，做到抢早抢小，确保安全度汛。\n公转水，柳河港木材“坐上”船\n本报记者 苗青山 通讯员 葛晓岚\n八月以来，柳河港木材运量增长三成，码头上一\n片繁忙，船主们说水路便宜。'
  expect(blocks(text)[1]).toBe('公转水，柳河港木材“坐上”船')
})

test('who spoke stays apart from the slogan below', () => {
  const text =
    '季海在调研船舶产业时强调\n坚定扛牢制造责任 打造世界级船舶集群\n本报讯（记者 苗青山）昨日上午，市水务局召开会议，部署全市防汛工作。'
  expect(blocks(text).slice(0, 2)).toEqual(['季海在调研船舶产业时强调', '坚定扛牢制造责任 打造世界级船舶集群'])
})

test('who wrote beside who took the pictures is no caption', () => {
  expect(kinds('□本报记者 苗青山 文 葛晓岚 摄\n图一、堤上巡查')).toEqual(['headline', 'caption'])
})

describe('a page of the web that was printed', () => {
  const title = '环湖公路8月底通车 - 青溪在线'
  const broken = '市交通运输局近日发布消息，环湖公路改造工程进入收尾阶段，预计8月底前恢复双'
  const rest = '向通行，沿途新建桥梁7座。'

  test.each([
    ['the day of the visit and the address', `2019/6/13 10:21 ${title}`, 'https://news.example.com/2019/0612/3746.html 1/3'],
    ['its title and the number of the sheet', title, '第 1 页 共 3 页'],
  ])('goes on past %s', (_, head, foot) => {
    const text = `${head}\n环湖公路8月底通车\n${broken}\n${foot}\n${head}\n${rest}\n`
    const { blocks } = cleanPage({ name: 'page.txt', text, meta: {} })
    expect(blocks.filter(({ kind }) => kind === 'text').map(block => block.text)).toEqual([broken + rest])
  })
})

test('a stray blank makes no headline of two halves', () => {
  const text =
    '市水务局召开会议，部署全市防汛工作，要求各县\n区把堤防巡查《关于深 化水利改革的意见里说得明\n白》落到每个班次，按周报送排查的结果，不留死角。'
  expect(blocks(text)).toHaveLength(1)
})

describe('a line of a site around its articles', () => {
  test.each([
    '跟贴 150 | 参与 1327',
    '顶[12] 踩(0)',
    '阅读 3.6万　点赞 217　写留言',
    '发表评论须登录',
    '文明上网，理性发言',
    '（编者注：上稿配发图片两张。）',
    '（社会）（农业）（调查）',
  ])('is none of an article: %s', line => {
    expect(kinds(line)).toEqual(['furniture'])
  })

  test.each(['评论员走进田间', '支持创业 3000人回乡', '（社会）新校舍启用'])('is not taken for a headline’s: %s', line => {
    expect(kinds(line)).toEqual(['headline'])
  })
})

test('a text that begins with a headline in brackets does not go on with the one above', () => {
  const text =
    '昨日，环湖公路恢复双向通行，市民出行更方便 青溪视频\n转发 12　评论 8　赞 31\n【新校舍本月启用】记者从市教育局获悉，新校舍本月启用，可容纳学生一千名。'
  expect(blocks(text).filter(block => block.startsWith('【新校舍'))).toHaveLength(1)
})
