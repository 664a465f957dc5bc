import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareNames } from '../../../import/resolve/compare-names'
import type { ComparableType } from '../../../import/values/comparable'

const PAIRS = join(__dirname, '../../../../shared/eval/pairs.tsv')

describe('judging two names', () => {
  const table: readonly (readonly [ComparableType, string, string, string])[] = [
    ['organization', '湖北省市场监管局', '湖北省市场监督管理局', 'same'],
    ['organization', '武汉市第一中级人民法院', '武汉市第二中级人民法院', 'different'],
    ['organization', '湖北省卫健委', '湖北省卫生健康委员会', 'same'],
    ['organization', '宜昌市委', '中共宜昌市委', 'same'],
    ['organization', '宜昌市委', '宜昌市政府', 'different'],
    ['organization', '江汉电机有限公司', '江汉电机股份有限公司', 'same'],
    ['policy', '《湖北省大气污染防治条例》', '《湖南省大气污染防治条例》', 'different'],
    ['policy', '健康中国', '健康中国战略', 'same'],
    ['region', '恩施州', '恩施土家族苗族自治州', 'same'],
    ['region', '武昌区', '洪山区', 'different'],
  ]
  it.each(table)('%s: %s and %s are %s', (type, a, b, label) => {
    expect(compareNames(type, a, b).judgement).toBe(label)
  })

  const given = existsSync(PAIRS)
  ;(given ? it : it.skip)('reaches F1 0.95 of same on the hand-made pairs and calls nothing different the same', () => {
    const { f1, missed, wrong } = judge(PAIRS)
    expect(wrong).toEqual([])
    expect({ f1: f1 >= 0.95, missed }).toMatchObject({ f1: true })
  })

  // Well-known bodies, policies and regions; the labels of each file were written down before the rules had seen its pairs.
  it.each([
    ['public-pairs.tsv', 0.95],
    ['homonym-pairs.tsv', 0.95],
    ['further-pairs.tsv', 0.95],
    ['other-pairs.tsv', 0.92],
    ['more-pairs.tsv', 0.95],
  ])('finds what is one in %s with an F1 of %d at least, and calls nothing different the same', (file, bar) => {
    const { f1, missed, wrong } = judge(join(__dirname, file))
    expect(wrong.filter(({ label }) => label === 'different')).toEqual([])
    expect({ f1: f1 >= bar, missed, wrong }).toMatchObject({ f1: true })
  })
})

/** F1 of *same* over the pairs of a file, with those that were missed and those that are wrongly the same. */
function judge(file: string) {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split('\t') as [ComparableType, string, string, string])
  const judged = rows.map(([type, a, b, label]) => ({ a, b, label, got: compareNames(type, a, b) }))
  const hits = judged.filter(row => row.label === 'same' && row.got.judgement === 'same').length
  const missed = judged.filter(row => row.label === 'same' && row.got.judgement !== 'same')
  const wrong = judged.filter(row => row.label !== 'same' && row.got.judgement === 'same')
  return { f1: (2 * hits) / (2 * hits + missed.length + wrong.length), missed, wrong }
}
