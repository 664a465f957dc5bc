/** The settings of Maitu: read from the environment in this one place, checked all at once, handed inward as plain values. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { ConfigurationError } from '../model/errors'
import { ROOT } from './root'

/** The Neo4j to use: one that runs already, or one that Maitu runs itself. */
export type DatabaseSettings =
  | { readonly kind: 'managed'; readonly dataDir: string; readonly cacheDir: string }
  | {
      readonly kind: 'server'
      readonly uri: string
      readonly username: string
      readonly password: string
      readonly database: string | undefined
    }

export interface Settings {
  readonly database: DatabaseSettings
  readonly host: string
  readonly port: number
  /** Whether an empty managed graph gets the samples at the start of the service. */
  readonly samples: boolean
  /** Token by name of the editor. Without any, nothing can be changed over the network. */
  readonly editors: ReadonlyMap<string, string>
  /** Whether everybody may read where the service listens beyond this machine. */
  readonly publicRead: boolean
  readonly corsOrigins: readonly string[]
  readonly playground: boolean
  readonly introspection: boolean
  readonly logLevel: LogLevel
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** An environment variable: what it means, what it is without a value, and one that is valid. */
export interface Variable {
  readonly name: string
  readonly meaning: string
  /** What holds where it is not set, in words; null where nothing does. */
  readonly otherwise: string | null
  readonly example: string
}

const NEO4J_SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc']

/** Every variable that Maitu reads, in the order of `.env.example`. */
export const VARIABLES = [
  {
    name: 'NEO4J_URI',
    meaning: 'A Neo4j 5.26 or newer that runs already. Not set: Maitu fetches and runs one itself.',
    otherwise: null,
    example: 'bolt://127.0.0.1:7687',
  },
  { name: 'NEO4J_USERNAME', meaning: 'Its user.', otherwise: 'neo4j', example: 'neo4j' },
  {
    name: 'NEO4J_PASSWORD',
    meaning: 'Its password; needed with NEO4J_URI and for docker compose (8 characters or more).',
    otherwise: null,
    example: 'a-long-password',
  },
  { name: 'NEO4J_DATABASE', meaning: 'The database on it.', otherwise: "the server's default", example: 'neo4j' },
  { name: 'HOST', meaning: 'The address that the service listens on.', otherwise: '127.0.0.1', example: '127.0.0.1' },
  { name: 'PORT', meaning: 'The port that the service listens on; 0 takes a free one.', otherwise: '4000', example: '4000' },
  {
    name: 'MAITU_DATA',
    meaning: 'The data directory of the Neo4j that Maitu runs itself.',
    otherwise: '.maitu beside this file',
    example: '/var/lib/maitu',
  },
  {
    name: 'MAITU_CACHE',
    meaning: 'Where the fetched Neo4j is kept, for all data directories.',
    otherwise: "maitu in the user's cache folder",
    example: '/var/cache/maitu',
  },
  {
    name: 'MAITU_SAMPLES',
    meaning: 'Whether an empty graph (of the Neo4j that Maitu runs itself) gets the sample articles.',
    otherwise: 'true',
    example: 'false',
  },
  {
    name: 'MAITU_EDITOR_TOKENS',
    meaning: 'Who may import and correct over GraphQL: name:token, separated by commas. Not set: nobody.',
    otherwise: null,
    example: 'lin:9f2c61d0a4,wen:77b01e5cc8',
  },
  {
    name: 'MAITU_PUBLIC_READ',
    meaning: 'Whether everybody may read when HOST is not this machine only; else reading needs a token.',
    otherwise: 'false',
    example: 'true',
  },
  {
    name: 'MAITU_CORS_ORIGINS',
    meaning: 'Web pages of these origins may ask from a browser, separated by commas.',
    otherwise: null,
    example: 'https://example.org',
  },
  {
    name: 'MAITU_PLAYGROUND',
    meaning: 'Whether a browser at /graphql gets the playground.',
    otherwise: 'true',
    example: 'false',
  },
  {
    name: 'MAITU_INTROSPECTION',
    meaning: 'Whether clients may ask for the schema; the playground needs it.',
    otherwise: 'true',
    example: 'false',
  },
  {
    name: 'LOG_LEVEL',
    meaning: `What goes to the log on standard error: ${LOG_LEVELS.join(', ')}. With debug, errors show where they come from.`,
    otherwise: 'warn',
    example: 'info',
  },
] as const satisfies readonly Variable[]

type VariableName = (typeof VARIABLES)[number]['name']

/** Reads the settings. Throws one ConfigurationError that names every variable that cannot be used, the problem and an example. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const read = new Reader(env)
  const settings: Settings = {
    database: readDatabase(read),
    host: read.text('HOST') ?? '127.0.0.1',
    port: read.port('PORT') ?? 4000,
    samples: read.flag('MAITU_SAMPLES') ?? true,
    editors: read.tokens('MAITU_EDITOR_TOKENS'),
    publicRead: read.flag('MAITU_PUBLIC_READ') ?? false,
    corsOrigins: read.origins('MAITU_CORS_ORIGINS'),
    playground: read.flag('MAITU_PLAYGROUND') ?? true,
    introspection: read.flag('MAITU_INTROSPECTION') ?? true,
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS) ?? 'warn',
  }
  if (read.problems.length > 0) throw new ConfigurationError(read.problems)
  return settings
}

function readDatabase(read: Reader): DatabaseSettings {
  const uri = read.uri('NEO4J_URI')
  const username = read.text('NEO4J_USERNAME') ?? 'neo4j'
  const password = read.text('NEO4J_PASSWORD')
  const database = read.text('NEO4J_DATABASE')
  const dataDir = resolve(read.text('MAITU_DATA') ?? join(ROOT, '.maitu'))
  const cacheDir = resolve(read.text('MAITU_CACHE') ?? defaultCache(read.env))
  if (uri === undefined) return { kind: 'managed', dataDir, cacheDir }
  if (password === undefined) read.refuse('NEO4J_PASSWORD', 'is missing, and the server of NEO4J_URI wants one')
  return { kind: 'server', uri, username, password: password ?? '', database }
}

/** Where what is fetched is kept if nothing else is set. */
export function defaultCache(env: NodeJS.ProcessEnv): string {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'maitu')
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches', 'maitu') : join(homedir(), '.cache', 'maitu')
}

