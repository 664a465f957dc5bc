/** Numbers that measure something, with what they measure, of whom and when. Every sentence is invented. */
import { extractPage } from '../../../import/extract/extract-page'
import { type Named, pageOf } from '../../support/page-of'
import { growth, processorSeconds } from '../../support/processor-time'

const figuresIn = (text: string, named: Named = {}) => extractPage(pageOf(text, named)).figures

const VALUES: readonly (readonly [text: string, value: number, unit: string])[] = [
  ['青山县粮食产量达68.4万吨。', 684000, '吨'],
  ['青山县地区生产总值1.2万亿元。', 1.2e12, '元'],
  ['青山县地区生产总值1,234.5亿元。', 123450000000, '元'],
  ['青山县发放贷款1亿6350万元。', 163500000, '元'],
  ['青山县建成三千五百个车间。', 3500, '个'],
  ['青山县森林覆盖率为百分之六十二。', 62, '%'],
  ['青山县森林覆盖率达六成五。', 65, '%'],
  ['青山县引进企业210余家。', 210, '家'],
  ['青山县接待游客同比增长1.1倍。', 1.1, '倍'],
  ['青山县常住人口达24.9万，城镇化率还不高。', 249000, '人'],
  ['粮农一亩净赚600块。', 600, '元'],
  ['去年卖稻比前年多收入3万。', 30000, '元'],
  ['当地21家乡镇卫生院已经翻新。', 21, '家'],
  ['三成半的村民养鱼。', 35, '%'],
  ['综合指数收报2872点。', 2872, '点'],
  ['被淹稻田3万4千亩。', 34000, '亩'],
  ['一个月电费花了四十来块钱。', 40, '元'],
  ['一斤鲜核桃卖到6块8。', 6.8, '元'],
  ['挂号费才12块。', 12, '元'],
  ['青指收盘下跌20点。', 20, '点'],
  ['公司引入两家战略投资者。', 2, '家'],
  ['过去办证要等11天。', 11, '天'],
  ['比去年少等了23天。', 23, '天'],
  ['实际到位内资3 12.5亿元。', 31250000000, '元'],
  ['青山县产值同比增长26. 3%。', 26.3, '%'],
  ['青山县标准厂房达到15O万平方米。', 1500000, '平方米'],
  ['县里安排专项资金4.8个亿。', 480000000, '元'],
  ['全县完成投资已达1899.7亿，好于去年。', 189970000000, '元'],
  ['一吨废膜卖5200，够买种子。', 5200, '元'],
  ['青山县整体通关时间为26.8小时。', 26.8, '小时'],
]
test.each(VALUES)('reads %s as %d %s', (text, value, unit) => {
  expect(figuresIn(text).map(figure => [figure.value, figure.unit])).toEqual([[value, unit]])
})

const NONE = [
  '他生于1976年3月8日，今年48岁。',
  '青山县第一中学位于人民路12号3楼。',
  '青山县召开第41次常务会议，位列全省第3位。',
  '热线电话0773-8216110，地铁3号线通车。',
  '会议听取了3月份的汇报，三位代表发言。',
  '青山县出台《人才振兴60条》。',
  '旧车每辆卖三五百元。',
  '每处理1亿立方米污水，河水就清一分。',
  '1024次列车从青山站开出。',
  '茶厂用8年时间交出一份答卷。',
]
test.each(NONE)('finds no figure in %s', text => {
  expect(figuresIn(text)).toEqual([])
})

