/** Who wrote an article, in the habits of papers, agencies and sites. The names are invented. */
import { cleanPage } from '../../../import/clean/clean-page'
import { readByline } from '../../../import/segment/byline'
import { readDateline, readTrailingNames } from '../../../import/segment/dateline'
import { readMetaLine } from '../../../import/segment/meta-line'
import { segmentPage } from '../../../import/segment/segment-page'

describe('a line that names the writers', () => {
  test.each([
    ['one house under two names', '中青报·中青网记者 沈佳', ['沈佳'], '中青报·中青网'],
    ['a house that ends in no 报 or 网', '澎湃新闻记者 林海', ['林海'], '澎湃新闻'],
    ['a house and its whole staff', '四川日报全媒体记者 邵明亮', ['邵明亮'], '四川日报'],
    ['a column of the agency', '新华社“新华视点”记者 张泉、董瑞丰', ['张泉', '董瑞丰'], '新华社'],
    ['two roles without blanks', '本报记者赵小亮通讯员李白蕾', ['赵小亮', '李白蕾'], '本报'],
    ['two roles, each behind a mark', '□ 本报记者 涂小霄 □ 本报通讯员 晏期 帅敏', ['涂小霄', '晏期', '帅敏'], '本报'],
    ['a writer and who transcribed nothing', '口述：陈玉兰 整理：本报记者 吴晓', ['吴晓'], '本报'],
    ['traditional characters and a place', '大公報記者 方俊明廣州報道', ['方俊明'], '大公報'],
    ['places from which they report', '本刊记者 殷满 | 实习记者 方乐 | 南京、无锡报道', ['殷满', '方乐'], '本刊'],
    ['where they were sent', '财经时报记者 苏雨晴 发自南京、成都', ['苏雨晴'], '财经时报'],
    ['the short name of a paper', '□苏报首席记者 沈敏之 苏报记者 纽知', ['沈敏之', '纽知'], '苏报'],
    ['a paper and its application', '齐鲁晚报·齐鲁壹点 记者 王莉 通讯员 陈凡', ['王莉', '陈凡'], '齐鲁晚报·齐鲁壹点'],
    ['stations of a place before each name', '（山东台 方雪松 田园 东营台 马特）', ['方雪松', '田园', '马特'], '山东台'],
    ['a name set wide behind a role', '（李 继 通讯员乔 栋）', ['李继', '乔栋'], null],
    ['who put together the material', '（資料整理：屈家傑）', ['屈家傑'], null],
    ['roles that a scan tore apart', '（全媒体记者 冼志 特 约记者 植兰）', ['冼志', '植兰'], null],
    ['the sign-off of a programme', '本台记者景晖、任晓报道。', ['景晖', '任晓'], '本台'],
    ['who gave the pictures, and no name', '文/本报记者 沈佳 图/受访者提供', ['沈佳'], '本报'],
    ['pictures and text by one', '沈佳摄影报道', ['沈佳'], null],
    ['where they are stationed, before a blank', '■ 本报驻白沙 记者 沈佳', ['沈佳'], '本报'],
    ['text and pictures, in parentheses', '大公報記者 方俊明（文／圖）', ['方俊明'], '大公報'],
    ['who asked and who answered', '受访者：王伍 采访者：沈佳', ['沈佳'], null],
    ['whose text a page holds', '本版文/图 本报记者 沈佳', ['沈佳'], '本报'],
    ['where a correspondent works', '（柳河镇农业局 沈佳）', ['沈佳'], null],
    ['names of many syllables that breaks tore', '记者 阿 依努尔·别克 扎西·多 吉', ['阿依努尔·别克', '扎西·多吉'], null],
    ['a name that a break tore before what its bearer did', '全媒体记者 冼志 特约记者 植小 兰 文/图', ['冼志', '植小兰'], null],
    ['names set wide that no surname begins', '本报记者 普 琼 英 通讯员 期 俊 军', ['普琼英', '期俊军'], '本报'],
    ['names before what they are', '沈佳 林海（本报记者）', ['沈佳', '林海'], '本报'],
    ['a writer with where they work', '作者：沈佳（青溪学院教授）', ['沈佳'], null],
    ['a house whose short form could be a name', '采写：南都记者 沈佳', ['沈佳'], '南都'],
    ['a name of many syllables', '记者 阿布都热依木·买买提', ['阿布都热依木·买买提'], null],
    ['two names set wide, of which a break tore the second', '本报记者 沈 佳 方 立志', ['沈佳', '方立志'], '本报'],
    ['a place behind a stroke', '記者沈雨晴／橙谷市報導', ['沈雨晴'], null],
    ['where a worker works', '（割胶四队 沈佳）', ['沈佳'], null],
    ['the class of a pupil', '初二（3）班 沈佳', ['沈佳'], null],
    ['the college of a student', '作者：文学院 沈佳', ['沈佳'], null],
    ['a word that is set wide as a name', '（黄 海）', ['黄海'], null],
    ['the same behind a body', '机电工程学院 原 野', ['原野'], null],
    ['a county whose name could be a name, before the writer', '兰陵县 沈佳', ['沈佳'], null],
    ['from where it was taken', '（摘自《青溪观察》 沈佳/文）', ['沈佳'], null],
    ['a house and its column', '浪潮客户端 文旅·青溪 记者 沈佳 通讯员 林海', ['沈佳', '林海'], '浪潮客户端'],
  ])('%s: %s', (_, line, names, outlet) => {
    expect(readByline(line)).toMatchObject({ names, outlet })
  })

  test.each([
    ['文/本报记者 周围围 图/本报记者 邓鼎园', ['周围围'], ['邓鼎园']],
    ['红星新闻记者 章玲 摄影 王勤', ['章玲'], ['王勤']],
    ['新京报记者 倪兆中 编辑 甘浩 校对 刘军', ['倪兆中'], ['甘浩', '刘军']],
    ['每经记者 岳琦 每经编辑 魏官红', ['岳琦'], ['魏官红']],
    ['新华社记者吕晨光、万玛才旦、完么才让', ['吕晨光', '万玛才旦', '完么才让'], []],
    ['本报记者 巴特那生 敖云图雅', ['巴特那生', '敖云图雅'], []],
    ['本报记者 王伟李娜', ['王伟', '李娜'], []],
    ['作者：沈佳 一审：林海 二审：方乐', ['沈佳'], ['林海', '方乐']],
  ])('tells writers from photographers and editors: %s', (line, names, others) => {
    expect(readByline(line)).toMatchObject({ names, others })
  })

  test('a photographer alone is the writer', () => {
    expect(readByline('本报记者 李响 摄影报道')).toMatchObject({ names: ['李响'] })
    expect(readByline('王勤 摄影')).toMatchObject({ names: ['王勤'] })
  })

  test.each([
    '特别报道',
    '深度报道',
    '江城短讯',
    '公司快讯',
    '-来自平原夏收一线的报道',
    '记者走基层',
    '作者简介',
    '成都',
    '田园综合体',
    '字号',
    '（据本报通讯员来稿）',
  ])('words and places are no names: %s', line => {
    expect(readByline(line)?.names ?? []).toEqual([])
  })

  test('who took part is named beside the writers', () => {
    expect(readByline('（参与采写：裴英）')).toMatchObject({ names: [], others: ['裴英'] })
  })

  test('editors alone wrote nothing', () => {
    expect(readByline('编辑 甘浩 校对 刘军')).toBeNull()
  })
})

