/** A server that takes part in the comparison, in a process of its own. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { ConnectionOptions } from '../../database/connection'

const REGISTER = join(__dirname, '..', '..', 'scripts', 'register-ts.cjs')

export interface Contender {
  readonly url: string
  readonly pid: number | null
  stop(): Promise<void>
}

/** Starts `floor.ts`, `maitu.ts` or `generated.ts` of this folder and waits until it says where it listens. */
export async function startContender(name: 'floor' | 'maitu' | 'generated', connection: ConnectionOptions): Promise<Contender> {
  const child: ChildProcess = fork(join(__dirname, `${name}.ts`), [JSON.stringify(connection)], {
    // The young generation that `npm start` gives the service, for all alike.
    execArgv: ['--max-semi-space-size=32', '-r', REGISTER],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', message => resolve(String(message)))
    child.once('exit', code => reject(new Error(`The server ${name} ended with ${code} before it listened.`)))
  })
  return {
    url,
    pid: child.pid ?? null,
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** For the side of the server: how to connect, and how to say that it listens. */
export const givenConnection = (): ConnectionOptions => JSON.parse(process.argv[2] as string) as ConnectionOptions
export const listening = (url: string): void => void process.send?.(url)
