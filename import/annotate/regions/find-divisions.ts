/**
 * Finds the regions of reference data: divisions in full and short form, nested ones, macro-regions, national new areas, countries.
 * 记者从海州省云溪市清河区获悉 (a region directly after the one above it), 云溪和东部各地 (short forms).
 */
import regionNames from '../../lexicons/region-names.json'
import { fold } from '../text/fold'
import { Trie } from '../text/trie'
import { isWordStart, tagAt, wordBounds, type Zone } from '../text/zone'
import { type RegionForm, regionForms } from './region-forms'

/** A form at a place that may be a region; which one it is needs the whole page. */
export interface RegionCandidate {
  readonly zone: number
  readonly start: number
  readonly end: number
  readonly form: RegionForm
  /** Index of the candidate that ends where this one starts, or -1. */
  readonly before: number
  /** Whether the place alone speaks for a region: the full form, a word of its own, or one that the dictionary knows as a place. */
  readonly sure: boolean
  /** Whether it is a word that the dictionary knows as a place. */
  readonly place: boolean
  /** The forms that stand beside it in a list (甲、乙). */
  readonly beside: readonly RegionForm[]
}

const NONE: readonly RegionForm[] = []
let follow: Trie<true> | null = null

/** All candidates of a zone in reading order; they do not overlap. */
export function findDivisions(zone: Zone): RegionCandidate[] {
  follow ??= new Trie(regionNames.follow.map(word => [fold(word), true] as const))
  const forms = regionForms()
  const found: RegionCandidate[] = []
  const text = zone.folded
  for (let at = forms.next(text, zone.pairs, 0); at < text.length; at = forms.next(text, zone.pairs, at)) {
    const hit = forms.longest(text, at)
    if (!hit?.value) {
      at = hit ? hit.end : at + 1
      continue
    }
    const previous = found.at(-1)
    const nested = previous?.end === at
    const aligned = nested || isWordStart(zone, at)
    const form = hit.value
    const { start, end } = wordBounds(zone, at)
    const closed = isWordStart(zone, hit.end) || hit.end === text.length
    // A short form inside a longer word of the dictionary is that word (金华火腿 is none, 金华/火腿 is), unless that is the name of a body.
    const inWord = !closed && start <= at && end > hit.end && !/^n[tsz]?$|^j$/u.test(tagAt(zone, at))
    const place = start === at && end === hit.end && /^ns/u.test(tagAt(zone, at))
    // 县委副书记、代县长甲: the acting head of another county than 代县.
    const acting = text.startsWith('代县长', at) && text[at + 3] !== '城'
    const accepted = acting ? false : form.full ? aligned || (hit.end - at > 2 && text[hit.end - 1] !== '市') : aligned && !inWord
    if (
      !accepted ||
      ((!form.full || form.other?.level === 'macro_region') && follow.longest(text, hit.end) && !isBody(text, hit.end))
    ) {
      at = form.full || !accepted ? at + 1 : hit.end
      continue
    }
    found.push({
      zone: zone.index,
      start: at,
      end: hit.end,
      form,
      before: nested ? found.length - 1 : -1,
      sure: form.full || place || closed,
      place,
      beside: NONE,
    })
    at = hit.end
  }
  return withNeighbours(text, found)
}

/** The candidates with the forms that stand beside them in a list. */
function withNeighbours(text: string, found: RegionCandidate[]): RegionCandidate[] {
  for (let i = 0; i + 1 < found.length; i++) {
    const left = found[i] as RegionCandidate
    const right = found[i + 1] as RegionCandidate
    if (!isBeside(text, left, right)) continue
    found[i] = { ...left, beside: [...left.beside, right.form] }
    found[i + 1] = { ...right, beside: [left.form] }
  }
  return found
}

/** Whether two forms stand in a list, with 、 or 和 between them. */
const isBeside = (text: string, left: RegionCandidate, right: RegionCandidate): boolean =>
  right.start === left.end + 1 && /[、和与及]/u.test(text[left.end] as string)

/** 人民, 人大, 人社 after a region belong to a body and are no 人 of the region. */
function isBody(text: string, at: number): boolean {
  return text[at] === '人' && /[民大社才力工保口行]/u.test(text[at + 1] ?? '')
}