const METRICS: readonly (readonly [text: string, metric: string, change: boolean])[] = [
  ['他考过中级钳工以后月薪5200元。', '月薪', false],
  ['桐湾村有鱼塘3200亩。', '鱼塘', false],
  ['去年全县茶园面积稳定在21.6万亩。', '茶园面积', false],
  ['茶叶产值同比增长9.4%。', '茶叶产值', true],
  ['今年计划建成12个智能车间。', '建成智能车间', false],
  ['31个项目正式投产。', '正式投产项目', false],
  ['57个事项列入全县通办清单。', '列入全县通办清单的事项', false],
  ['茶业占全县生产总值的25%。', '茶业占全县生产总值比重', false],
  ['平均办结时间压缩20小时。', '平均办结时间压缩', true],
  ['森林覆盖率提高到62%。', '森林覆盖率', false],
  ['茶农每亩增收600元。', '茶农每亩增收', true],
  ['这家有着六十年历史的老厂实现营业收入8.4亿元。', '老厂营业收入', false],
  ['洪水来时镇政府派车帮村里接回老人130多名。', '接回老人', false],
  ['乡镇卫生院有病床190张。', '病床', false],
  ['对首次参保的农户给予最高30%的补贴。', '首次参保的农户补贴', false],
  ['对新办的合作社一次性奖励20万元。', '新办的合作社奖励', false],
  ['对早稻品种给予每亩45元补贴。', '早稻品种每亩补贴', false],
  ['利润由前年的亏损1.9亿元转为盈利4.6亿元。', '利润', false],
  ['年产2万吨饲料项目开工。', '饲料年产量', false],
  ['带动1860户农民参与订单种植。', '带动农民', false],
  ['全县1247个乡镇（街道）实现路灯全覆盖。', '实现路灯全覆盖的乡镇（街道）', false],
  ['每斤苹果卖到6.5元。', '苹果每斤价格', false],
  ['一斤毛豆卖了4元。', '毛豆每斤价格', false],
  ['好茶能卖到900元。', '好茶价格', false],
  ['村里种了12亩毛豆。', '毛豆种植面积', false],
  ['合作社发展毛豆3万亩。', '毛豆种植面积', false],
  ['一亩地收毛豆180公斤。', '每亩毛豆产量', false],
  ['光电费就省下近9000元。', '节省电费', false],
  ['买水一年要花3万元。', '买水费用', false],
  ['他从银行贷到40万元。', '贷款金额', false],
  ['合作社拿到40万元信用贷款。', '信用贷款', false],
  ['核心资本充足率逼近8.5%的小银行要小心。', '核心资本充足率', false],
  ['归属于上市公司股东的净利润16亿元。', '归属于上市公司股东的净利润', false],
  ['县里将投入2亿元建设冷链物流园。', '冷链物流园投资', false],
  ['公司斥资6亿元改造污水站。', '污水站改造投入', false],
  ['今年安排2亿元支持果畜产业。', '支持果畜产业资金', false],
  ['全县补种5万亩。', '补种面积', false],
  ['6万块光伏板拼成一匹马。', '光伏板', false],
  ['把3亿元的专项资金更多投向仓库。', '专项资金', false],
  ['利率下降两个基点。', '利率', true],
  ['一亩能打1200斤。', '亩产', false],
  ['手巧的一个月能挣3600元。', '月收入', false],
  ['一条线要30多个人。', '一条线用工人数', false],
  ['15平方公里内没有一家烟囱。', '面积', false],
  ['引进云溪大学研究院等研发机构43家。', '引进研发机构', false],
  ['茶创社区已进驻团队97个。', '进驻团队', false],
  ['今天的车票才279元。', '车票', false],
  ['亩均增产三成。', '亩均增产', true],
  ['进出口总值年减10.9%。', '进出口总值', true],
  ['同比涨幅比上个月回落0.5个百分点。', '同比涨幅', true],
  ['村民只用了20分钟就办完了落户手续。', '落户手续用时', false],
  ['以前晚高峰要跑55分钟。', '晚高峰用时', false],
  ['县财政拿出800万元推广秸秆还田。', '推广秸秆还田资金', false],
  ['省级财政今年将安排8000万元，账户已经开好。', '省级财政安排资金', false],
  ['阀门很贵，一套要400多万元。', '每套价格', false],
  ['充电桩投用后，累计充电1.9万次。', '累计充电次数', false],
  ['大火烧了一夜，死亡3人。', '死亡人数', false],
  ['今年发放贴息贷款30万元。', '发放贴息贷款', false],
  ['其中减速器占35%左右。', '减速器占比', false],
  ['97.3%——截至10月底，全市松林除治合格率', '松林除治合格率', false],
  ['直航班轮由每周2班加密到3班。', '直航班轮', false],
  ['抽查的210个站点中有27个没人。', '站点', false],
  ['各地农业部门共抽检果蔬3378批次。', '抽检果蔬', false],
  ['眼前是一栋120平方米的旧屋。', '旧屋面积', false],
  ['工人修好了1.2公里管线。', '管线长度', false],
  ['40万亩石榴却陆续上市。', '石榴面积', false],
  ['柳村不大，全村142户。', '户数', false],
  ['集中供养率到2020年要达到50%以上。', '集中供养率', false],
  ['河道由不足30米拓宽到120米。', '河道', false],
  ['茶机国内市场占有率超过70%。', '茶机国内市场占有率', false],
  ['村里仍有30%的贫困发生率。', '贫困发生率', false],
  ['今年将续建37个项目约2230公里。', '项目', false],
  ['青山中学有2500元的学生津贴。', '学生津贴', false],
  ['股价去年累积下跌15%。', '股价', true],
  ['新增产值超10亿元企业有6家。', '新增产值超10亿元企业', false],
  ['去年利润倒退15.8%。', '利润', true],
]
const MORE_METRICS: typeof METRICS = [
  ['收购价却由每斤2元涨到3元。', '收购价', false],
  ['今年总投资2亿元的青山茶叶加工园建成。', '青山茶叶加工园总投资', false],
  ['合作社按货款的5%提取保证金。', '保证金提取比例', false],
  ['银行按3%给予奖励。', '奖励比例', false],
  ['茶厂按每度电1元的上网电价，卖了电。', '上网电价', false],
  ['11月底前，更换水表4万块。', '更换水表', false],
  ['9月底前余额突破1.6亿元。', '余额', false],
  ['2023年底前将噪声减少四成。', '噪声', true],
  ['年底前更换水表4万块。', '更换水表', false],
  ['先后建成冷库38座。', '建成冷库', false],
  ['去年苹果每斤跌到2元。', '苹果每斤价格', false],
  ['花椒开到每公斤13元。', '花椒每公斤价格', false],
  ['去年鲜参一公斤才卖60元。', '鲜参每公斤价格', false],
  ['从渡口到山脚有42公里。', '渡口到山脚里程', false],
  ['去年网上卖了31万元。', '网上销售收入', false],
  ['山下有4万户家庭流离失所。', '流离失所家庭', false],
]
test.each([...METRICS, ...MORE_METRICS])('words the metric of %s', (text, metric, change) => {
  const [figure] = figuresIn(text)
  expect([figure?.metric, figure?.change]).toEqual([metric, change])
})

