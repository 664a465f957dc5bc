import { annotatePage } from '../../../import/annotate/annotate-page'
import { segmentedPage } from '../../support/segmented-page'

const read = (text: string) => annotatePage(segmentedPage(text))
const organizations = (text: string) => read(text).entities.flatMap(entity => (entity.type === 'organization' ? [entity] : []))
const named = (text: string) => organizations(text).map(({ name, kind }) => [name, kind])

describe('bodies of a page', () => {
  it.each([
    [
      '山西省发展和改革委员会（省对口办）发文。',
      [
        ['山西省发展和改革委员会', 'government'],
        ['省对口办', 'government'],
      ],
    ],
    [
      '山西省地方金融管理局银行处处长到会。',
      [
        ['山西省地方金融管理局银行处', 'government'],
        ['山西省地方金融管理局', 'government'],
      ],
    ],
    ['山西云穗节能材料公司投产。', [['山西云穗节能材料公司', 'company']]],
    ['山西漠原红食品有限公司投产。', [['山西漠原红食品有限公司', 'company']]],
    ['的士司機互助會理事長不滿。', [['的士司機互助會', 'association']]],
    ['云岭国家公园管理局局长巡山。', [['云岭国家公园管理局', 'government']]],
    ['大坪村卫生室负责人到场。', [['大坪村卫生室', 'other']]],
    ['山西省人民政府门户网站转载。', [['山西省人民政府', 'government']]],
    ['城市里三大石油公司、中小股份制商业银行和五所学校都来了，中国本土公司也在。', []],
    ['中南大学增设文学院。', [['中南大学', 'university']]],
    ['要督促教育部门和财政部门。', []],
    ['四川能投凉山分公司副总经理到场。', [['四川能投凉山分公司', 'company']]],
    ['香港旅遊業議會總幹事到場。', [['香港旅遊業議會', 'association']]],
    ['在洱源县联云乡党委，大家都忙。', [['洱源县联云乡党委', 'party']]],
    ['法院判决云穗机械有限公司赔偿。', [['云穗机械有限公司', 'company']]],
    [
      '云穗汽车零部件公司、日恒医药有限公司投产。',
      [
        ['云穗汽车零部件公司', 'company'],
        ['日恒医药有限公司', 'company'],
      ],
    ],
    ['走进越盛集团，机器轰鸣。', [['越盛集团', 'company']]],
    ['市分类办主任到场。', [['市分类办', 'government']]],
    [
      '会上，农机化司、种植业司负责同志出席。',
      [
        ['农机化司', 'government'],
        ['种植业司', 'government'],
      ],
    ],
    ['江西佳林木业的老板很忙。', [['江西佳林木业', 'company']]],
    ['浙江卫视记者到场。', [['浙江卫视', 'media']]],
    ['在沿滩区的天煜灯彩公司，工人正忙。', [['天煜灯彩公司', 'company']]],
    ['省十三届人大常委会开会。', [['省十三届人大常委会', 'legislature']]],
    ['太原云穗家纺有限公司投资建设加工厂。', [['太原云穗家纺有限公司', 'company']]],
    ['人行太原中心支行有关负责人介绍了情况。', [['人行太原中心支行', 'government']]],
    ['欠薪的是总包方海陇建设集团。', [['海陇建设集团', 'company']]],
    ['太原免税店开门。', [['太原免税店', 'company']]],
    ['餐饮连锁集团百岱轩控股（6183）公布业绩。', [['百岱轩控股', 'company']]],
    ['民盟省委提出建议。', [['民盟省委', 'party']]],
    ['中国移动山西公司开通基站。', [['中国移动山西公司', 'company']]],
    ['，同昌煤业集团董事长到场。', [['同昌煤业集团', 'company']]],
    [
      '本港樓市回暖，立法會議員和入境處人員都在場。',
      [
        ['立法會', 'legislature'],
        ['入境處', 'government'],
      ],
    ],
    ['区委督查室通报情况。', [['区委督查室', 'party']]],
    ['太原八中的学生来了。', [['太原八中', 'school']]],
    ['他毕业于斯坦福大学。', [['斯坦福大学', 'university']]],
    [
      '香港入境處和引進重點企業辦公室招人。',
      [
        ['香港入境處', 'government'],
        ['引進重點企業辦公室', 'government'],
      ],
    ],
    ['省脱贫攻坚领导小组办公室常务副主任到会。', [['省脱贫攻坚领导小组办公室', 'government']]],
    ['记者从山西省应急管理厅获悉，汛情平稳。', [['山西省应急管理厅', 'government']]],
    [
      '会议审议了省发展改革委、市财政局的汇报。',
      [
        ['省发展改革委', 'government'],
        ['市财政局', 'government'],
      ],
    ],
    ['中共铜陵市委召开会议。', [['中共铜陵市委', 'party']]],
    [
      '县政协的调研由县工商联协助。',
      [
        ['县政协', 'legislature'],
        ['县工商联', 'association'],
      ],
    ],
    ['四川省高级人民法院公开宣判。', [['四川省高级人民法院', 'government']]],
    ['走进合肥晶睿半导体有限公司的车间。', [['合肥晶睿半导体有限公司', 'company']]],
    ['重庆市物流与采购联合会发布指数。', [['重庆市物流与采购联合会', 'association']]],
    [
      '中国气象局和国家能源局印发通知。',
      [
        ['中国气象局', 'government'],
        ['国家能源局', 'government'],
      ],
    ],
    [
      '苏州市第一中学的学生在苏州博物馆参观。',
      [
        ['苏州市第一中学', 'school'],
        ['苏州博物馆', 'other'],
      ],
    ],
    [
      '国土资源部、中铁四局和微众银行签约。',
      [
        ['国土资源部', 'government'],
        ['中铁四局', 'company'],
        ['微众银行', 'company'],
      ],
    ],
    ['中国茶叶与健康研究中心发布报告。', [['中国茶叶与健康研究中心', 'research']]],
    ['走进合肥市好茶云上饮品有限公司的车间。', [['合肥市好茶云上饮品有限公司', 'company']]],
    ['海陇重型机械集团总裁讲话。', [['海陇重型机械集团', 'company']]],
    ['洲岱电讯（6183）公布业绩。', [['洲岱电讯', 'company']]],
    ['鲲驰云海创始人滕云逸讲话。', [['鲲驰云海', 'company']]],
    ['兵团第八师党委开会。', [['兵团第八师党委', 'party']]],
    ['武警山西总队抢险。', [['武警山西总队', 'government']]],
    ['石坳村村委会组织清淤。', [['石坳村村委会', 'government']]],
    ['中德云谷生态产业园开园。', [['中德云谷生态产业园', 'park']]],
  ])('finds in %s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  it.each([
    '全省58座城镇污水处理厂已经改造。',
    '全国校园足球布局学校和义务教育学校都来了。',
    '棉价大上大落，副市长云大炜讲话。',
    '要投早、投小、投硬科技，让联网医院多起来。',
    '全国中小学和海洋牧场都受益。',
    '零售银行和精深加工厂都在扩产。',
    '公司董事长、民营企业总经理和新任总裁都来了。',
    '政府采购和中华人民共和国政府采购法施行。',
    '上市公司和物流公司都要优化布局。',
    '牧民合作社由大家主办。',
    '把握大局，扩大研发中心。',
    '全国人大代表建议立法。',
  ])('finds none in %s', text => {
    expect(named(text)).toEqual([])
  })

  it('joins the short forms of a company to its full name', () => {
    const [company] = organizations('深圳市鲲岭科技有限公司去年成立。鲲岭科技的产品销往海外，鲲岭还要扩产。')
    expect(company?.name).toBe('深圳市鲲岭科技有限公司')
    expect(company?.aliases).toEqual(expect.arrayContaining(['鲲岭科技', '鲲岭']))
  })

  it('takes no programme for the short form of a body that is named after it', () => {
    const [station] = organizations('云溪县光伏扶贫电站并网。光伏扶贫让村里多了收入。')
    expect(station?.aliases).toEqual(['云溪县光伏扶贫电站'])
  })

  it('joins a company that is called by its brand and 公司', () => {
    expect(organizations('山西省鲲岭新材料股份有限公司投产。鲲岭公司还要扩产。')).toHaveLength(1)
  })

  it('joins the brand before an office to the company whose name begins with it', () => {
    expect(organizations('山西鲲驰云海信息有限公司投产。鲲驰云海创始人滕云逸讲话。')).toHaveLength(1)
  })

  it('takes 管委会 alone for the one named before', () => {
    expect(organizations('记者从太原经济技术开发区管委会获悉，开工了。管委会主任江海波说，很快。')).toHaveLength(1)
  })

  it('joins the abbreviation and the regular name of a department', () => {
    expect(organizations('山西省工业和信息化厅发文。山西省工信厅说，已见成效。')).toHaveLength(1)
  })

  it('joins the own organ of a region to the one named with it', () => {
    const found = organizations('衡阳市人民政府召开会议。市政府要求，落实责任。')
    expect(found).toHaveLength(1)
    expect(found[0]?.aliases).toEqual(['衡阳市人民政府', '市政府'])
  })

  it('keeps the organs of two regions apart', () => {
    expect(organizations('吉林市统计局和吉林省统计局发布数据。')).toHaveLength(2)
  })

  it('says where a body is that the name of a province or a city begins, and one of Hong Kong', () => {
    const seat = (text: string, name: string) => {
      const { entities } = read(text)
      const body = entities.find(entity => entity.type === 'organization' && entity.name === name)
      return entities.find(({ id }) => body?.type === 'organization' && id === body.region)?.name ?? null
    }
    expect(seat('民勤县的戈壁上。甘肃云穗食品有限公司投产。', '甘肃云穗食品有限公司')).toBe('民勤县')
    expect(seat('厦门市的专家到泉州市指导。泉州市请来厦门大学教授。', '厦门大学')).toBe('厦门市')
    expect(seat('香港樓市回暖，香港市民歡迎。云穗地產有限公司公布業績。', '云穗地產有限公司')).toBe('香港')
    expect(seat('新疆克孜勒苏柯尔克孜自治州阿图什市的村民。自治州水利局来人。', '自治州水利局')).toBe('克孜勒苏柯尔克孜自治州')
  })

  it('says of what a body is a part, and where it is', () => {
    const page = read('中国科学院大连化学物理研究所与企业签约。')
    const [part, whole] = page.entities.flatMap(entity => (entity.type === 'organization' ? [entity] : []))
    expect(part).toMatchObject({ name: '中国科学院大连化学物理研究所', kind: 'research', parent: whole?.id })
    expect(page.entities.find(({ id }) => id === part?.region)).toMatchObject({ adcode: '210200' })
  })

  it('knows the organs that papers of Hong Kong name without the region', () => {
    expect(organizations('香港昨日降雨。房屋局表示，工程不受影響。').map(({ name }) => name)).toEqual(['房屋局'])
  })

  it('quotes every mention at its place', () => {
    const text = '山西省应急管理厅厅长狄明远说，太原市、大同市已派出队伍。'
    for (const { span, quote } of read(text).mentions) expect(text.slice(span.start, span.end)).toBe(quote)
  })
})

