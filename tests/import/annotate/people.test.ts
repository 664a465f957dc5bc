import { annotatePage } from '../../../import/annotate/annotate-page'
import type { SegmentedPage } from '../../../import/values/document'
import { segmentedPage } from '../../support/segmented-page'

const people = (page: SegmentedPage) => annotatePage(page).entities.flatMap(entity => (entity.type === 'person' ? [entity] : []))
const names = (text: string) => people(segmentedPage(text)).map(({ name }) => name)

describe('people of a page', () => {
  it.each([
    ['a title before the name', '山西省应急管理厅厅长狄明远说，队伍已就位。', ['狄明远']],
    ['a compound surname', '市公安局局长夏侯峻岭表示，将严查酒驾。', ['夏侯峻岭']],
    ['a name of two characters that is a word too', '省水利厅副厅长江涛，市水利局局长高峰出席。', ['江涛', '高峰']],
    ['a list after one title', '副县长李晓明、王海涛、赵铁柱参加会议。', ['李晓明', '王海涛', '赵铁柱']],
    ['reporters after their word', '（记者 邹明远 陶可）大会召开。', ['邹明远', '陶可']],
    ['credits behind a slash', '责编/邱惟宁 校对/柯文山', ['邱惟宁', '柯文山']],
    ['a name with middle dots', '该公司首席执行官阿米尔·汗德说，市场很大。', ['阿米尔·汗德']],
    ['a name without a Chinese surname', '牧民额尔敦巴特尔笑着说，草长高了。', ['额尔敦巴特尔']],
    ['a Tibetan name', '林芝镇真巴村村民次仁卓玛说，日子好了。', ['次仁卓玛']],
    ['an office in brackets behind the name', '刘思远（湖南省社会科学院研究员）认为，要坚持问题导向。', ['刘思远']],
    ['a caption with who took the picture', '陶器市集开市。刘坤庭 摄', ['刘坤庭']],
    ['a surname that no list has', '县茶业局局长绕大川表示，春茶已开采。', ['绕大川']],
    ['an adverb before the verb of saying', '茶山管理处副处长文小刚昨表示，将限流。', ['文小刚']],
    ['a Japanese name behind an office', '公司副总经理中村隆史坦言，订单很多。', ['中村隆史']],
    ['a given name that is a city too', '县长阴长春在会上说，要修路。', ['阴长春']],
    ['an old man by name', '86岁的邝美云老人每天来喝茶。', ['邝美云']],
    ['who comes into an office', '何小满任县水产局局长。', ['何小满']],
    ['a blank inside a name', '责任编辑 柯 敏 校对 邱 宁', ['柯敏', '邱宁']],
    ['a place in a picture', '李望舒（左二）在介绍茶具。', ['李望舒']],
    ['a neighbour by surname', '业主刁师傅说，车位少。', ['刁师傅']],
    [
      'a list that no office introduces',
      '就座的市领导有：佟景泰、岳广林、鲁 强、孟凡秋（女）、那日松（蒙古族）、关玉霞、军分区政委晏长水。',
      ['佟景泰', '岳广林', '鲁强', '孟凡秋', '那日松', '关玉霞', '晏长水'],
    ],
    ['a list of goods that is none', '门前摆满黄瓜、白菜、红薯、黄豆、花生、石榴、安梨。', []],
    ['two blanks behind an office', '市经信局党组书记、局长  木志荣', ['木志荣']],
    ['a label of who speaks in a broadcast', '同期（自贡市商务局对外贸易科 罗佳）：出口多了。', ['罗佳']],
    ['a given name that begins another word', '副镇长钮惠明说，资金已到位。市长殷泽生日前到场。', ['钮惠明', '殷泽生']],
    ['an adverb and a verb that are no name', '农民才不吃亏。', []],
    [
      'Mongol and Tibetan names',
      '旗民政局局长乌云其木格介绍了做法。海关副关长乌力吉巴图说，验得快。',
      ['乌云其木格', '乌力吉巴图'],
    ],
    [
      'a conjunction behind the name, and a title before it',
      '第一书记曾滔和村民一起干。公司董事长孙谋说，好。',
      ['曾滔', '孙谋'],
    ],
    ['what ends a title, and what says openly', '县图书馆主任张丽娟说，好。技术总监傅强坦言，难。', ['张丽娟', '傅强']],
    ['a Uyghur name', '地区行署专员肖开提·依明会见考察团。', ['肖开提·依明']],
    ['a preposition behind the name', '区管委会副主任倪乾与企业代表座谈。', ['倪乾']],
    ['an adverb behind the last of a list', '副市长甄玉华、方洪波均出席。', ['甄玉华', '方洪波']],
    ['an adverb that is a part of the name', '副市长蒲少均出席。', ['蒲少均']],
    ['a Yi name', '彝族绣娘俄底呷莫一边绣花一边说，日子好了。', ['俄底呷莫']],
    ['a long Mongol name', '自治区政协委员额尔敦陶克涛建议，尽快示范。', ['额尔敦陶克涛']],
    ['a Manchu name', '区党工委书记鄂尔泰宁致辞时说，欢迎人才。', ['鄂尔泰宁']],
    ['a Tibetan name that ends in a word of grammar', '副县长尕藏才让参加调研。', ['尕藏才让']],
    ['a dotted name with rare parts', '县文联干部孛儿只斤·苏和认为，路子对。', ['孛儿只斤·苏和']],
    ['a name of two surnames', '大四学生尚官雨桐说，看重就业。', ['尚官雨桐']],
    ['who is said to do something', '返乡创业的楼晓岩把苦荞做成面皮。', ['楼晓岩']],
    ['somebody by age', '33岁的返乡青年逯飞扬说，愿意留下。', ['逯飞扬']],
    ['accomplices', '主犯苟永富伙同左明亮、母正方等人租用仓库。', ['苟永富', '左明亮', '母正方']],
    ['who has a trade that no list has', '煤炭运销户车玉林指着货位说，回暖了。', ['车玉林']],
    ['who does something with an object', '居民乌兰珍拎着菜，按下按钮。', ['乌兰珍']],
    ['a label to its colon', '【同期声】村民 左大有：赶紧种晚稻。', ['左大有']],
    ['a bracket between office and name', '金管局助理总裁(货币管理)施颖林昨表示，存款增加。', ['施颖林']],
    ['a dot of full width in a name', '汇昌证券首席经济师马可．贝莱利指出，涨了。', ['马可．贝莱利']],
    ['a foreign name between words', '由20岁的托马斯·哈斯担当主力的球队获胜。', ['托马斯·哈斯']],
    ['two foreign names that 和 joins', '前锋尼奥尔·拜伊亚诺和马尔西奥·桑托斯进球。', ['尼奥尔·拜伊亚诺', '马尔西奥·桑托斯']],
    ['who a sentence begins with', '天没亮。刘玉芬是种菜能手。', ['刘玉芬']],
    ['a name that begins with a region of several provinces', '博川化工总经理冀东升在会上说，要改造。', ['冀东升']],
    ['a member of a congress', '苗圪林代表是果农。', ['苗圪林']],
    ['a presenter in brackets', '主持人（戚宇林）：天晴了。', ['戚宇林']],
    ['traditional characters', '房屋署署長鄺詠詩表示，工程順利。', ['鄺詠詩']],
  ])('finds %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it.each([
    '高质量发展要有新方面的突破。',
    '成都的金融业连续三年增长。',
    '局长安排工作，主任医师表示满意。',
    '职工师傅们的权益得到保障。',
    '多位专家呼吁打通断头路，发言人回应称，已有安排。',
    '社区来了“律师管家”，队员缺的课由老师晚上补。',
    '领导班子充满信心，广大党员和群众参加，主管国家经济的部门回应。',
    '“农家·美丽乡村”活动启动，鉴定为“石英岩（染色）”。',
    '该局有关负责人向本报记者表示，要推广。',
    '让企业家安心、让科学家舒心。',
    '村里的哈密瓜每公斤多卖三毛钱，企业落户青川。',
    '实现法律顾问全覆盖，记者从会上了解到这些。',
  ])('finds nobody in %s', text => {
    expect(names(text)).toEqual([])
  })

  it('joins a surname alone, and a surname with a title, to the one person who bears it', () => {
    const [person] = people(segmentedPage('公司总经理滕云逸说，订单很多。\n滕表示，还要扩产。大家都叫他滕总。'))
    expect(person?.name).toBe('滕云逸')
    expect(person?.aliases).toEqual(['滕云逸', '滕', '滕总'])
  })

  it('joins a surname with the office of a deputy, and the form of address of the one named before', () => {
    const joined = people(segmentedPage('省财政厅副厅长谌立民说，放款增加。谌副厅长又说，还要扩面。'))
    expect(joined.map(({ aliases }) => aliases)).toEqual([['谌立民', '谌副厅长']])
    const two = people(segmentedPage('老兵司徒宝林退休了。司徒老先生透露，股份给了女儿司徒芸。'))
    expect(two.map(({ aliases }) => aliases)).toEqual([['司徒宝林', '司徒老先生'], ['司徒芸']])
  })

  it('keeps a customer known by surname only as a person of her own', () => {
    expect(names('家住金山街道的叶女士说，没有怀疑。')).toEqual(['叶女士'])
  })

  it.each([
    ['2023-05-01', '习近平'],
    ['2008-05-20', '胡锦涛'],
  ])('knows whom 总书记 means on %s', (publishedOn, name) => {
    const page = annotatePage(segmentedPage('总书记来到村里考察。', { publishedOn }))
    const mention = page.mentions.find(({ form }) => form === 'title')
    expect(page.entities.find(({ id }) => id === mention?.entity)).toMatchObject({ name, aliases: [] })
  })

  it.each([
    ['official', '县水利局局长章伟说，坝体安全。', '章伟'],
    ['executive', '合肥晶睿半导体有限公司董事长滕云逸说，已量产。', '滕云逸'],
    ['expert', '中南大学教授储朝阳认为，要看效果。', '储朝阳'],
    ['worker', '种粮大户刘春雨说，收成不错。', '刘春雨'],
    ['journalist', '（记者 邹明远）大会召开。', '邹明远'],
    ['expert', '中铁五局集团总工程师章伟说，合龙了。', '章伟'],
    ['official', '县茶叶产业发展中心主任章伟说，产量增加。', '章伟'],
    ['expert', '省政协委员、中南大学教授储朝阳说，要看效果。', '储朝阳'],
    ['other', '退休教师储朝阳说，路宽了。', '储朝阳'],
    ['other', '游客钱小宁说，风景很美。', '钱小宁'],
  ])('gives the role %s', (role, text, name) => {
    expect(people(segmentedPage(text)).find(person => person.name === name)?.role).toBe(role)
  })

  it('has everybody of the byline, found in the text or not', () => {
    expect(people(segmentedPage('大会召开。', {}, { byline: ['邹明远'] })).map(({ name, role }) => [name, role])).toEqual([
      ['邹明远', 'journalist'],
    ])
  })
})
