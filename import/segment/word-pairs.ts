/** Tells what a heading has in common with a text, by the pairs of neighbouring characters in both. */

/** The pairs of neighbouring Chinese characters. */
export function pairs(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) if (isIdeograph(text, i) && isIdeograph(text, i + 1)) found.add(text.slice(i, i + 2))
  return found
}

function isIdeograph(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}

/** The share of the first pairs that stand among the second; 0 of none. With `doubt`, so many of ten times as many more count as shared. */
export function share(of: ReadonlySet<string>, within: ReadonlySet<string>, doubt = 0): number {
  let found = doubt
  for (const one of of) if (within.has(one)) found++
  const size = of.size + 10 * doubt
  return size === 0 ? 0 : found / size
}
