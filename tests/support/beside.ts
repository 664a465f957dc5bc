/** Runs an attack while ordinary requests are made, and fails where the attack or one of them takes a second. */

const LIMIT_MS = 1_000

export async function beside<T>(ordinary: () => Promise<void>, attack: () => Promise<T>, limitMs: number = LIMIT_MS): Promise<T> {
  let over = false
  const slowest = (async () => {
    let slowest = 0
    while (!over) {
      const start = performance.now()
      await ordinary()
      slowest = Math.max(slowest, performance.now() - start)
    }
    return slowest
  })()
  const start = performance.now()
  try {
    const outcome = await attack()
    expect(performance.now() - start).toBeLessThan(limitMs)
    return outcome
  } finally {
    over = true
    expect(await slowest).toBeLessThan(limitMs)
  }
}
