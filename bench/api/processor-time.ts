/** How much processor time a process has used. On a machine that others use as well it says more than the clock. */
import { readFileSync } from 'node:fs'

/** The unit of /proc on Linux. */
const TICKS_PER_SECOND = 100

/** Milliseconds of processor time that a process has used so far; NaN where the system does not tell. */
export function processorTime(pid: number | null): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
  } catch {
    return Number.NaN
  }
}
