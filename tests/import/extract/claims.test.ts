/** What counts as said, by whom and how far. Every sentence is invented. */
import { extractPage } from '../../../import/extract/extract-page'
import { type Named, pageOf } from '../../support/page-of'
import { growth, processorSeconds } from '../../support/processor-time'

type Said = readonly [speaker: string | null, mode: string, ...spans: string[]]

function claimsIn(text: string, named: Named): Said[] {
  return extractPage(pageOf(text, named)).claims.map(claim => [
    claim.speaker,
    claim.mode,
    ...claim.spans.map(({ start, end }) => text.slice(start, end)),
  ])
}

const zhou: Named = { people: ['周明'] }
const zhouAndLi: Named = { people: ['周明', '李兰'] }
const bureau: Named = { people: ['周明'], organizations: { 青山县水利局: 'government' } }

const SAMPLES: readonly (readonly [what: string, text: string, named: Named, expected: readonly Said[]])[] = [
  ['a quotation before the speaker', '“水通了，苗就活了。”村民周明说。', zhou, [['周明', 'direct', '水通了，苗就活了。']]],
  ['a quotation behind a colon', '周明告诉记者：“今年不用等雨。”', zhou, [['周明', 'direct', '今年不用等雨。']]],
  ['indirect speech behind a comma', '周明介绍，渠道全长九里。', zhou, [['周明', 'indirect', '渠道全长九里。']]],
  [
    'speech around the attribution, quoted and indirect',
    '“先修渠，再种稻。”周明说，渠道下月通水，“大家都盼着”。',
    zhou,
    [['周明', 'mixed', '先修渠，再种稻。', '渠道下月通水，“大家都盼着”。']],
  ],
  [
    'a quotation that the same speaker goes on with',
    '“渠通了。”周明说。“明年还要修塘。”',
    zhou,
    [['周明', 'direct', '渠通了。', '明年还要修塘。']],
  ],
  [
    'a spokesman of a body at a meeting',
    '青山县水利局有关负责人昨日在渠系建设推进会上透露，渠道下月通水。',
    bureau,
    [['青山县水利局', 'indirect', '渠道下月通水。']],
  ],
  [
    'what is meant by a pronoun behind a quotation',
    '周明没有想到渠会通。“外地来的李老师手把手教。”他口中的老师是李兰。',
    zhouAndLi,
    [['周明', 'direct', '外地来的李老师手把手教。']],
  ],
  ['an estimate right behind the name', '周明站在渠边。他估计渠道年内能通。', zhou, [['周明', 'indirect', '渠道年内能通。']]],
  [
    'an answer with the name in brackets',
    '问：渠何时通？\n答（村民周明）：下月通水，大家放心。',
    zhou,
    [['周明', 'direct', '下月通水，大家放心。']],
  ],
  [
    'a sound bite labelled in one line',
    '【同期声】村民 周明：\n水通了，苗就活了。',
    zhou,
    [['周明', 'direct', '水通了，苗就活了。']],
  ],
  ['nothing in a quotation of nobody', '渠通那天很热闹。“春雨贵如油，秋水胜似金。”村口挂着横幅。', zhou, []],
  [
    'a body that an earlier clause only points at',
    '青山县水利局上月清淤。记者致电该局办公室，相关工作人员称，渠道下月通水。',
    bureau,
    [['青山县水利局', 'indirect', '渠道下月通水。']],
  ],
  ['data that somebody gives', '周明站在渠边。他提供的数据是，渠道全长九里。', zhou, [['周明', 'indirect', '渠道全长九里。']]],
  [
    'data behind a colon',
    '周明给出一组数据：渠道全长九里，支渠三十条。',
    zhou,
    [['周明', 'indirect', '渠道全长九里，支渠三十条。']],
  ],
  [
    'the one named last before a colon',
    '周明的话音未落，李兰又举起手来：“渠何时通？”',
    zhouAndLi,
    [['李兰', 'direct', '渠何时通？']],
  ],
  [
    'an answer whose words name who speaks',
    '问：渠何时通？\n答：青山县水利局相关负责人回应，渠道下月通水。',
    bureau,
    [['青山县水利局', 'indirect', '渠道下月通水。']],
  ],
  [
    'a line with a name alone in a transcript',
    '【配音】水来了。\n村民 周明\n水通了，苗就活了。',
    zhou,
    [['周明', 'direct', '水通了，苗就活了。']],
  ],
  [
    'a label in the line above',
    '●周明委员（青山县水利局局长）：\n渠道要快修，人手要补上。',
    zhou,
    [['周明', 'direct', '渠道要快修，人手要补上。']],
  ],
  [
    'voices behind bullets in one line',
    '●周明代表：渠道要快修，人手要补上。●李兰委员：塘要先清，水要先蓄。',
    zhouAndLi,
    [
      ['周明', 'direct', '渠道要快修，人手要补上。'],
      ['李兰', 'direct', '塘要先清，水要先蓄。'],
    ],
  ],
  [
    'what a caption on the screen says',
    '【字幕】青山县水利局负责人：渠道下月通水，苗能救活',
    bureau,
    [['青山县水利局', 'indirect', '渠道下月通水，苗能救活']],
  ],
  ['an occasion behind the name', '周明围绕防汛工作指出，要加快清淤。', zhou, [['周明', 'indirect', '要加快清淤。']]],
  [
    'a pronoun in the clause before',
    '周明来到渠边。得知渠已通水，他很高兴，同时指出，要管好闸门。',
    zhou,
    [['周明', 'indirect', '要管好闸门。']],
  ],
  [
    'a document that a body hands in',
    '青山县水利局昨向县人大提交文件。文件指出，渠道年内完工。',
    bureau,
    [['青山县水利局', 'indirect', '渠道年内完工。']],
  ],
  ['nothing in what a presenter tells', '【配音】水来了。\n周明：渠道昨天通水，村民都来看。', { journalists: ['周明'] }, []],
  ['nothing in what the writer suggests', '渠通了才好。青山县水利局在忙。建议尽快清淤，再修闸门。', bureau, []],
  [
    'counsel over several sentences, a word in quotation marks at the end of one',
    '周明指出，要办好“清渠月”，落到各村的“头一件”。要管好闸门，不能松手。',
    zhou,
    [['周明', 'indirect', '要办好“清渠月”，落到各村的“头一件”。要管好闸门，不能松手。']],
  ],
  [
    'what closes with a quotation, and no more',
    '周明坦言，渠太旧，“等了二十年”。该渠计划明年修好，预计花费百万元。',
    zhou,
    [['周明', 'mixed', '渠太旧，“等了二十年”。']],
  ],
  [
    'an answer, not the question before it',
    '“渠通了吗？”面对记者的提问，周明肯定地回答：“通了。”',
    zhou,
    [['周明', 'direct', '通了。']],
  ],
  [
    'nothing in a hand that moves while speaking',
    '周明告诉记者：“通了。”说着，他拧开了水龙头。',
    zhou,
    [['周明', 'direct', '通了。']],
  ],
  [
    'voices of a transcript whose lines were joined',
    '【解说】水来了。【同期声】村民周明：水通了，苗就活了。【解说】渠边很热闹。',
    zhou,
    [['周明', 'direct', '水通了，苗就活了。']],
  ],
  [
    'questions and answers whose lines were joined',
    '记者：渠何时通？周明：下月通水，请大家放心。记者：塘修吗？周明：明年再修，钱已经有了。',
    zhou,
    [
      ['周明', 'direct', '下月通水，请大家放心。'],
      ['周明', 'direct', '明年再修，钱已经有了。'],
    ],
  ],
  [
    'what somebody urges beside what was said',
    '周明批评，渠太旧，“等了二十年”，促请青山县水利局尽快清淤。',
    bureau,
    [
      ['周明', 'mixed', '渠太旧，“等了二十年”'],
      ['周明', 'indirect', '青山县水利局尽快清淤。'],
    ],
  ],
  ['a pronoun', '周明在渠边站了很久。他说，水来得正好。', zhou, [['周明', 'indirect', '水来得正好。']]],
  ['a lost opening mark', '天旱了半年。有水心里才踏实。”周明说。', zhou, [['周明', 'direct', '有水心里才踏实。']]],
  [
    'a lost closing mark',
    '“有水心里才踏实。周明说，明年还要修塘。',
    zhou,
    [['周明', 'mixed', '有水心里才踏实。', '明年还要修塘。']],
  ],
  [
    'a lost opening mark behind a colon',
    '周明说：天旱了半年。有水心里才踏实。”',
    zhou,
    [['周明', 'direct', '天旱了半年。有水心里才踏实。']],
  ],
  [
    'a lost closing mark before the next quotation',
    '“有水心里才踏实。周明说，渠通了。李兰说：“明年还要修塘。”',
    zhouAndLi,
    [
      ['周明', 'mixed', '有水心里才踏实。', '渠通了。'],
      ['李兰', 'direct', '明年还要修塘。'],
    ],
  ],
  [
    'a quotation within a quotation of the same marks',
    '“村里有了“三看”办法，大家都服气。”周明说。',
    zhou,
    [['周明', 'direct', '村里有了“三看”办法，大家都服气。']],
  ],
  ['a lost verb', '“有水心里才踏实。”村民周明', zhou, [['周明', 'direct', '有水心里才踏实。']]],
  [
    'someone without a name who speaks for a body',
    '青山县水利局相关负责人表示，渠道下月通水。',
    bureau,
    [['青山县水利局', 'indirect', '渠道下月通水。']],
  ],
  [
    'counsel that goes on over sentences',
    '周明强调，要把渠道管好。要落实专人巡查。要按时放水。',
    zhou,
    [['周明', 'indirect', '要把渠道管好。要落实专人巡查。要按时放水。']],
  ],
  [
    'two speakers in one paragraph',
    '周明说，渠道下月通水。李兰认为，价格还可以再谈。',
    zhouAndLi,
    [
      ['周明', 'indirect', '渠道下月通水。'],
      ['李兰', 'indirect', '价格还可以再谈。'],
    ],
  ],
  ['the return to narration', '周明说，渠道下月通水。记者看到，工人正在铺石板。', zhou, [['周明', 'indirect', '渠道下月通水。']]],
  [
    'what a person is told is not said by that person',
    '周明会见李兰时说，渠道下月通水。',
    zhouAndLi,
    [['周明', 'indirect', '渠道下月通水。']],
  ],
  [
    'what is said according to a body',
    '据青山县水利局介绍，渠道全长九里。',
    bureau,
    [['青山县水利局', 'indirect', '渠道全长九里。']],
  ],
  ['what nobody in particular counted', '据统计，全村有渠九里。', {}, [[null, 'indirect', '全村有渠九里。']]],
  ['a transcript', '周明：渠道下月通水。大家放心。', zhou, [['周明', 'direct', '渠道下月通水。大家放心。']]],
  ['a broadcast voice', '【同期声】\n青山县村民 周明\n渠通了心里踏实。', zhou, [['周明', 'direct', '渠通了心里踏实。']]],
  ['a speaker in traditional characters', '周明表示，「渠道下月通水。」', zhou, [['周明', 'direct', '渠道下月通水。']]],
  ['an answer that a noun reports', '渠什么时候通？周明的回答是“再等一个月”。', zhou, [['周明', 'direct', '再等一个月']]],
  [
    'a report that is named and then given',
    '会上，周明通报了渠道建设进展。1至4月，全县修渠九里，完成投资三百万元。',
    zhou,
    [['周明', 'indirect', '1至4月，全县修渠九里，完成投资三百万元。']],
  ],
  [
    'a report behind a colon',
    '昨天，青山县水利局通报渠道建设进展：截至4月底，全县修渠九里。',
    bureau,
    [['青山县水利局', 'indirect', '截至4月底，全县修渠九里。']],
  ],
  ['no statement behind the name of a report that nothing follows', '周明通报了渠道建设进展。李兰主持会议。', zhouAndLi, []],
  [
    'a reaction and a colon',
    '司机周明对此拍手称快：以前绕路要一个小时，现在十分钟就到。',
    zhou,
    [['周明', 'indirect', '以前绕路要一个小时，现在十分钟就到。']],
  ],
  ['no statement in a list behind a colon', '周明获得的奖项如下：先进个人，劳动模范，青年标兵。', zhou, []],
  [
    'what is learned from a body, the reporter left out',
    '昨从青山县水利局获悉，渠道下月通水。',
    bureau,
    [['青山县水利局', 'indirect', '渠道下月通水。']],
  ],
  ['according to him', '周明在渠边站了很久。据他透露，渠道下月通水。', zhou, [['周明', 'indirect', '渠道下月通水。']]],
  [
    'a quotation of the person whom the paragraph is about',
    '周明今年种了九亩稻。天还没亮就下地。“有水心里才踏实。”',
    zhou,
    [['周明', 'direct', '有水心里才踏实。']],
  ],
  ['a view', '在周明看来，渠道还应再长些。', zhou, [['周明', 'indirect', '渠道还应再长些。']]],
  [
    'a view held, without a verb of saying, and its colon',
    '周明坦言：渠道还不够长，水还不够多。',
    zhou,
    [['周明', 'indirect', '渠道还不够长，水还不够多。']],
  ],
  [
    'demands counted over paragraphs',
    '周明要求，一要抓紧修渠。\n二要按时放水。\n三要专人巡查。',
    zhou,
    [['周明', 'indirect', '一要抓紧修渠。', '二要按时放水。', '三要专人巡查。']],
  ],
  [
    'an interview with labels',
    '记者：渠道何时通水？\n周明：下月就通，大家放心。',
    zhou,
    [['周明', 'direct', '下月就通，大家放心。']],
  ],
  [
    'an interview with question and answer',
    '本报专访了周明。\n问：渠道何时通水？\n答：下月就通，大家放心。',
    zhou,
    [['周明', 'direct', '下月就通，大家放心。']],
  ],
  [
    'an answer that goes on in the next paragraph',
    '记者：渠道何时通水？\n周明：下月就通，大家放心。\n明年还要再修九里。\n记者走到渠边。',
    zhou,
    [['周明', 'direct', '下月就通，大家放心。', '明年还要再修九里。']],
  ],
  [
    'an answer whole, whatever it quotes',
    '记者：渠道何时通水？\n周明：下月就通。县里的方案提出，要修渠九里，到明年全部通水。',
    zhou,
    [['周明', 'direct', '下月就通。县里的方案提出，要修渠九里，到明年全部通水。']],
  ],
  ['no statement of a presenter', '【主持人 周明】听众朋友，您现在收听的是早间新闻。', zhou, []],
  ['no statement of a reporter between the voices', '【记者 周明】站在渠边，水声哗哗。', zhou, []],
  ['a reporter on the spot', '【记者 周明】我现在就在渠边，水声哗哗。', zhou, [['周明', 'direct', '我现在就在渠边，水声哗哗。']]],
  [
    'figures behind counsel as narration',
    '周明强调，要抓紧修渠。截至6月底，全县修渠九里。',
    zhou,
    [['周明', 'indirect', '要抓紧修渠。']],
  ],
  [
    'a word whose closing mark is lost, and what the next one says',
    '会议要求，对逾期的实行“区域限批。周明透露，渠道下月通水。',
    zhou,
    [
      [null, 'indirect', '对逾期的实行“区域限批。'],
      ['周明', 'indirect', '渠道下月通水。'],
    ],
  ],
  ['what was said on hearing', '“有水心里才踏实。”周明听后这样评价。', zhou, [['周明', 'direct', '有水心里才踏实。']]],
  [
    'a speaker behind the quotation who does something',
    '“有水心里才踏实。”周明擦了擦汗。',
    zhou,
    [['周明', 'direct', '有水心里才踏实。']],
  ],
  [
    'a quotation interrupted by its attribution',
    '“有水，”周明说，“心里才踏实。”',
    zhou,
    [['周明', 'direct', '有水', '心里才踏实。']],
  ],
  [
    'what a body has announced with its figures',
    '青山县水利局公布的数据显示，全县有渠九里。',
    bureau,
    [['青山县水利局', 'indirect', '全县有渠九里。']],
  ],
  [
    'an office without a name, later pointed at',
    '青山县水利局相关负责人表示，渠道下月通水。该负责人介绍，水价不变。',
    bureau,
    [
      ['青山县水利局', 'indirect', '渠道下月通水。'],
      ['青山县水利局', 'indirect', '水价不变。'],
    ],
  ],
  [
    'a sentence that a page break cuts in two',
    '周明告诉记者，今年全县的渠道都要赶在雨季到来之前修好，并且要把每一里渠道\n都交给专人巡查，做到有人看、有人管、有人修，大家才能放心用水。',
    zhou,
    [
      [
        '周明',
        'indirect',
        '今年全县的渠道都要赶在雨季到来之前修好，并且要把每一里渠道\n都交给专人巡查，做到有人看、有人管、有人修，大家才能放心用水。',
      ],
    ],
  ],
  [
    'a document that clearly sets out',
    '青山县水利局印发的《渠道管护办法》明确提出“有人看、有人管”。',
    { organizations: { 青山县水利局: 'government' }, policies: ['渠道管护办法'] },
    [['青山县水利局', 'direct', '有人看、有人管']],
  ],
  [
    'a sound bite labelled with the name in brackets',
    '正文：渠通了。\n同期（村民 周明）：水通了，苗就活了。',
    zhou,
    [['周明', 'direct', '水通了，苗就活了。']],
  ],
  [
    'a sound bite under a caption with office and name',
    '正文：渠通了。\n字幕：村民 周明\n同期：水通了，苗就活了。',
    zhou,
    [['周明', 'direct', '水通了，苗就活了。']],
  ],
  [
    'what a body has counted',
    '青山县水利局统计，截至10月底，全县修渠九里。',
    bureau,
    [['青山县水利局', 'indirect', '截至10月底，全县修渠九里。']],
  ],
  [
    'news that comes from a body',
    '昨从青山县水利局传来消息，三条渠道下月通水。',
    bureau,
    [['青山县水利局', 'indirect', '三条渠道下月通水。']],
  ],
  [
    'what that body has measured, whoever spoke before',
    '青山县水利局的渠修好了。周明说，水够了。据该局监测，今年水量多了三成。',
    bureau,
    [
      ['周明', 'indirect', '水够了。'],
      ['青山县水利局', 'indirect', '今年水量多了三成。'],
    ],
  ],
  [
    'a direction that comes back to what shall be done',
    '周明指出，供水是大事。今年全县的供水面积达到八百万平方米，比去年多出一百万。各供水企业要抢修渠道。',
    zhou,
    [['周明', 'indirect', '供水是大事。今年全县的供水面积达到八百万平方米，比去年多出一百万。各供水企业要抢修渠道。']],
  ],
  [
    'no measure that the government takes as a part of what was said before',
    '周明坦言，通水的村只有9个。为此，县政府上月拨款修渠。',
    zhou,
    [['周明', 'indirect', '通水的村只有9个。']],
  ],
  ['no speech in words that only look like verbs of saying', '周明按照上级要求，把说明书和小说都交了。', zhou, []],
  ['no speech in a name in quotation marks', '周明介绍“一网通办”的做法。', zhou, []],
]

