/** What counts as said, by whom and how far. Every sentence is invented. */
import { extractPage } from '../../../import/extract/extract-page'
import { type Named, pageOf } from '../../support/page-of'

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
  ['a pronoun', '周明在渠边站了很久。他说，水来得正好。', zhou, [['周明', 'indirect', '水来得正好。']]],
  ['a lost opening mark', '天旱了半年。有水心里才踏实。”周明说。', zhou, [['周明', 'direct', '有水心里才踏实。']]],
  [
    'a lost closing mark',
    '“有水心里才踏实。周明说，明年还要修塘。',
    zhou,
    [['周明', 'mixed', '有水心里才踏实。', '明年还要修塘。']],
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

test('keeps the verb as printed and the phrase that attributes', () => {
  const text = '会上，周明坦言，水还不够。'
  const [claim] = extractPage(pageOf(text, zhou)).claims
  expect(claim?.verb).toBe('坦言')
  expect(text.slice(claim?.attribution?.start, claim?.attribution?.end)).toBe('周明坦言')
})

const HOSTILE = ['“', '他说，', '据统计，', '“a。周明说，']
const timeOf = (unit: string, length: number): number => {
  const page = pageOf(unit.repeat(Math.ceil(length / unit.length)))
  const start = process.cpuUsage()
  extractPage(page)
  return process.cpuUsage(start).user / 1000
}
// Four times the text may take eight times as long, warm-up and garbage collection included, and no more.
test.each(HOSTILE)(
  'takes time in proportion to the text for a megabyte of %s',
  unit => {
    expect(timeOf(unit, 1_000_000)).toBeLessThan(8 * timeOf(unit, 250_000) + 2_000)
  },
  120_000,
)
