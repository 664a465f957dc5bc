/** Finds the papers and agencies that the page and its bylines name, 本报 for the page's own, and papers in 《》: 《云溪日报》记者. */
import { divisionsNamed } from '../../lexicons/gazetteer'
import type { SegmentedPage } from '../../values/document'
import type { OrganizationFind } from '../finds'
import { fold } from '../text/fold'
import { Trie } from '../text/trie'
import type { Zone } from '../text/zone'

/** The names of papers that the page itself gives, to be found in every zone. */
export function outletNames(page: SegmentedPage): Trie<string> {
  const names = new Map<string, string>()
  const add = (name: string | null): void => {
    const bare = name?.replace(/^综合/u, '')
    if (bare && !/^本[报刊台网社]/u.test(bare)) names.set(fold(bare), bare)
  }
  add(page.outlet)
  for (const article of page.articles) add(article.outlet)
  if (page.outlet) {
    names.set('本报', page.outlet)
    // 云 溪 日 报, as mastheads set it
    for (const gap of [' ', '  ']) names.set([...fold(page.outlet)].join(gap), page.outlet)
    for (const form of withoutRegion(fold(page.outlet))) names.set(form, page.outlet)
    const bare = fold(page.outlet).replace(/社$/u, '')
    names.set(bare, page.outlet)
    if (/[日晚晨早时商]报$/u.test(bare)) names.set(`${bare}社`, page.outlet)
  }
  return new Trie(names)
}

export function findOutlets(all: Trie<string>, zone: Zone): OrganizationFind[] {
  const text = zone.folded
  const found: OrganizationFind[] = []
  for (let at = all.next(text, zone.pairs, 0); at < text.length; at = all.next(text, zone.pairs, at + 1)) {
    const hit = all.longest(text, at)
    if (!hit) continue
    found.push({
      zone: zone.index,
      start: at,
      end: hit.end,
      rule: 'outlet',
      kind: 'media',
      region: null,
      stem: hit.value,
      ownRegion: true,
      parentEnd: null,
      form: text.startsWith('本报', at) ? 'short' : 'name',
    })
    at = hit.end - 1
  }
  return found
}

/** 云溪日报 for 海州云溪日报. */
function withoutRegion(outlet: string): string[] {
  for (let length = Math.min(8, outlet.length - 4); length >= 2; length--)
    if (divisionsNamed(outlet.slice(0, length)).length > 0) return [outlet.slice(length)]
  return []
}