test.each(SAMPLES)('reads %s', (_what, text, named, expected) => {
  expect(claimsIn(text, named)).toEqual(expected)
})

test('gives a meeting its body', () => {
  const text = '12日，县政府召开常务会议。\n会议强调，要把渠道管好。'
  expect(claimsIn(text, { organizations: { 县政府: 'government' } })).toEqual([['县政府', 'indirect', '要把渠道管好。']])
})

test('says what a statement is about, and not that it is about its speaker', () => {
  const text = '周明说，《青山县灌溉规划》要三年完成。'
  const page = pageOf(text, { people: ['周明'], policies: ['青山县灌溉规划'] })
  expect(extractPage(page).claims[0]?.about).toEqual(['青山县灌溉规划'])
})

test('says that what a document says is about that document', () => {
  const text = '青山县政府印发的《青山县灌溉规划》提出，三年修渠九里。'
  const page = pageOf(text, { organizations: { 青山县政府: 'government' }, policies: ['青山县灌溉规划'] })
  expect(extractPage(page).claims[0]?.about).toEqual(['青山县灌溉规划'])
})

test('says that a statement on 改革 alone is about the one named last', () => {
  const text = '青山县推进水价改革。周明说，改革不能停在纸上。'
  const [claim] = extractPage(pageOf(text, { people: ['周明'], policies: ['水价改革', '渠道规划'] })).claims
  expect(claim?.about).toEqual(['水价改革'])
})

