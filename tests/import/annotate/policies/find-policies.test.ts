import { findPolicies } from '../../../../import/annotate/policies/find-policies'
import { makeZone } from '../../../../import/annotate/text/zone'
import { processorSeconds } from '../../../support/processor-time'

const read = (...texts: readonly string[]) => findPolicies(texts.map((text, i) => makeZone(i, i, 'text', 'text', text)))
const names = (...texts: readonly string[]) => [...new Set(read(...texts).flatMap(finds => finds.map(({ name }) => name)))]
const kinds = (text: string) => read(text).flatMap(finds => finds.map(({ kind }) => kind))

describe('policies of a page', () => {
  it.each([
    [
      '县里印发了《云溪县养老服务提升三年行动计划（2021—2023年）》。',
      ['云溪县养老服务提升三年行动计划（2021—2023年）'],
      ['plan'],
    ],
    ['全市启动“清河净水”专项行动。', ['“清河净水”专项行动'], ['campaign']],
    ['当地出台“云溪人才40条”。', ['云溪人才40条'], ['document']],
    ['深入实施乡镇卫生院服务能力提升工程，群众得到实惠。', ['乡镇卫生院服务能力提升工程'], ['programme']],
    ['各地落实河长制，推进乡村振兴。', ['河长制', '乡村振兴'], ['regulation', 'strategy']],
    ['银行推出“桑果贷”，帮助农户。', ['桑果贷'], ['programme']],
    ['商务局推出稳茶市“30条”，商户叫好。', ['稳茶市“30条”'], ['document']],
    ['全区开展“晨光”打击整治行动。', ['“晨光”打击整治行动'], ['campaign']],
    ['推行“三审合一”“一窗办结”，少跑腿。', ['三审合一', '一窗办结'], ['programme', 'programme']],
    ['新修订的食品安全法明确了责任。', ['食品安全法'], ['regulation']],
    ['水产部门组织实施鳜鱼振兴行动和优质油菜工程。', ['鳜鱼振兴行动', '优质油菜工程'], ['campaign', 'programme']],
    ['县里启动林下养蜂联户经营试点。', ['林下养蜂联户经营试点'], ['programme']],
    ['县里启动山区学童早餐改善计划试点。', ['山区学童早餐改善计划'], ['plan']],
    ['围绕“四大片区”谋划产业，实施“六大行动”。', ['四大片区', '六大行动'], ['strategy', 'campaign']],
    ['县里实施乡村振兴十大工程。', ['乡村振兴十大工程'], ['programme']],
    ['全力保障鲜活水产品“绿色通道”。', ['绿色通道'], ['programme']],
    ['做强“稻菇鱼”六大特色产业。', ['“稻菇鱼”六大特色产业'], ['strategy']],
    [
      '《云溪县加装水管实施办法》和《云溪县水管管理办法》施行。',
      ['云溪县加装水管实施办法', '云溪县水管管理办法'],
      ['regulation', 'regulation'],
    ],
    ['全面开展林区火源专项治理行动。', ['林区火源专项治理行动'], ['campaign']],
    ['人社部门启动务工人员薪酬支付专项检查。', ['务工人员薪酬支付专项检查'], ['campaign']],
    ['县里出台“十项规定”，推进“三城联创”。', ['十项规定', '三城联创'], ['regulation', 'campaign']],
    ['落实“稳茶33条”和镇里“14条”。', ['稳茶33条', '镇里“14条”'], ['document', 'document']],
    ['市里推进农田“三控”。', ['农田“三控”'], ['programme']],
    ['帮扶“双到”工作要过细。', ['帮扶“双到”'], ['programme']],
    ['村民盼医共体早日建成。', ['医共体'], ['programme']],
    ['落实“果盘子”市长负责制。', ['“果盘子”市长负责制'], ['regulation']],
    ['县里出台茶业振兴九条措施。', ['茶业振兴九条措施'], ['document']],
    ['湖边几个村“退圩还湖”，鱼鸟回来了。', ['退圩还湖'], ['programme']],
    ['窗口推出服务，“先看牙后付款”很受欢迎。', ['先看牙后付款'], ['programme']],
    ['楼市“云七条”刚满月。', ['楼市“云七条”'], ['document']],
    ['截至上月，“商税通”已服务六千户。', ['商税通'], ['programme']],
    ['要做强“724”现代产业体系。', ['“724”现代产业体系'], ['programme']],
    ['街道启动“暖阳”老年助浴服务行动。', ['“暖阳”老年助浴服务行动'], ['campaign']],
    ['新政策叫“岸上直分”，货主少等两天。', ['岸上直分'], ['programme']],
    ['她申请到“青创小栈”和“邻里租房”，每月省下不少。', ['青创小栈', '邻里租房'], ['programme', 'programme']],
    ['省里继续办好15项民生工程。', ['15项民生工程'], ['programme']],
    ['小店獲批出小商戶復業資助計劃申請。', ['小商戶復業資助計劃'], ['programme']],
    [
      '《最高人民法院关于审理湿地纠纷案件适用法律问题的解释》施行。',
      ['最高人民法院关于审理湿地纠纷案件适用法律问题的解释'],
      ['regulation'],
    ],
    ['县里采取“群众点单、干部接单”，每村补助两万元。', ['群众点单、干部接单'], ['programme']],
    ['千余名学童可领取“午间热餐”，家长放心。', ['午间热餐'], ['programme']],
    ['渔政部门实行河湾捕捞限额管理制度。', ['河湾捕捞限额管理制度'], ['regulation']],
    ['他介绍，近岸网箱综合整治启动以来，水清了。', ['近岸网箱综合整治'], ['campaign']],
    ['两地深化青川扶贫协作。', ['青川扶贫协作'], ['programme']],
    ['青川对口扶贫协作十年，湾长制也已推开。', ['青川对口扶贫协作', '湾长制'], ['programme', 'regulation']],
    ['该县正实施茶叶产业高质量发展三年行动。', ['茶叶产业高质量发展三年行动'], ['campaign']],
    ['去年我县获批省级山货线上拍卖试点。', ['省级山货线上拍卖试点'], ['programme']],
    ['当局定下的《云溪智慧水务藍圖2.0》寫得細。', ['云溪智慧水务藍圖2.0'], ['plan']],
    ['“两个加密”进行时。', ['两个加密'], ['concept']],
    ['镇里“百日清淤攻坚”收官。', ['百日清淤攻坚'], ['campaign']],
  ])('finds in %s', (text, expected, expectedKinds) => {
    expect(names(text)).toEqual(expected)
    expect(kinds(text)).toEqual(expectedKinds)
  })

  it('gives every name of a row the kind that stands after the last', () => {
    expect(names('市里开展“揽才入云”“归雁还巢”行动。')).toEqual(['揽才入云', '“归雁还巢”行动'])
  })

  it('takes a short title for the full one that came before, in another article too', () => {
    const [first, second] = read('县里印发《云溪县养殖尾水治理办法》。', '《办法》提出，三年内完成治理。')
    expect(second?.[0]?.name).toBe(first?.[0]?.name)
  })

  it('joins a name without marks to the set-off one', () => {
    const finds = read('全市启动“清河净水”专项行动。今年清河净水专项行动已覆盖六县。').flat()
    expect(new Set(finds.map(({ name }) => name)).size).toBe(1)
    expect(finds.length).toBeGreaterThan(1)
  })

  it('joins a policy and the nickname that the text gives it, wherever it stands', () => {
    const finds = read('“外贸28条”来了', '《云溪市稳定外贸若干措施》（简称“外贸28条”）施行。', '“28条”共有六个方面。').flat()
    expect(new Set(finds.map(({ name }) => name))).toEqual(new Set(['云溪市稳定外贸若干措施']))
  })

  it('joins a policy and the number of articles that it is said to have', () => {
    const finds = read('《云溪市稳定外贸若干措施》，共28条，业内叫好。', '“外贸28条”发布一个月。').flat()
    expect(new Set(finds.map(({ name }) => name))).toEqual(new Set(['云溪市稳定外贸若干措施']))
  })

  it('takes no article of a law and no word of the language for a name', () => {
    expect(names('合同“第八条”写得清楚，“二维码”贴在门口，货物“畅通”无阻。')).toEqual([])
  })

  it.each([
    '他抓住了创新这个“牛鼻子”。',
    '修路不能变成“半截路”工程，也要防止“盆栽式”帮扶。',
    '上项目不能“一拥而进、一散而空”。',
    '《云溪日报》记者到访，展演了电影《春水谣》。',
    '《规划》提出，到明年建成三座桥。',
    '市重点工程建设指挥部召开会议。',
    '国家乡村振兴局的同志到访。',
    '新的教育法规和保险法人引发讨论。',
  ])('finds none in %s', text => {
    expect(names(text)).toEqual([])
  })

  it('goes on reading no name of a policy into the name of a body', () => {
    const text = '市水产局晒塘清淤三年行动计划公布。'
    const zone = makeZone(0, 0, 'text', 'text', text)
    expect(findPolicies([zone], [[{ start: 0, end: 4 }]]).flatMap(finds => finds.map(({ name }) => name))).toEqual([
      '晒塘清淤三年行动计划',
    ])
  })

  it('takes the scheme that a headline names and the text names again for one, and no measure that is named once', () => {
    const zones = [
      makeZone(0, 0, 0, 'title', '邻里托管津贴发到手'),
      makeZone(1, 0, 'text', 'text', '上月起，邻里托管津贴惠及九百户，停工整治还在继续，柴油补贴另算。'),
    ]
    const finds = findPolicies(zones)
    expect(finds.map(list => list.map(({ name }) => name))).toEqual([['邻里托管津贴'], ['邻里托管津贴']])
  })

  it('takes the long and the short form of a scheme that a page keeps naming for one', () => {
    const text = '城乡渔民意外保险试行。意外保险怎么买？城乡渔民意外保险不贵。城乡渔民意外保险和渔民意外保险是一回事。'
    expect(names(text)).toEqual(['城乡渔民意外保险'])
  })

  it('takes a law with and without its full title for one', () => {
    expect(names('《中华人民共和国湿地保护法》施行。湿地保护法填补了空白。')).toEqual(['中华人民共和国湿地保护法'])
  })

  it('shows every find at its place', () => {
    const text = '全市启动“清河净水”专项行动，落实《云溪县养殖尾水治理办法》。'
    for (const { start, end, name } of read(text).flat()) expect(name).toContain(text.slice(start, end))
  })

  it('stays fast on a megabyte of opening marks', () => {
    expect(processorSeconds(() => read('《“'.repeat(250_000)))).toBeLessThan(100)
  })
})
