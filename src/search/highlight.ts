/** Marks what matched in a text, with « and ». */

/** How much of a long text is shown around the first match, in UTF-16 code units. */
const BEFORE = 30
const LENGTH = 120

/** The places of the words in the text, merged where they touch, in order. Words that stand nowhere whole are looked for by pairs of characters. */
function matches(text: string, words: readonly string[]): [start: number, end: number][] {
  const lower = text.toLowerCase()
  // A few characters change their length in lower case; then places would not fit.
  if (lower.length !== text.length) return []
  const found: [number, number][] = []
  const mark = (part: string): boolean => {
    let any = false
    for (let at = lower.indexOf(part); at >= 0 && found.length < 200; at = lower.indexOf(part, at + part.length)) {
      found.push([at, at + part.length])
      any = true
    }
    return any
  }
  for (const word of words) {
    if (mark(word)) continue
    const characters = [...word]
    for (let i = 1; i < characters.length; i++) mark(`${characters[i - 1]}${characters[i]}`)
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const merged: [number, number][] = []
  for (const [start, end] of found) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** The text, or the part of a long one where the words stand, with the words marked. Null where none of them stands there. */
export function highlight(text: string, words: readonly string[]): string | null {
  const places = matches(text, words)
  const [first] = places
  if (!first) return null
  const from = text.length <= LENGTH ? 0 : Math.max(0, first[0] - BEFORE)
  const to = Math.min(text.length, from + LENGTH)
  let shown = from > 0 ? '…' : ''
  let at = from
  for (const [start, end] of places) {
    if (start >= to) break
    shown += `${text.slice(at, start)}«${text.slice(start, Math.min(end, to))}»`
    at = Math.min(end, to)
  }
  return `${shown}${text.slice(at, to)}${to < text.length ? '…' : ''}`.replaceAll('\n', ' ')
}

/** The beginning of a text that is shown where nothing in it can be marked. */
export function beginning(text: string): string {
  return text.length <= LENGTH ? text : `${text.slice(0, LENGTH)}…`
}