test.each([
  ['条例草案分40条，管住了水。', '青山县节水条例（草案）'],
  ['方案落地一年，渠道修了九里。', '青山县灌溉三年行动方案'],
  ['按照规划，渠道要修到山脚。', '青山县灌溉规划'],
  ['新政把补助提高了一倍。', '青山人才新政9条'],
  ['三个试点村都通了水。', '水权交易试点'],
  ['文件给大家吃了定心丸。', '关于支持修渠的意见'],
])('says that “%s” is about the initiative that its short name stands for', (statement, policy) => {
  const text = `会上审议了《${policy}》。周明介绍，${statement}`
  const [claim] = extractPage(pageOf(text, { people: ['周明'], policies: [policy, '渠道日'] })).claims
  expect(claim?.about).toEqual([policy])
})

test('says that a statement on the closed season is about the one that was named', () => {
  const text = '青山湖伏季休渔昨日开始。周明说，休渔期间船都靠了岸。'
  const [claim] = extractPage(pageOf(text, { people: ['周明'], policies: ['青山湖伏季休渔', '渠道规划'] })).claims
  expect(claim?.about).toEqual(['青山湖伏季休渔'])
})

test('knows the short name of an initiative in traditional characters', () => {
  const text = '局方推出保渠計劃。周明說，首期計劃共接獲九十宗申請。'
  const [claim] = extractPage(pageOf(text, { people: ['周明'], policies: ['保渠計劃'] })).claims
  expect(claim?.about).toEqual(['保渠計劃'])
})

test('says that an answer is about what the question before it names', () => {
  const text = '问：水价改革进展怎样？\n周明：三个村先走一步。'
  const [claim] = extractPage(pageOf(text, { people: ['周明'], policies: ['水价改革'] })).claims
  expect(claim?.about).toEqual(['水价改革'])
})

test('keeps the verb as printed and the phrase that attributes', () => {
  const text = '会上，周明坦言，水还不够。'
  const [claim] = extractPage(pageOf(text, zhou)).claims
  expect(claim?.verb).toBe('坦言')
  expect(text.slice(claim?.attribution?.start, claim?.attribution?.end)).toBe('周明坦言')
})

const HOSTILE = ['“', '他说，', '据统计，', '“a。周明说，']
const read = (unit: string, length: number): (() => number) => {
  const page = pageOf(unit.repeat(Math.ceil(length / unit.length)))
  return () => processorSeconds(() => extractPage(page))
}
/** Four times the text may take eight times as long, warm-up and garbage collection included, and no more. */
const MOST = 8
test.each(HOSTILE)('takes time in proportion to the text for a megabyte of %s', unit => {
  expect(growth(read(unit, 250_000), read(unit, 1_000_000), MOST)).toBeLessThan(MOST)
})