describe('a dateline', () => {
  test.each([
    ['央视网消息（新闻联播）：今天，', [], '今天，'],
    ['新华社“雪龙”号9月3日电（记者 张建松）中国', ['张建松'], '中国'],
    ['新华社武汉3月4日新媒体专电（记者 喻珮）在', ['喻珮'], '在'],
    ['本报讯（记者沈佳）（通讯员 林海 方乐）昨天', ['沈佳', '林海', '方乐'], '昨天'],
    ['本报讯 记者沈佳 通讯员林海 昨天', ['沈佳', '林海'], '昨天'],
    ['本报青溪11月5日电 记者沈佳 通讯员林海报道：昨天', ['沈佳', '林海'], '昨天'],
    ['南都讯 记者沈佳 通讯员林海 昨天', ['沈佳', '林海'], '昨天'],
    ['本报记者 沈佳 报道 昨天', ['沈佳'], '昨天'],
    ['本报讯［记者 沈佳］昨天', ['沈佳'], '昨天'],
    ['本报记者张三丰报道 昨天', ['张三丰'], '昨天'],
    ['本报记者王莉、陈凡报道自治区日前', ['王莉', '陈凡'], '自治区'],
    ['新华社石家庄2025年1月15日电（记者 方立志、苍佳）河北', ['方立志', '苍佳'], '河北'],
    ['长阳讯 近日，', [], '近日'],
    ['记者 王莉 昨日，', ['王莉'], '昨日'],
    ['【記者關芷瑤深圳專訊】《河套', ['關芷瑤'], '《河套'],
    ['早报讯（记者 黄祖祥）昨', ['黄祖祥'], '昨'],
    ['讯（记者 何利）今', ['何利'], '今'],
    ['南方日报讯 （记者/林小玲 通讯员/黄健）9月', ['林小玲', '黄健'], '9月'],
    ['中国经济导报、中国发展网讯 记者程晖报道 国家', ['程晖'], '国家'],
    ['本报讯 通讯员 留舟 蓝彩 “砍', ['留舟', '蓝彩'], '“砍'],
    ['本报北京9月13日讯 记者 郗望 见习记者 褚雪 最高', ['郗望', '褚雪'], '最高'],
    ['【大公報訊】記者馮偉光、實習記者李雪鄭州報道：農', ['馮偉光', '李雪'], '農'],
    ['新华社济南8月15日电 记者 沈佳、方立志', ['沈佳', '方立志'], ''],
    ['中新社厦门7月11日电 记者沈雨晴第六届创客大赛', ['沈雨晴'], '第六届'],
    ['本报讯 记者从市海关获悉，', [], '记者从'],
    ['【本报记者方立志、沈佳北京15日专电】国', ['方立志', '沈佳'], '国'],
    ['本报讯（青 宣）6月9日', ['青宣'], '6月'],
    ['【本报讯 记者方立志】国', ['方立志'], '国'],
    ['香港文匯報訊（記者 蘇曉 蓉 福州報道）以', ['蘇曉蓉'], '以'],
    ['东方网记者方立志7月3日报道：国', ['方立志'], '国'],
    ['华东某讯社上海4月28日（记者 沈佳 林海）- 受', ['沈佳', '林海'], '受'],
    ['新华社南京8月20日体育专电(记者沈佳)南京', ['沈佳'], '南京'],
    ['本报讯 记者方立志 通讯员沈佳报道 国', ['方立志', '沈佳'], '国'],
    ['本报讯 记者 方立志 通讯员 沈佳昨天傍晚', ['方立志', '沈佳'], '昨天'],
    ['本报讯（记者 方立志）记者从海关获悉，', ['方立志'], '记者从'],
    ['【本报通讯员 方立志 沈佳】国', ['方立志', '沈佳'], '国'],
    ['江都讯 记者方立志 实习生沈佳 一座', ['方立志', '沈佳'], '一座'],
    ['本报讯 通讯员 沈晓佳眼下正是插秧的时节', ['沈晓佳'], '眼下'],
    ['据《青溪日报》报道（记者方立志、沈佳）4月上旬', ['方立志', '沈佳'], '4月'],
    ['本报记者 沈佳傍晚五点半，环湖路站的出口排起了长队', ['沈佳'], '傍晚'],
    ['本报记者 方立志 本报通讯员 沈佳机床行业订单好的时候', ['方立志', '沈佳'], '机床'],
  ])('%s', (text, names, rest) => {
    const read = readDateline(text)
    expect(read?.names).toEqual(names)
    expect(text.slice(read?.end).startsWith(rest)).toBe(true)
  })
})