test('takes organs for those of Hong Kong in every article of a page from there', () => {
  const page = annotatePage(segmentedPage('本港樓市回暖。\n廉署拘捕三人，渠務署調查。'))
  const names = page.entities.flatMap(entity => (entity.type === 'organization' ? [entity.name] : []))
  expect(names).toEqual(expect.arrayContaining(['廉署', '渠務署']))
})

test.each([
  ['在清徐县，山西云穗家纺有限公司正赶订单。', '清徐县'],
  ['记者走进太原市清徐县的山西云穗家纺有限公司。', '太原市清徐县'],
  ['太原市的会上，山西云穗家纺有限公司签了约。清徐县也来了人。', '山西'],
])('says where a firm called after its province is: %s', (text, place) => {
  const page = annotatePage(segmentedPage(text))
  const firm = page.entities.find(entity => entity.type === 'organization' && entity.name.endsWith('云穗家纺有限公司'))
  const region = page.entities.find(
    entity => entity.type === 'region' && entity.id === (firm?.type === 'organization' ? firm.region : null),
  )
  expect(region?.aliases).toContain(place)
})

test('puts no body of the whole country into the town that it visits, but the town’s own', () => {
  const bodies = organizations('在清徐县的大会上，中国葡萄酒业联合会会长和国家林草局负责人致辞，清徐县供销社作了介绍。')
  const regionOf = (ending: string) => bodies.find(({ name }) => name.endsWith(ending))?.region
  expect(regionOf('葡萄酒业联合会')).toBeNull()
  expect(regionOf('林草局')).toBeNull()
  expect(regionOf('供销社')).not.toBeNull()
})

test('keeps the offices of a railway in two cities apart', () => {
  const names = organizations('成都局集团公司与昆明局集团公司签约。').map(({ name }) => name)
  expect(names).toEqual(['成都局集团公司', '昆明局集团公司'])
})

test('joins an office of Hong Kong and its short form', () => {
  const [office] = organizations('香港的漁農自然護理署放生。本港漁護署說。')
  expect(office?.aliases).toEqual(expect.arrayContaining(['漁護署']))
})