/** Takes values out of the environment and collects what is wrong with them. A value of blanks only counts as not set. */
class Reader {
  readonly problems: string[] = []

  constructor(readonly env: NodeJS.ProcessEnv) {}

  text(name: VariableName): string | undefined {
    return this.env[name]?.trim() || undefined
  }

  flag(name: VariableName): boolean | undefined {
    const value = this.text(name)?.toLowerCase()
    if (value === undefined) return undefined
    if (['true', '1', 'yes', 'on'].includes(value)) return true
    if (!['false', '0', 'no', 'off'].includes(value)) this.refuse(name, `is "${value}", which is neither true nor false`)
    return false
  }

  port(name: VariableName): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    if (!/^\d{1,5}$/.test(value) || Number(value) > 65535)
      this.refuse(name, `is "${value}", which is no port (a whole number from 0 to 65535)`)
    return Number(value)
  }

  oneOf<T extends string>(name: VariableName, values: readonly T[]): T | undefined {
    const value = this.text(name)?.toLowerCase()
    if (value === undefined) return undefined
    const match = values.find(one => one === value)
    if (match === undefined) this.refuse(name, `is "${value}", which is none of ${values.join(', ')}`)
    return match
  }

  uri(name: VariableName): string | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const match = /^([a-z0-9+]+):\/\/([^/?#@\s]+)/i.exec(value)
    const scheme = match?.[1]?.toLowerCase()
    if (scheme === undefined) this.refuse(name, `is "${value}", which is no address`)
    else if (!NEO4J_SCHEMES.includes(scheme))
      this.refuse(name, `begins with ${scheme}://, and Neo4j is reached over ${NEO4J_SCHEMES.join(', ')}`)
    return value
  }

  tokens(name: VariableName): ReadonlyMap<string, string> {
    const editors = new Map<string, string>()
    for (const entry of this.list(name)) {
      const colon = entry.indexOf(':')
      const editor = entry.slice(0, colon).trim()
      const token = entry.slice(colon + 1).trim()
      // The token itself is a secret and stays out of the message.
      if (colon < 0) this.refuse(name, 'has an entry without a colon between name and token')
      else if (editor === '' || token === '') this.refuse(name, 'has an entry whose name or token is empty')
      else if (/\s/.test(token)) this.refuse(name, `has a token of "${editor}" with a blank in it`)
      else if (editors.has(editor)) this.refuse(name, `names "${editor}" twice`)
      else editors.set(editor, token)
    }
    return editors
  }

  origins(name: VariableName): readonly string[] {
    const origins = this.list(name)
    for (const origin of origins) {
      if (origin !== '*' && !/^https?:\/\/[^/\s]+$/.test(origin))
        this.refuse(name, `has "${origin}", which is no origin (scheme and host, no path)`)
    }
    return origins
  }

  refuse(name: VariableName, problem: string): void {
    const variable = VARIABLES.find(one => one.name === name) as Variable
    this.problems.push(`${name} ${problem}. Example: ${name}=${variable.example}`)
  }

  private list(name: VariableName): string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map(entry => entry.trim())
      .filter(entry => entry !== '')
  }
}

/** The text of `.env.example`. */
export function environmentExample(): string {
  const head =
    '# Settings of Maitu. Copy this file to .env and uncomment what you want to change; variables of the environment win over it.\n'
  const blocks = VARIABLES.map((variable: Variable) => {
    const otherwise = variable.otherwise === null ? '' : ` Not set: ${variable.otherwise}.`
    return `# ${variable.meaning}${otherwise}\n#${variable.name}=${variable.example}\n`
  })
  return [head, ...blocks].join('\n')
}