describe('names at the end of an article', () => {
  test.each([
    ['持续发力。（奚梦 市监宣）', ['奚梦']],
    ['收入。（记者 李丽 通讯员 王成）', ['李丽', '王成']],
    ['收入。（青溪县融媒体中心 王强）', ['王强']],
    ['收入。（本版稿件由王强采写）', ['王强']],
    ['收入。（王一民 文/图）', ['王一民']],
    ['（摘自《青溪观察》 王一民/文）', ['王一民']],
    ['（摘自《青溪晚报》10月19日 作者：王一民）', ['王一民']],
  ])('%s', (text, names) => expect(readTrailingNames(text)?.names).toEqual(names))

  test.each(['收入。（来源：青溪日报）', '收入。（作者系县委书记）', '有限公司（以下简称丰华）', '收入。（本报综合）'])(
    '%s names nobody',
    text => expect(readTrailingNames(text)).toBeNull(),
  )

  test('who took part is named beside the writers', () => {
    expect(readTrailingNames('晚年。（参与采写记者：佘春晓、庹长河）')).toMatchObject({ names: [], others: ['佘春晓', '庹长河'] })
  })
})

test.each([
  ['青溪网  记者 沈佳 方立志  2025-01-14 06:50:11  阅读 2.3万', ['沈佳', '方立志']],
  ['【发布日期】2017-10-12 【来源】宣传部 【作者】沈佳 【点击】', ['沈佳']],
  ['沈佳 青溪新闻 2024-08-05 09:48:02', ['沈佳']],
])('the line of a site names its writers: %s', (line, names) => {
  expect(readMetaLine(line)).toMatchObject({ names })
})

test('a line with house and time and no name names nobody', () => {
  expect(readMetaLine('安康 青溪新闻 2024-08-05 09:48:02')).toBeNull()
})

test.each([
  ['behind the last sentence, without a blank', '沈雨晴', '沈雨晴'],
  ['set wide behind the last sentence, though it is a word', '流 云', '流云'],
])('a name %s signs the text', (_, printed, name) => {
  const road = '市交通运输局近日发布消息，环湖公路改造工程进入收尾阶段，预计8月底前恢复双向通行。'
  const text = `环湖公路8月底通车\n\n${road}\n\n据了解，该工程全长42公里，沿途新建桥梁7座。${printed}\n`
  const [article] = segmentPage(cleanPage({ name: 'page.txt', text, meta: {} })).articles
  expect(article?.byline).toEqual([name])
  expect(article?.text.endsWith('桥梁7座。')).toBe(true)
})
