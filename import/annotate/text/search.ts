/** Finding finds by their place. */

/** Index of the last of the finds, ordered by start, that starts before the place, or -1. */
export function lastStartingBefore(finds: readonly { readonly start: number }[], at: number): number {
  let low = 0
  let high = finds.length
  while (low < high) {
    const mid = (low + high) >> 1
    if ((finds[mid] as { readonly start: number }).start < at) low = mid + 1
    else high = mid
  }
  return low - 1
}

/** Index of the character at or after `from` and before `to`, or -1; looks no further than that. */
export function charWithin(text: string, char: string, from: number, to: number): number {
  for (let at = from; at < to && at < text.length; at++) if (text[at] === char) return at
  return -1
}

/** Index of the last such character before `to` and at or after `from`, or -1; looks no further than that. */
export function lastCharWithin(text: string, char: string, from: number, to: number): number {
  for (let at = to - 1; at >= from && at >= 0; at--) if (text[at] === char) return at
  return -1
}
