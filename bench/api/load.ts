/** Asks a server over and over on a number of connections and keeps how long each answer took. Bare sockets, so that the asking itself takes little. */
import { connect } from 'node:net'

export interface Load {
  readonly url: string
  /** Bodies that are sent in turn. */
  readonly bodies: readonly string[]
  readonly connections: number
  readonly seconds: number
}

export interface Measured {
  readonly requestsPerSecond: number
  readonly p50: number
  readonly p95: number
  /** Answers with a status other than 200 or with errors in them. */
  readonly failed: number
  readonly requests: number
}

/** An answer that takes longer than this beyond the end of the load is no longer waited for. */
const PATIENCE_MS = 15_000

/** How long each answer took, in milliseconds; `took` is how long the load did. */
export interface Taken {
  readonly times: readonly number[]
  readonly failed: number
  readonly took: number
}

/** What several rounds of the same load measured together. */
export function summed(rounds: readonly Taken[]): Measured {
  const times = rounds.flatMap(round => round.times).sort((a, b) => a - b)
  const took = rounds.reduce((sum, round) => sum + round.took, 0) / 1000
  const failed = rounds.reduce((sum, round) => sum + round.failed, 0)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { requestsPerSecond: times.length / took, p50: at(0.5), p95: at(0.95), failed, requests: times.length }
}

/** Runs the load once. Answers must come with Content-Length. */
export async function take({ url, bodies, connections, seconds }: Load): Promise<Taken> {
  const { hostname, port, pathname } = new URL(url)
  const requests = bodies.map(body =>
    Buffer.from(
      `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
  )
  const times: number[] = []
  let failed = 0
  let next = 0
  const begin = performance.now()
  const end = begin + seconds * 1000
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname)
      socket.setNoDelay(true)
      let started = 0
      let head = ''
      let missing = -1
      let bad = false
      const impatient = setTimeout(
        () => {
          failed++
          socket.destroy()
          resolve()
        },
        seconds * 1000 + PATIENCE_MS,
      )
      socket.on('close', () => clearTimeout(impatient))
      const ask = (): void => {
        if (performance.now() >= end) {
          socket.destroy()
          resolve()
          return
        }
        started = performance.now()
        head = ''
        missing = -1
        bad = false
        socket.write(requests[next++ % requests.length] as Buffer)
      }
      socket.on('connect', ask)
      socket.on('error', reject)
      socket.on('data', chunk => {
        if (missing < 0) {
          head += chunk.toString('latin1')
          const split = head.indexOf('\r\n\r\n')
          if (split < 0) return
          const length = /content-length: (\d+)/i.exec(head.slice(0, split))?.[1]
          if (length === undefined) {
            reject(new Error(`An answer without length: ${head.slice(0, 200)}`))
            return
          }
          bad = !head.startsWith('HTTP/1.1 200') || head.slice(split + 4, split + 16) === '{"errors":['
          missing = Number(length) - (head.length - split - 4)
        } else missing -= chunk.length
        if (missing > 0) return
        times.push(performance.now() - started)
        if (bad) failed++
        ask()
      })
    })
  await Promise.all(Array.from({ length: connections }, one))
  return { times, failed, took: performance.now() - begin }
}