test('says of which thing a bare measure is', () => {
  const figures = figuresIn('村里修了一条柏油路，全长4.2公里。护理员平均年龄56岁，月薪2200元。')
  expect(figures.map(figure => figure.metric)).toEqual(['柏油路全长', '护理员平均年龄', '护理员月薪'])
})

test('says of what a deed without an object is', () => {
  const figures = figuresIn('全市受理增设电梯申请612部，已批复431部。冷凉蔬菜种植面积21万亩，产值突破12亿元。')
  expect(figures.map(figure => figure.metric)).toEqual(['受理增设电梯申请', '已批复电梯申请', '冷凉蔬菜种植面积', '冷凉蔬菜产值'])
})

test('takes the sum before for what a part of it is', () => {
  const figures = figuresIn('今年下达茶业专项资金6500万元，其中白石市获得4100万元。免税店销售额9亿元，日均约430万元。', {
    regions: { 白石市: 'prefecture' },
  })
  expect(figures.map(figure => figure.metric)).toEqual([
    '下达茶业专项资金',
    '下达茶业专项资金',
    '免税店销售额',
    '日均免税店销售额',
  ])
})

test('leaves out who acts before what is measured, and takes no clause of speaking for it', () => {
  const text = '锅炉工周明去年发电5亿千瓦时。\n局长周明说，已完成518公里。'
  const figures = figuresIn(text, { people: ['周明'] })
  expect(figures.map(figure => figure.metric)).toEqual(['发电', '公里数'])
})

