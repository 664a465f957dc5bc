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
