/** Runs the command line of Maitu as a user does: as a process of its own, straight from the sources. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export const ROOT = join(__dirname, '..', '..')

export interface Finished {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Settings of the machine that runs the tests stay outside. */
function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PATH, HOME, JAVA_HOME, JAVA_TOOL_OPTIONS, MAITU_CACHE, XDG_CACHE_HOME } = process.env
  return { PATH, HOME, JAVA_HOME, JAVA_TOOL_OPTIONS, MAITU_CACHE, XDG_CACHE_HOME, ...env }
}

function start(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--require', join(ROOT, 'scripts', 'register-ts.cjs'), join(ROOT, 'cli', 'main.ts'), ...args], {
    env: environment(env),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** Runs a command to its end. */
export async function maitu(args: readonly string[], env: NodeJS.ProcessEnv = {}, input = ''): Promise<Finished> {
  const child = start(args, env)
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', chunk => (output.stdout += chunk))
  child.stderr?.on('data', chunk => (output.stderr += chunk))
  // a command that reads no input may be over before it is written
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, ...output }
}

/** A service that runs. */
export interface RunningService {
  readonly url: string
  readonly child: ChildProcess
  /** Everything it has said so far. */
  output(): string
  /** Sends the signal and waits for the end; gives the exit code, null after a kill. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts the service on a free port and waits until it says that it is ready. Throws with its output where it ends before. */
export async function serve(env: NodeJS.ProcessEnv): Promise<RunningService> {
  const child = start(['serve'], { PORT: '0', ...env })
  let output = ''
  const ended = once(child, 'close')
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk
      const match = /POST (http:\S+)\/graphql/.exec(output)
      if (match) resolve(match[1] as string)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    ended.then(() => reject(new Error(`The service ended before it was ready:\n${output}`)))
  })
  return {
    url,
    child,
    output: () => output,
    async end(signal) {
      child.kill(signal)
      const [status] = (await ended) as [number | null]
      return status
    },
  }
}

interface Response {
  readonly data?: unknown
  readonly errors?: readonly { readonly extensions: Record<string, unknown> }[]
}

/** How often a question is asked for which there was no time: on a crowded machine planning its statements can take longer than a request may. */
const TRIES = 3

/** Asks the service; gives the whole response. */
export async function ask(url: string, query: string, variables: Record<string, unknown> = {}): Promise<Response> {
  for (let i = 1; ; i++) {
    const answer = await askOnce(url, query, variables)
    if (i === TRIES || !answer.errors?.some(({ extensions }) => extensions.code === 'TIME_LIMIT_EXCEEDED')) return answer
  }
}

async function askOnce(url: string, query: string, variables: Record<string, unknown>): Promise<Response> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as Response
}

/** The names of the documents that the service knows, sorted. */
export async function documents(url: string): Promise<string[]> {
  const answer = await ask(url, '{ documents(first: 50) { edges { node { name } } } }')
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  const { documents } = answer.data as { documents: { edges: { node: { name: string } }[] } }
  return documents.edges.map(edge => edge.node.name).sort()
}