test('takes 这一比例 for what was measured before', () => {
  const figures = figuresIn('青山县茶园灌溉率达到60%，力争明年使这一比例超过80%。', { regions: { 青山县: 'county' } })
  expect(figures.map(figure => figure.metric)).toEqual(['茶园灌溉率', '茶园灌溉率'])
})

test('words the metric in the characters of the page', () => {
  const [figure] = figuresIn('柳州電器出口額佔全國的四成。')
  expect(figure?.metric).toBe('柳州電器出口額佔全國比重')
})

test('takes hours and minutes for one duration', () => {
  const figures = figuresIn('青山到白石的旅行时间由1小时40分压缩至33分钟。')
  expect(figures.map(({ metric, value, unit }) => [metric, value, unit])).toEqual([
    ['青山到白石的旅行时间', 100, '分钟'],
    ['青山到白石的旅行时间', 33, '分钟'],
  ])
})

test('does not take a mark that was passed for what is measured', () => {
  const [level] = figuresIn('存款余额突破千亿元大关，达1026亿元。')
  expect(level).toMatchObject({ metric: '存款余额', value: 1.026e11 })
})

test('lends the metric, the subject and the period to the growth behind it', () => {
  const [level, growth] = figuresIn('前5个月，青山县茶叶产值48亿元，同比增长9.4%。', { regions: { 青山县: 'county' } })
  expect(level).toMatchObject({ metric: '茶叶产值', value: 4.8e9, subject: '青山县', period: '前5个月', change: false })
  expect(growth).toMatchObject({ metric: '茶叶产值', value: 9.4, subject: '青山县', period: '前5个月', change: true })
})

test('reads both ends of a change, each with its own time', () => {
  const figures = figuresIn('青山县车间由去年的21家增至54家。')
  expect(figures.map(figure => [figure.metric, figure.value, figure.change])).toEqual([
    ['青山县车间', 21, false],
    ['青山县车间', 54, false],
  ])
})

test('takes 全县 for the county and 公司 for the speaker’s body, and no example of a list', () => {
  const named: Named = {
    people: ['周明'],
    organizations: { 绿源公司: 'company', 恒泰公司: 'company' },
    regions: { 青山县: 'county' },
    offices: { 周明: '绿源公司' },
  }
  const text = '青山县来了客商。全县茶园21.6万亩。恒泰公司等28家企业报名。\n绿源公司负责人周明说，公司去年销售茶叶30吨。'
  expect(figuresIn(text, named).map(figure => figure.subject)).toEqual(['青山县', '青山县', '绿源公司'])
})

const QUALIFIERS = [
  ['青山县茶园近21万亩。', 'near'],
  ['青山县茶园超21万亩。', 'above'],
  ['青山县茶园约21万亩。', 'about'],
  ['青山县茶园21万余亩。', 'over'],
  ['青山县茶园不到21万亩。', 'below'],
  ['青山县茶园21万亩。', null],
] as const
test.each(QUALIFIERS)('says how exact %s is', (text, qualifier) => {
  expect(figuresIn(text)[0]?.qualifier).toBe(qualifier)
})

test('puts a figure into the claim that states it', () => {
  const { claims, figures } = extractPage(pageOf('周明说，全村茶园120亩。', { people: ['周明'] }))
  expect(figures[0]?.claim).toBe(claims[0]?.id)
})

const HOSTILE = ['1', '1,', '百分之', '全市5亿元、']
const read = (unit: string, length: number): (() => number) => {
  const page = pageOf(unit.repeat(Math.ceil(length / unit.length)))
  return () => processorSeconds(() => extractPage(page))
}
/** Four times the text may take eight times as long, warm-up and garbage collection included, and no more. */
const MOST = 8
test.each(HOSTILE)('takes time in proportion to the text for a megabyte of %s', unit => {
  expect(growth(read(unit, 250_000), read(unit, 1_000_000), MOST)).toBeLessThan(MOST)
})

