/** Tells what a heading has in common with a text, by the pairs of neighbouring characters in both. */

const FIRST = 0x4e00
const COUNT = 0x9fff - FIRST + 1

/** The pairs of neighbouring Chinese characters, each as one number. */
export function pairs(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  let before = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) - FIRST
    const isIdeograph = code >= 0 && code < COUNT
    if (isIdeograph && before >= 0) found.add(before * COUNT + code)
    before = isIdeograph ? code : -1
  }
  return found
}

/** The share of the first pairs that stand among the second; 0 of none. With `doubt`, so many of ten times as many more count as shared. */
export function share(of: ReadonlySet<number>, within: ReadonlySet<number>, doubt = 0): number {
  let found = doubt
  for (const one of of) if (within.has(one)) found++
  const size = of.size + 10 * doubt
  return size === 0 ? 0 : found / size
}
