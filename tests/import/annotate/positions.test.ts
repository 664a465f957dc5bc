import { annotatePage } from '../../../import/annotate/annotate-page'
import { segmentedPage } from '../../support/segmented-page'

function offices(text: string): [person: string, body: string | null, title: string][] {
  const { entities, positions } = annotatePage(segmentedPage(text))
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]))
  return positions.map(({ person, organization, title }) => [
    nameOf.get(person) as string,
    organization ? (nameOf.get(organization) as string) : null,
    title,
  ])
}

describe('who holds which office', () => {
  it.each([
    [
      '浙江省衢州市柯城区委书记、区人大常委会主任方可立说，要落实。',
      [
        ['方可立', '浙江省衢州市柯城区委', '书记'],
        ['方可立', '区人大常委会', '主任'],
      ],
    ],
    [
      '市生态环境局党组成员、副局长郝润泽，市水利局总工程师章伟参加调研。',
      [
        ['郝润泽', '市生态环境局', '党组成员'],
        ['郝润泽', '市生态环境局', '副局长'],
        ['章伟', '市水利局', '总工程师'],
      ],
    ],
    [
      '县工商联副主席兼秘书长罗可宁致辞。',
      [
        ['罗可宁', '县工商联', '副主席'],
        ['罗可宁', '县工商联', '秘书长'],
      ],
    ],
    ['合肥晶睿半导体有限公司市场部经理杨荣说，订单很多。', [['杨荣', '合肥晶睿半导体有限公司', '市场部经理']]],
    ['中南大学湘雅医院重症医学科主任医师潘一鸣提醒，要接种。', [['潘一鸣', '中南大学湘雅医院', '重症医学科主任医师']]],
    ['贵州省从江县加榜乡党委副书记石修慧下田。', [['石修慧', '贵州省从江县加榜乡党委', '副书记']]],
    ['刘思远（湖南省社会科学院研究员）认为，要坚持。', [['刘思远', '湖南省社会科学院', '研究员']]],
    ['王建国，男，汉族，1965年生，现任衡阳市水利局局长。', [['王建国', '衡阳市水利局', '局长']]],
    ['走进合肥晶睿半导体有限公司，机器轰鸣。公司董事长滕云逸说，已量产。', [['滕云逸', '合肥晶睿半导体有限公司', '董事长']]],
    [
      '合肥晶睿半导体有限公司扩产。公司总工程师兼技术中心主任滕云逸说，已量产。',
      [
        ['滕云逸', '合肥晶睿半导体有限公司', '总工程师'],
        ['滕云逸', '合肥晶睿半导体有限公司', '技术中心主任'],
      ],
    ],
    [
      '最高检召开发布会，民事行政检察厅厅长麻小行、副厅长申屠安静答问。',
      [
        ['麻小行', '最高检', '民事行政检察厅厅长'],
        ['申屠安静', '最高检', '副厅长'],
      ],
    ],
    [
      '洱源县文化和旅游局原局长、现任洱源县旅居产业协会会长杨武益说，好。',
      [
        ['杨武益', '洱源县文化和旅游局', '原局长'],
        ['杨武益', '洱源县旅居产业协会', '会长'],
      ],
    ],
    ['村委会主任何小菊说，路通了。', [['何小菊', '村委会', '主任']]],
    ['云溪县锂电产业推进中心主任况永安直言，价格不好。', [['况永安', '云溪县锂电产业推进中心', '主任']]],
    ['省脱贫攻坚领导小组办公室常务副主任盖东明说，要严格。', [['盖东明', '省脱贫攻坚领导小组办公室', '常务副主任']]],
    ['云裳绣坊老板闻人秋水来自外省。', [['闻人秋水', '云裳绣坊', '老板']]],
    [
      '市水利局召开会议。该局党组副书记、副局长蔺红军要求，要落实。',
      [
        ['蔺红军', '市水利局', '党组副书记'],
        ['蔺红军', '市水利局', '副局长'],
      ],
    ],
    ['合肥晶睿半导体有限公司扩产。公司报关部经理臧小敏说，能省钱。', [['臧小敏', '合肥晶睿半导体有限公司', '报关部经理']]],
    ['合肥晶睿半导体有限公司90后工程师冼亚平说，能省钱。', [['冼亚平', '合肥晶睿半导体有限公司', '工程师']]],
    ['辩护律师、四川蜀衡律师事务所律师牟平安提出，应当扣除。', [['牟平安', '四川蜀衡律师事务所', '律师']]],
    ['会议任命王海波为市住建局局长。', [['王海波', '市住建局', '局长']]],
    ['市水利局何秋白局长表示，坝体安全。', [['何秋白', '市水利局', '局长']]],
    ['在湖南农业大学的试验田，大豆专家谷千山教授选育新种。', [['谷千山', '湖南农业大学', '教授']]],
    ['老兵司徒宝林干了40年纺织。这位合肥晶睿纺织有限公司创始人的话题是接班。', [['司徒宝林', '合肥晶睿纺织有限公司', '创始人']]],
    ['金管局助理总裁(货币管理)施颖林说，存款增加。', [['施颖林', '金管局', '助理总裁(货币管理)']]],
    ['现任县水利局副局长的隋雅林说，要修塘。', [['隋雅林', '县水利局', '副局长']]],
    ['冉春林委员(县水利局副局长)：人手太紧。', [['冉春林', '县水利局', '副局长']]],
    [
      '市人大常委会主任郑玉林主持会议，党组副书记、副主任王勤出席。',
      [
        ['郑玉林', '市人大常委会', '主任'],
        ['王勤', '市人大常委会', '党组副书记'],
        ['王勤', '市人大常委会', '副主任'],
      ],
    ],
    ['美国商务部长雷蒙多来访。', [['雷蒙多', '美国商务部', '部长']]],
    ['抚州一家数字医疗企业的创始人宁小川坦言，贷款难。', [['宁小川', null, '创始人']]],
    ['云川牧场与伊利合作。场长高小娃说，要扩群。', [['高小娃', '云川牧场', '场长']]],
    ['码头值班经理区建中说，人手够。', []],
    ['全国人大代表李锦柱建议立法。', [['李锦柱', null, '全国人大代表']]],
  ])('reads %s', (text, expected) => {
    expect(offices(text)).toEqual(expected)
  })

  it('puts the head of a region under its government where the page names that, else under the region', () => {
    expect(offices('衡阳市人民政府开会。市长倪海波说，要落实。')).toEqual([['倪海波', '衡阳市人民政府', '市长']])
    const { positions, entities } = annotatePage(segmentedPage('洱源县副县长杨武益带队检查。'))
    expect(positions).toMatchObject([{ organization: null, title: '副县长' }])
    expect(entities.find(({ id }) => id === positions[0]?.region)).toMatchObject({ name: '洱源县' })
  })

  it('gives who wrote the article the office that a line about the author names', () => {
    const page = annotatePage(segmentedPage('要让实习回到本意。（作者系湖南农业大学教授）', {}, { byline: ['温如初'] }))
    expect(page.positions).toMatchObject([{ title: '教授' }])
    expect(page.entities.find(({ id }) => id === page.positions[0]?.person)).toMatchObject({ name: '温如初', role: 'expert' })
  })

  it('takes an office that somebody loses for a former one', () => {
    const { positions } = annotatePage(segmentedPage('会议免去赵铁生的市住建局局长职务。'))
    expect(positions.map(({ title, former }) => [title, former])).toEqual([['局长', true]])
  })

  it('takes an acting head of a county for none of 代县', () => {
    const { entities } = annotatePage(segmentedPage('县委副书记、代县长周启明参加。'))
    expect(entities.filter(({ type }) => type === 'region')).toEqual([])
  })

  it('marks former offices', () => {
    const { positions } = annotatePage(segmentedPage('时任铜陵市委副书记倪海波受审。景洪市财政局原局长玉喃波作证。'))
    expect(positions.map(({ title, former }) => [title, former])).toEqual([
      ['副书记', true],
      ['原局长', true],
    ])
  })
})