const SUBJECTS: readonly (readonly [text: string, named: Named, subject: string])[] = [
  [
    '市商务局公布了进展。全市改造菜场98家。',
    { regions: { 云溪市: 'prefecture', 云溪: 'prefecture' }, organizations: { 云溪市商务局: 'government' } },
    '云溪市',
  ],
  [
    '日资企业青山钢铁公司今年追加投资1.5亿元。',
    { organizations: { 青山钢铁公司: 'company' }, regions: { 云溪市: 'prefecture' } },
    '青山钢铁公司',
  ],
  [
    '投资5.6亿元的青山钢铁公司在云溪市开工。',
    { organizations: { 青山钢铁公司: 'company' }, regions: { 云溪市: 'prefecture' } },
    '青山钢铁公司',
  ],
  [
    '青山钢铁集团与云溪科技公司签约。集团去年培养技师37名。',
    { organizations: { 青山钢铁集团: 'company', 云溪科技公司: 'company' } },
    '青山钢铁集团',
  ],
  [
    '记者来到青山县白石社区。这里安置了1136户群众。',
    { regions: { 青山县: 'county' }, organizations: { 白石社区: 'other' } },
    '白石社区',
  ],
  [
    '青山救援队赶赴一线，目前在云溪市前置队员420人。',
    { regions: { 云溪市: 'prefecture' }, organizations: { 青山救援队: 'other' } },
    '青山救援队',
  ],
  [
    '记者从云溪市公安局青山分局获悉，该局抓获嫌疑人11名。',
    { organizations: { 云溪市公安局青山分局: 'government', 云溪市公安局: 'government' } },
    '云溪市公安局青山分局',
  ],
  [
    '青山县柳村的果园挂果了。青山县来人了。村集体以老屋入股，去年分红68万元。',
    { regions: { 青山县: 'county', 柳村: 'township' } },
    '柳村',
  ],
  [
    '云溪市白石镇很热闹。云溪大学教授何青山说过，全市平均每个站点捕虫4.7只，我市第一批有27家企业获贷。',
    { regions: { 云溪市: 'prefecture', 白石镇: 'township' }, organizations: { 云溪大学: 'university' } },
    '云溪市',
  ],
  ['柳村的路通了。目前已建成云台山创业基地22个。', { regions: { 柳村: 'township', 云台山: 'county' } }, '柳村'],
  ['青山县柳村的果园挂果了，村集体去年分红68万元。', { regions: { 青山县: 'county', 柳村: 'township' } }, '柳村'],
]
test.each(SUBJECTS)('says whom the figure of %s is about', (text, named, subject) => {
  const figures = figuresIn(text, named)
  expect(figures.at(-1)?.subject).toBe(subject)
})

const PERIODS: readonly (readonly [text: string, period: string | null])[] = [
  ['入夏以来，清理河道96处。', '入夏以来'],
  ['自9月1日改革实施，全县发放执照126张。', '自9月1日'],
  ['今年全县种植冬季瓜菜3万亩。', '今年'],
  ['换了灯，一年可省电费75万元。', '一年'],
  ['疫情期间县里接回工人1300名。', '疫情期间'],
  ['这家有着62年历史的老厂去年出口额8.4亿元。', '去年'],
  ['收购进度快于上年同期，玉米价格每斤1.18元。', null],
  ['茶园投用半年来已服务农户630户。', '投用半年来'],
  ['截至6月底已开工茶园268个。', '截至6月底'],
  ['截至2020年6月底已开工茶园268个。', '截至2020年6月底'],
  ['这里是全国首批试点，今年已引进企业33家。', '今年'],
  ['首批茶车进城，茶园已有210个。', null],
  ['2021至22年度茶税达1016万元。', '2021至22年度'],
]
test.each(PERIODS)('says of what time the figure of %s is', (text, period) => {
  expect(figuresIn(text)[0]?.period).toBe(period)
})

test('says of what a higher growth is higher', () => {
  const figures = figuresIn('茶叶产值增长9.4%，高于全国2.1个百分点。')
  expect(figures.map(figure => figure.metric)).toEqual(['茶叶产值', '茶叶产值增速高于全国'])
})

test('measures of each of several what only the last is named with', () => {
  const figures = figuresIn('绿茶、红茶、黑茶加工业收入分别为8亿元、3亿元和2亿元。')
  expect(figures.map(figure => figure.metric)).toEqual(['绿茶加工业收入', '红茶加工业收入', '黑茶加工业收入'])
})

