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

/** Runs the load and gives what was measured. Answers must come with Content-Length. */
export async function measure({ url, bodies, connections, seconds }: Load): Promise<Measured> {
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
  const took = (performance.now() - begin) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { requestsPerSecond: times.length / took, p50: at(0.5), p95: at(0.95), failed, requests: times.length }
}
