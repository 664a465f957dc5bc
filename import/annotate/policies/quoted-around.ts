/** The kind of a set-off name by what stands before it or beside it: 新政策叫“…”, 推行“…”, “甲”“乙”等制度. */
import type { PolicyKind } from '../../../model/vocabulary'
import { cueBefore, kindWordAt } from './kind-words'
import type { Quoted, Read } from './quoted'

/** 新政策叫“…”, 这项改革名为“…”: what it is stands before its name. */
const CALLED = /(政策|做法|制度|改革|模式|机制|举措|办法|行动|活动|计划|工程)就?(?:叫做?|叫作|名为|称为|取名|命名为|俗称)$/u
/** 申请到“…”, 享受“…”: what people apply for. */
const APPLIED_FOR = /(?:申请|申领|享受|领到|办理)(?:到|了|过)?$/u

/** 新政策叫“甲乙丙丁”, 申请到“甲乙丙”和…: what the words before it say it is. */
export function kindBySaying(text: string, quote: Quoted, name: string): Read | null {
  if (name.length < 3 || name.length > 14) return null
  const before = text.slice(Math.max(0, quote.start - 9), quote.start)
  const called = CALLED.exec(before)
  if (called) return { kind: kindWordAt(called[1] as string, 0)?.value ?? 'programme', end: quote.end, own: true }
  if (APPLIED_FOR.test(before) && !/^[的式]/u.test(text.slice(quote.end, quote.end + 1)))
    return { kind: 'programme', end: quote.end, own: true }
  return null
}

/** In a row of names the last one's kind holds for all: “甲”“乙”、“丙”行动, “甲”“乙”等制度. */
export function kindOfNext(
  text: string,
  quote: Quoted,
  next: Quoted | undefined,
  kinds: ReadonlyMap<Quoted, { readonly kind: PolicyKind; readonly end: number }>,
) {
  const between = next ? text.slice(quote.end, next.start) : ''
  if (next && kinds.has(next) && /^(?:、|和|与|及|以及)?$/u.test(between))
    return { kind: (kinds.get(next) as { kind: PolicyKind }).kind, end: quote.end, own: false }
  const after = /^[\u4e00-\u9fff]{0,4}?等(?:[\u4e00-\u9fff]{0,6}?)(行动|工程|计划|制度|机制|政策|举措|活动|改革|专项|方案)/u.exec(
    text.slice(quote.end, quote.end + 16),
  )
  const word = after?.[1] ? kindWordAt(after[1], 0) : null
  return word ? { kind: word.value, end: quote.end, own: false } : null
}

/** 试行就地过磅“甲乙丙”, 采取“甲乙、丙丁”: the verb, and what the name is put to. */
const BROUGHT_IN = /(?:实施|推行|实行|采取|试行|推出|入选|领取|建立|落实|推进|启动)(?:了|出)?[^,。;:!?“”《》\n的了是]{0,12}$/u
/** Where such a name stands alone: at the end of its clause, or as the way things are done. */
const STANDS_ALONE = /^(?:[,。;、\n)]|$|等|后|以来|的(?:办法|方式|模式|做法|方法))/u

/** 推行“甲乙丙丁”: a set-off name that a verb for policies brings in, and no more than a name. */
export function kindByCue(text: string, quote: Quoted, name: string) {
  if (name.length < 3 || name.length > 16) return null
  if (
    STANDS_ALONE.test(text.slice(quote.end, quote.end + 3)) &&
    BROUGHT_IN.test(text.slice(Math.max(0, quote.start - 17), quote.start))
  )
    return { kind: 'programme' as const, end: quote.end, own: true }
  const cue = cueBefore(text, quote.start)
  if (cue === null || name.length > 14) return null
  const verb = text.slice(cue, quote.start)
  if (
    !/^(?:全面|深入|大力|持续|纵深|启动|创新|组织|率先)?(?:实施|推行|出台|发布|推出|实行|启动|践行|发起|试行|首创|创设)了?$/u.test(
      verb,
    )
  )
    return null
  return { kind: 'programme' as const, end: quote.end, own: true }
}
