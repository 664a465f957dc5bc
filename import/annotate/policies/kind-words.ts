/** Words that say what kind of policy a name is. */
import type { PolicyKind } from '../../../model/vocabulary'
import { oneOf } from '../../characters'
import kindWords from '../../lexicons/policy-kind-words.json'
import { fold } from '../text/fold'
import { Trie } from '../text/trie'

const entries = (lists: Record<string, readonly string[]>) =>
  Object.entries(lists).flatMap(([kind, list]) => list.map(word => [fold(word), kind as PolicyKind] as const))

const documents = new Trie<PolicyKind>(entries(kindWords.documents))
const named = new Trie<PolicyKind>(entries(kindWords.named))
const cues = new Trie<true>(kindWords.cues.map(word => [fold(word), true] as const))

/** Names that end like a document and are none. */
const NO_DOCUMENT = /(?:书法|方法|看法|说法|做法|想法|写法|打法|疗法|魔法|语法|活动|讲话)$/u

/** The kind of document that a title ends with, or null: …条例, …行动计划. */
export function documentKind(title: string): PolicyKind | null {
  const bare = title.replace(/\([^()]*\)$/u, '').replace(/\d\.\d版?$/u, '')
  if (NO_DOCUMENT.test(bare)) return null
  if (/[\d一二三四五六七八九十]条$/u.test(bare)) return 'document'
  if (/行动$/u.test(bare) && !/愿景与行动$/u.test(bare)) return 'campaign'
  return documents.longestBefore(bare, bare.length)?.value ?? null
}

/** The longest word for a kind at a place (“某某”专项行动), with its end. */
export function kindWordAt(text: string, at: number): { readonly end: number; readonly value: PolicyKind } | null {
  return named.longest(text, at)
}

/** The longest word for a kind that ends at a place, with its start. */
export function kindWordBefore(
  text: string,
  end: number,
  floor: number,
): { readonly start: number; readonly value: PolicyKind } | null {
  return named.longestBefore(text, end, floor)
}

const isAspect = oneOf('了着过')

/** Whether a verb with which papers bring in a policy (实施, 出台) ends at the place; gives its start. */
export function cueBefore(text: string, end: number): number | null {
  const at = isAspect(text.charCodeAt(end - 1)) ? end - 1 : end
  return cues.longestBefore(text, at, Math.max(0, at - 6))?.start ?? null
}

/** Whether the word is such a verb. */
export function isCue(word: string): boolean {
  return cues.has(word)
}

/** The kind of a name as it is printed: what Hong Kong and Macau call 計劃 is a scheme that people apply for, no plan. */
export function kindAsPrinted(kind: PolicyKind, printed: string): PolicyKind {
  return kind === 'plan' && /計劃[」』”]?$/u.test(printed) ? 'programme' : kind
}
