import { annotatePage } from '../../../import/annotate/annotate-page'
import { segmentedPage } from '../../support/segmented-page'

const regions = (text: string) =>
  annotatePage(segmentedPage(text)).entities.flatMap(entity => (entity.type === 'region' ? [entity] : []))
const codes = (text: string) => regions(text).map(({ name, adcode }) => [name, adcode])

describe('regions of a page', () => {
  it('finds the towns of a list and villages that their people show, without a region before them', () => {
    expect(regions('枣阳市建成冷库，在平林、新市、七方等镇投用。').map(({ name }) => name)).toEqual([
      '枣阳市',
      '平林',
      '新市',
      '七方',
    ])
    expect(regions('走进赵屯村，村民正忙。在城中村，在度假村，在农村，都有变化。').map(({ name }) => name)).toEqual(['赵屯村'])
    expect(regions('一早，张楼村蒜农索宜民来了。全村村民、部分村村民都来了。').map(({ name }) => name)).toEqual(['张楼村'])
  })

  it('finds a village again where its name stands alone', () => {
    const { mentions } = annotatePage(segmentedPage('记者来到枣阳市平林镇黄树村。黄树村海拔近900米，黄树村村民都搬了。'))
    expect(mentions.filter(({ quote }) => quote === '黄树村')).toHaveLength(3)
  })

  it('takes 全国 for the country where something is counted of it', () => {
    expect(regions('截至3月底，全国已有青茶合作社2.9万家。').map(({ name }) => name)).toEqual(['全国'])
    expect(regions('青茶合作社获评全国先进，产量居全国第3位。')).toEqual([])
  })

  it('takes the name of the country inside the name of something else for none', () => {
    expect(regions('衢州市列入《中国传统村落名录》。').map(({ name }) => name)).toEqual(['衢州市'])
  })

  it.each([
    [
      '南宁市近日出手，在青秀、兴宁两个城区试行。',
      [
        ['南宁市', '450100'],
        ['青秀', '450103'],
        ['兴宁', '450102'],
      ],
    ],
    [
      '浙江省衢州市柯城区的居民说。',
      [
        ['浙江省', '330000'],
        ['衢州市', '330800'],
        ['柯城区', '330802'],
      ],
    ],
    [
      '徐州市鼓楼区的老街开街，鼓楼区很热闹。',
      [
        ['徐州市', '320300'],
        ['鼓楼区', '320302'],
      ],
    ],
    [
      '南京市鼓楼区的老街开街，鼓楼区很热闹。',
      [
        ['南京市', '320100'],
        ['鼓楼区', '320106'],
      ],
    ],
    [
      '北京市朝阳区的学校开学。',
      [
        ['北京市', '110000'],
        ['朝阳区', '110105'],
      ],
    ],
    [
      '辽宁省朝阳市的学校开学。',
      [
        ['辽宁省', '210000'],
        ['朝阳市', '211300'],
      ],
    ],
    [
      '吉林去年增长，吉林市也增长。',
      [
        ['吉林', '220000'],
        ['吉林市', '220200'],
      ],
    ],
    [
      '福州仓山的茉莉花开了。',
      [
        ['福州', '350100'],
        ['仓山', '350104'],
      ],
    ],
    [
      '内蒙古和宁夏的牧场。',
      [
        ['内蒙古', '150000'],
        ['宁夏', '640000'],
      ],
    ],
    ['那曲地区的牧民转场。', [['那曲地区', '540600']]],
  ])('gives the codes of %s', (text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it.each([
    ['京津冀、长三角和粤港澳大湾区协同发展。', ['京津冀', '长三角', '粤港澳大湾区']],
    ['苏北和粤西的渔民出海，江浙也开渔。', ['苏北', '粤西', '江浙']],
    ['海南自由贸易港封关，海南自贸港开放。', ['海南自由贸易港']],
    ['长春新区和重庆高新区签约。', ['长春新区', '重庆高新区']],
  ])('finds what has no code in %s', (text, expected) => {
    const found = regions(text).filter(({ level }) => level === 'macro_region' || level === 'zone')
    expect(found.map(({ name, adcode }) => [name, adcode])).toEqual(expected.map(name => [name, null]))
  })

  it('keeps the form with the region above it among the forms', () => {
    expect(regions('衢州市柯城区的居民说。')[1]?.aliases).toEqual(['柯城区', '衢州市柯城区'])
  })

  it('finds towns with the county around them', () => {
    expect(regions('林芝市巴宜区林芝镇的桃花开了。').find(({ level }) => level === 'township')).toMatchObject({
      name: '林芝镇',
      adcode: null,
      within: '540402',
    })
  })

  it.each([
    '朝鲜族同胞跳起了舞。',
    '本报记者 武川 摄',
    '把绿水青山变成金山银山。',
    '东北亚合作论坛开幕。',
    '这里建成示范县。',
    '他开放又文明，和平振兴。',
  ])('finds none in %s', text => {
    expect(codes(text)).toEqual([])
  })
})
