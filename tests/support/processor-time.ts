/** How long the chain takes. */
import { extractDocument } from '../../import/pipeline'

/** Seconds of processor time for a text: other programs change the clock's. */
export const seconds = (text: string): number => {
  const start = process.cpuUsage()
  extractDocument({ name: 'page.txt', text, meta: {} })
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
