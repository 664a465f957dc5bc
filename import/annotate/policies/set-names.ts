/** Strategies, programmes and concepts of the central organs under their fixed names, quoted or not: 乡村振兴, “一带一路”, 河长制. */

import type { PolicyKind } from '../../../model/vocabulary'
import laws from '../../lexicons/laws.json'
import setNames from '../../lexicons/policy-set-names.json'
import synonyms from '../../lexicons/policy-synonyms.json'
import { Trie } from '../text/trie'
import { isWordStart, type Zone } from '../text/zone'
import { documentKind, kindWordBefore } from './kind-words'
import { comparable, type PolicySighting, sightingAt } from './policy-group'

const kindOf = new Map(setNames.entries.map(({ name, kind }) => [comparable(name), kind as PolicyKind]))
const SHORTEST = 3
const entries: readonly (readonly [string, PolicyKind])[] = [
  ...[...kindOf].filter(([name]) => name.length >= SHORTEST),
  ...synonyms.entries.flatMap(({ name, short }) => {
    const kind =
      [name, ...short].map(form => kindOf.get(comparable(form))).find(Boolean) ??
      documentKind(name) ??
      kindWordBefore(name, name.length, 1)?.value ??
      'programme'
    return [name, ...short]
      .map(comparable)
      .filter(form => form.length >= SHORTEST)
      .map(form => [form, kind] as const)
  }),
]
const names = new Trie(entries)
/** 双减, 双碳 and the like are names only inside quotation marks. */
const shortEntries: readonly (readonly [string, PolicyKind])[] = synonyms.entries.flatMap(({ name, short }) =>
  [name, ...short]
    .map(comparable)
    .filter(form => form.length < SHORTEST)
    .map(form => [form, kindOf.get(form) ?? kindOf.get(comparable(name)) ?? documentKind(name) ?? 'programme'] as const),
)
const quotedOnly = new Trie(shortEntries)

const lawNames = new Trie<true>(laws.entries.map(name => [name, true] as const))
/** All of them, to find where any may start. */
const all = new Trie([...[...entries, ...shortEntries].map(([name]) => name), ...laws.entries].map(name => [name, true] as const))
const STATE = '中华人民共和国'
/** 食品安全法律, 教育法规, 保险法人: a longer word. */
const NO_LAW_AFTER = /^[律规治院庭官学人制定子宝案医器门师]/u

/** The kind of a policy that has a fixed name, or null. */
export function setNameKind(name: string): PolicyKind | null {
  const key = comparable(name)
  return names.get(key) ?? quotedOnly.get(key) ?? null
}

const OPENING: readonly (string | undefined)[] = ['“', '‘']
const LEADING_VERB = /^(?:构建|推动|推进|发展|打赢|打好|建设|实现|加快)/u
/** 乡村振兴局, 新质生产力研究院: the name of a body, a book, a cup. */
const PART_OF_A_NAME = /^(?:局|学院|研究院|研究中心|研究会|促进会|公司|集团|银行|基金会|杯|大会|论坛|峰会|博览会)/u

/** Kinds of set names that a noun behind them goes on to name, and such nouns: 消费扶贫行动, 测土配方施肥制度. */
const BORNE = /^(?:programme|campaign|regulation)$/u
const BEARER =
  /^(?:专项行动|行动|工程|制度|机制|承诺制|试点|政策|改革)(?!计划|方案|办法|规划|指南|资金|项目|工作|改革|单位|地区|[县市村省])/u

/** The sightings of one zone. Marks inside a name (“双碳”目标) do not keep it from being seen. */
export function findSetNames(zone: Zone): PolicySighting[] {
  const text = zone.folded
  const found: PolicySighting[] = []
  for (let at = all.next(text, zone.pairs, 0); at < text.length; at = all.next(text, zone.pairs, at)) {
    const law = lawNames.longest(text, at)
    if (law && isWordStart(zone, at) && text[at - 1] !== '”' && !NO_LAW_AFTER.test(text.slice(law.end, law.end + 1))) {
      const start = text.startsWith(STATE, at - STATE.length) ? at - STATE.length : at
      const end = text.startsWith('修正案', law.end) ? law.end + 3 : law.end
      found.push(sightingAt(zone, start, end, 'regulation', 'law'))
      at = end
      continue
    }
    const hit = names.longest(text, at)
    if (hit && PART_OF_A_NAME.test(text.slice(hit.end, hit.end + 3))) {
      at = hit.end
      continue
    }
    if (hit) {
      const borne = BORNE.test(hit.value) ? BEARER.exec(text.slice(hit.end, hit.end + 6))?.[0] : undefined
      const end = hit.end + (borne?.length ?? 0)
      found.push({
        zone: zone.index,
        start: at,
        end,
        kind: borne && borne !== '试点' ? (kindWordBefore(borne, borne.length, 0)?.value ?? hit.value) : hit.value,
        forms: [...(borne ? [zone.text.slice(at, end)] : []), ...formsOf(zone, at, hit.end)],
        rule: 'set-name',
      })
      at = end
      continue
    }
    const short = OPENING.includes(text[at - 1]) ? quotedOnly.longest(text, at) : null
    if (short && /[”’]/u.test(text[short.end] ?? '')) {
      found.push(sightingAt(zone, at, short.end, short.value, 'set-name'))
      at = short.end
      continue
    }
    at++
  }
  return found
}

/** 构建新发展格局 is also printed as 新发展格局: the name without the verb is a form of its own. */
function formsOf(zone: Zone, start: number, end: number): readonly string[] {
  const whole = zone.text.slice(start, end)
  const bare = LEADING_VERB.test(zone.folded.slice(start, end)) ? zone.folded.slice(start + 2, end) : ''
  return names.has(bare) ? [whole, zone.text.slice(start + 2, end)] : [whole]
}
