/** Tells where a break went through a word. */
import { words } from './words'

/** Whether one word stands on both sides of the seam: 高质 | 量. */
export function crossesSeam(left: string, right: string): boolean {
  let at = 0
  for (const word of words().cut(left + right)) {
    if (at < left.length && at + word.length > left.length) return true
    at += word.length
  }
  return false
}
