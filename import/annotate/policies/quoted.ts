/** A set-off name, what may be read from it, and the shapes that several of its rules ask for. */
import type { PolicyKind } from '../../../model/vocabulary'

/** A stretch between quotation marks: `start` and `end` with them, `from` and `to` without. */
export interface Quoted {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

/** The kind of the name, where what bears it ends, and whether that is said of this name itself. */
export type Read = { readonly kind: PolicyKind; readonly end: number; readonly own: boolean }

/** 四大集群, 八大攻坚, 六地: what is counted off under a name. */
export const COUNTED = /^(?:[一二两三四五六七八九十]+|\d+)(?:大|个|项|重|新|化|转型|地|区|链|圈|带)|^\d+\+/u
/** 稳外资“20条”: the number alone is set off. */
export const NUMBER_ALONE = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})条(?:措施|意见|政策|举措)?$/u
/** Kinds that a name of two characters may have: “秋风”打击整治行动, but no “激活”体制机制. */
export const DEEDS = /(?:行动|工程|计划|专项|整治|攻坚战|战役)$/u
/** 农业“四控”, 扶贫“双到”: deeds counted off, a name behind the field they are done in. */
export const SUM = /^[双两三四五六七八九十][控到减替建保稳改清创提进联包定查治无送访帮晒亮评讲争比禁限压]$/u
/** A figure of speech, and behind a noun what offices grant. */
export const RIGHT_OF_WAY = '绿色通道'

/** 防止“形象工程”, 绝不搞“盆景式”扶贫, 变成“半拉子工程”: what is set off behind it is a reproach. */
const NO_NAME_BEHIND = /(?:防止|避免|杜绝|反对|不搞|不要|不能|不再|不是|而非|并非|变成|变成了|沦为|成了|只是|所谓|所谓的|普遍)$/u

/** Whether what is set off at the place is set off because it is meant badly. */
export const isReproach = (text: string, start: number): boolean => NO_NAME_BEHIND.test(text.slice(Math.max(0, start - 6), start))
