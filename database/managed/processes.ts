/** Processes of this machine, told apart from later ones that got the same number. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** A process: its number, and when it started in whatever form the system gives it. */
export interface ProcessId {
  readonly pid: number
  readonly startedAt: string
}

/** This process, or the running one with that number. Null where none runs. */
export function identify(pid: number = process.pid): ProcessId | null {
  const startedAt = startOf(pid)
  return startedAt === null ? null : { pid, startedAt }
}

/** Whether that very process still runs. */
export function isAlive(id: ProcessId): boolean {
  return startOf(id.pid) === id.startedAt
}

/** Ends a process: asks, waits, and insists after `patienceMs`. Resolves when it is gone. */
export async function endProcess(id: ProcessId, patienceMs: number): Promise<void> {
  signal(id, 'SIGTERM')
  if (await gone(id, patienceMs)) return
  signal(id, 'SIGKILL')
  await gone(id, 10_000)
}

/** The processes whose command line holds the text. */
export function findByCommandLine(text: string): readonly ProcessId[] {
  return commandLines()
    .filter(({ command }) => command.includes(text))
    .map(({ pid }) => identify(pid))
    .filter(id => id !== null)
}

function signal(id: ProcessId, name: NodeJS.Signals): void {
  try {
    if (isAlive(id)) process.kill(id.pid, name)
  } catch {
    // It ended between the two calls.
  }
}

async function gone(id: ProcessId, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs
  while (isAlive(id)) {
    if (Date.now() > until) return false
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return true
}

/** When the process started: clock ticks since boot with the boot's id on Linux, `ps` elsewhere. A zombie has ended. */
function startOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The second field is the command in brackets and may hold spaces.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' ? null : `${bootId()}:${fields[19]}`
    } catch {
      return null
    }
  }
  const out = ps(['-o', 'stat=,lstart=', '-p', String(pid)]).trim()
  return out === '' || out.startsWith('Z') ? null : out.replace(/^\S+\s+/, '')
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}

function commandLines(): { pid: number; command: string }[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(name => ({ pid: Number(name), command: readCommand(name) }))
  }
  return ps(['-axo', 'pid=,args='])
    .split('\n')
    .map(line => /^\s*(\d+)\s+(.*)$/.exec(line))
    .filter(match => match !== null)
    .map(match => ({ pid: Number(match[1]), command: match[2] as string }))
}

function readCommand(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function ps(args: readonly string[]): string {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
