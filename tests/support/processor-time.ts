/** How long work takes in processor time: other programs change the clock's. */
import { extractDocument } from '../../import/pipeline'

/** Seconds of processor time that the work takes. */
export function processorSeconds(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** Seconds of processor time that the whole chain takes for a text. */
export const seconds = (text: string): number => processorSeconds(() => extractDocument({ name: 'page.txt', text, meta: {} }))

/** Below so much a collection of garbage is more than the work. */
const LITTLE = 0.25
const TRIES = 3

/**
 * How many times the seconds of a small work a large one takes. Where that is not below `most` it is measured again: a crowded machine takes its caches away now
 * and then, and a rule that looks at too much does so each time.
 */
export function growth(small: () => number, large: () => number, most: number): number {
  let least = Infinity
  for (let i = 0; i < TRIES && least >= most; i++) {
    const once = small()
    const more = large()
    least = Math.min(least, more < LITTLE ? 0 : more / once)
  }
  return least
}
