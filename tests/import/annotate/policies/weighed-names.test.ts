import { findWeighedNames } from '../../../../import/annotate/policies/weighed-names'
import { makeZone } from '../../../../import/annotate/text/zone'

const read = (text: string, kind: 'text' | 'title' = 'text') => findWeighedNames([makeZone(0, 0, 'text', kind, text)], new Map())
const forms = (text: string) => read(text).map(sighting => sighting.forms[0])

describe('names that many weak signs tell', () => {
  it.each([
    ['县里健全联渔带渔分红机制。', '联渔带渔分红机制', 'programme'],
    ['市里推进农村供水一体化改革，先易后难。', '农村供水一体化改革', 'programme'],
    ['今年起，全县推行河道采砂限额制度。', '河道采砂限额制度', 'regulation'],
    ['区里启动退役船员转岗培训工程。', '退役船员转岗培训工程', 'programme'],
    ['三个乡镇列入风电清洁取暖试点。', '风电清洁取暖试点', 'programme'],
    ['全市开展湖区网箱养殖专项整治。', '湖区网箱养殖专项整治', 'campaign'],
  ])('reads one in %s', (text, name, kind) => {
    expect(read(text).map(sighting => [sighting.forms[0], sighting.kind])).toEqual([[name, kind]])
  })

  it.each([
    '这家厂去年换了新设备，工程进度快。',
    '他说，政策好，干劲足。',
    '大家都说要有制度，也要有办法。',
    '公司的项目方案还在改。',
    '乡村振兴局和改革者同台。',
  ])('reads none in %s', text => {
    expect(forms(text)).toEqual([])
  })

  it('begins no name with a count, a verb of bringing in or a word of grammar', () => {
    expect(forms('县里启动12个山塘清淤加固工程。')).not.toContain('12个山塘清淤加固工程')
    for (const name of forms('要把山塘清淤加固工程同河道整治行动一起推进。')) expect(name).not.toMatch(/^(?:要|把|同|启动)/u)
  })

  it('leaves a name to the longer one that it is part of', () => {
    expect(forms('县里印发渔港改造三年行动方案。').filter(name => name?.endsWith('三年行动'))).toEqual([])
  })

  it('joins the shorter form that the page has as well', () => {
    const found = read('推行跨县项目税收分享机制。他说，税收分享机制要落实，推行税收分享机制不难。')
    expect(new Set(found.map(sighting => sighting.forms[0])).size).toBeLessThan(found.length)
  })
})
