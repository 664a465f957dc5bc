import { findPolicies } from '../../../../import/annotate/policies/find-policies'
import { makeZone } from '../../../../import/annotate/text/zone'

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

  it.each([
    '他抓住了创新这个“牛鼻子”。',
    '《云溪日报》记者到访，展演了电影《春水谣》。',
    '《规划》提出，到明年建成三座桥。',
    '市重点工程建设指挥部召开会议。',
    '国家乡村振兴局的同志到访。',
  ])('finds none in %s', text => {
    expect(names(text)).toEqual([])
  })

  it('shows every find at its place', () => {
    const text = '全市启动“清河净水”专项行动，落实《云溪县养殖尾水治理办法》。'
    for (const { start, end, name } of read(text).flat()) expect(name).toContain(text.slice(start, end))
  })

  it('stays fast on a megabyte of opening marks', () => {
    const started = performance.now()
    read(`${'《“'.repeat(250_000)}`)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
