/** One process at a time. */
import { existsSync, writeFileSync } from 'node:fs'
import { lock } from 'proper-lockfile'

/**
 * Runs `work` while no other process (nor another call in this one) holds the lock of that path. Waits for as long as the holder lives;
 * a holder that was killed counts as gone after a few seconds.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  if (!existsSync(path)) writeFileSync(path, '')
  const release = await lock(path, {
    stale: 5_000,
    update: 1_000,
    retries: { forever: true, factor: 1, minTimeout: 100, maxTimeout: 100 },
    onCompromised: () => {},
  })
  try {
    return await work()
  } finally {
    await release().catch(() => {})
  }
}
