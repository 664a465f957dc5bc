/**
 * Runs an attack while ordinary requests are made. What is refused or bounded takes milliseconds, and less than a second of a quiet machine however dear it is
 * (docs/speed.md). Tests run beside others, so the bound here is wide: what it catches is what never ends.
 */
const LIMIT_MS = 60_000
/** Ordinary requests come now and then. */
const PAUSE_MS = 20

export async function beside<T>(ordinary: () => Promise<void>, attack: () => Promise<T>): Promise<T> {
  let over = false
  const slowest = (async () => {
    let slowest = 0
    while (!over) {
      const start = performance.now()
      await ordinary()
      slowest = Math.max(slowest, performance.now() - start)
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
    }
    return slowest
  })()
  const start = performance.now()
  try {
    const outcome = await attack()
    expect(performance.now() - start).toBeLessThan(LIMIT_MS)
    return outcome
  } finally {
    over = true
    expect(await slowest).toBeLessThan(LIMIT_MS)
  }
}
