/**
 * Documents in title marks and their short forms.
 * 市里印发了《云溪市养老服务提升三年行动计划（2021—2023年）》 … 《行动计划》提出 … （以下简称《办法》）
 */
import type { Zone } from '../text/zone'
import { documentKind } from './kind-words'
import type { PolicySighting } from './policy-group'

const LONGEST_TITLE = 90
const SHORT_TITLE = 6

interface Title {
  readonly name: string
  readonly bare: string
  readonly kind: PolicySighting['kind']
}

/** Titles of a page. `zones` come in reading order; a short form means the last full title that ends with it. */
export function findTitles(zones: readonly Zone[]): PolicySighting[] {
  const found: PolicySighting[] = []
  const titles: Title[] = []
  for (const zone of zones) {
    const text = zone.folded
    for (let open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
      const close = closing(text, open)
      if (close < 0) continue
      const title = text.slice(open + 1, close)
      const printed = zone.text.slice(open + 1, close)
      const place = { zone: zone.index, start: open + 1, end: close }
      const earlier = title.length <= SHORT_TITLE ? meant(titles, title, text, open) : null
      if (earlier) found.push({ ...place, kind: earlier.kind, forms: [earlier.name, printed], rule: 'short-title' })
      else {
        const kind = documentKind(title)
        if (!kind || title.length < 3) continue
        // A kind alone (《规划》) says nothing where no full title came before.
        if (
          title.length <= SHORT_TITLE &&
          /^(?:总体|实施|工作|行动|指导|若干|管理|暂行)?(?:规划|计划|方案|意见|决定|通知|措施|办法|条例|规定|纲要|细则|报告|要点)$/u.test(
            title,
          )
        )
          continue
        const bare = printed.replace(/[(（][^()（）]*[)）]$/u, '')
        titles.push({ name: printed, bare: title.replace(/\([^()]*\)$/u, ''), kind })
        found.push({ ...place, kind, forms: bare.length >= 4 && bare !== printed ? [printed, bare] : [printed], rule: 'title' })
      }
    }
  }
  return found
}

function closing(text: string, open: number): number {
  const limit = Math.min(text.length, open + LONGEST_TITLE)
  let depth = 0
  for (let i = open; i < limit; i++) {
    const mark = text[i]
    if (mark === '《') depth++
    else if (mark === '》') {
      depth--
      if (depth === 0) return i
    } else if (mark === '\n') return -1
  }
  return -1
}

/** The full title that a short one means: the last that ends with it, or the one it is declared to stand for. */
function meant(titles: readonly Title[], short: string, text: string, open: number): Title | null {
  if (/(?:简称|下称|称为)[:“]?$/u.test(text.slice(Math.max(0, open - 4), open))) return titles.at(-1) ?? null
  for (let i = titles.length - 1; i >= 0; i--) {
    const title = titles[i] as Title
    if (title.bare.length > short.length && title.bare.endsWith(short)) return title
  }
  return null
}