test('takes no town of a list for the place of what all of them have', () => {
  const figures = figuresIn('青山市今年投资3亿元，在柳林、白石等镇建成冷库41座。', {
    regions: { 青山市: 'prefecture', 柳林: 'township', 白石: 'township' },
  })
  expect(figures.map(figure => figure.subject)).toEqual(['青山市', '青山市'])
})

test('takes no end of a road for the place of what is counted', () => {
  const figures = figuresIn('青山市通车忙。云溪至白石2条公路通车。', {
    regions: { 青山市: 'prefecture', 云溪: 'county', 白石: 'county' },
  })
  expect(figures[0]?.subject).not.toBe('白石')
})

test('gives each of several regions its own number', () => {
  const figures = figuresIn('青山区、白石区数量居前两位，分别为15家和12家。', { regions: { 青山区: 'county', 白石区: 'county' } })
  expect(figures.map(figure => figure.subject)).toEqual(['青山区', '白石区'])
})

test('takes 我市 for the city that the paper is called after', () => {
  const page = pageOf('白石市、白石市和云溪市的代表来了。\n我市200个项目开工。', {
    regions: { 白石市: 'prefecture', 云溪市: 'prefecture' },
  })
  const ofPaper = { ...page, page: { ...page.page, outlet: '云溪市报' } }
  expect(extractPage(ofPaper).figures[0]?.subject).toBe('云溪市')
})

test('takes nobody to whom something goes for whom it is about', () => {
  const named = { regions: { 青山市: 'prefecture', 白国: 'country', 云国: 'country' } } as const
  const figures = figuresIn('青山市货物走俏。对白国、云国分别出口41亿元和39亿元。', named)
  expect(figures.map(figure => figure.subject)).toEqual(['青山市', '青山市'])
})

test('takes 我市 of a page that names no city for none of what it names', () => {
  const figures = figuresIn('青山发展公司开会。我市200个项目开工，新增产值2亿元。', {
    organizations: { 青山发展公司: 'company' },
  })
  expect(figures.map(figure => figure.subject)).toEqual([null, null])
})

test('takes what an office itself does for the figure of the office, and the rest for that of its region', () => {
  const named = {
    people: ['何青山'],
    organizations: { 云溪市城市管理局: 'government' },
    regions: { 云溪市: 'prefecture' },
    offices: { 何青山: '云溪市城市管理局' },
  } as const
  const subjectOf = (said: string) => figuresIn(`云溪市城市管理局局长何青山介绍，${said}`, named)[0]?.subject
  expect(subjectOf('仅7月份就清理乱停单车1.1万辆。')).toBe('云溪市城市管理局')
  expect(subjectOf('目前建有公厕210座。')).toBe('云溪市')
})

test('takes 本港 for Hong Kong, whatever is named besides', () => {
  const [figure] = figuresIn('青山局公布，上季本港茶價升了9.4%，香港茶商叫好。', {
    regions: { 香港: 'province' },
    organizations: { 青山局: 'government' },
  })
  expect(figure?.subject).toBe('香港')
})

test.each([
  ['青山县的会开完了。记者来到柳村。村里茶园有90亩。', '柳村'],
  ['青山县开会。红星街道很忙。街道共接来电210个。', '红星街道'],
])('takes the place of that kind named last in %s', (text, place) => {
  const figures = figuresIn(text, { regions: { 青山县: 'county', 柳村: 'township', 红星街道: 'township' } })
  expect(figures.at(-1)?.subject).toBe(place)
})

test('takes 中心 for the one that the paragraph names', () => {
  const figures = figuresIn('青山县设有绿源救护中心。今年以来，中心共救护白鹭210只。', {
    regions: { 青山县: 'county' },
    organizations: { 绿源救护中心: 'other' },
  })
  expect(figures[0]?.subject).toBe('绿源救护中心')
})

test('reads by how much an index fell behind where it stands', () => {
  const figures = figuresIn('青指收報18230點，跌320點或1.7%。')
  expect(figures.map(({ metric, value, change }) => [metric, value, change])).toEqual([
    ['青指', 18230, false],
    ['青指', 320, true],
    ['青指', 1.7, true],
  ])
})
