/** What the driver's errors mean, in sentences that say what to do. */
import { Neo4jError } from 'neo4j-driver'
import { DatabaseError, MaituError } from '../model/errors'

/** The server and the login that an error came from. */
export interface Whereabouts {
  readonly uri: string
  readonly username: string
  readonly database: string | undefined
}

/** The oldest Neo4j that has everything the statements use. */
const OLDEST_NEO4J = { major: 5, minor: 26 } as const

/** The error in our own terms; what is already ours passes unchanged. `statement` is the name of the one that failed. */
export function toDatabaseError(error: unknown, where: Whereabouts, statement?: string): Error {
  if (error instanceof MaituError) return error
  if (!(error instanceof Neo4jError)) return error instanceof Error ? error : new Error(String(error))
  return new DatabaseError(sentence(error, where, statement), { code: error.code, statement, uri: where.uri }, error)
}

function sentence(error: Neo4jError, where: Whereabouts, statement: string | undefined): string {
  switch (error.code) {
    case 'Neo.ClientError.Security.Unauthorized':
      return `Neo4j at ${where.uri} refuses the user name or password of "${where.username}". Set NEO4J_USERNAME and NEO4J_PASSWORD to a login of that server.`
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return `Neo4j at ${where.uri} has locked "${where.username}" for some seconds after too many wrong passwords. Correct NEO4J_PASSWORD, wait, and try again.`
    case 'Neo.ClientError.Security.CredentialsExpired':
      return `Neo4j at ${where.uri} wants a new password for "${where.username}" before it answers. Change it once (ALTER CURRENT USER SET PASSWORD), then set NEO4J_PASSWORD.`
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return `Neo4j at ${where.uri} has no database named "${where.database ?? ''}". Set NEO4J_DATABASE to one that exists, or leave it empty for the server's default.`
    case 'ServiceUnavailable':
    case 'SessionExpired':
      return `Neo4j at ${where.uri} cannot be reached (${firstSentence(error.message)}). See that it runs and that NEO4J_URI names its Bolt address, for example bolt://127.0.0.1:7687.`
    default:
      // The driver has no code of its own for a port that speaks HTTP.
      if (error.message.startsWith('Server responded HTTP'))
        return `${where.uri} answers as a web server, not as Neo4j over Bolt. Set NEO4J_URI to the Bolt address, which has the port 7687 where nobody changed it, for example bolt://127.0.0.1:7687.`
      return `Neo4j refused ${statement === undefined ? 'a statement' : `the statement ${statement}`}: ${error.message} (${error.code})`
  }
}

/** The error for a server that is older than what Maitu needs. */
export function tooOld(agent: string, uri: string): DatabaseError {
  const oldest = `${OLDEST_NEO4J.major}.${OLDEST_NEO4J.minor}`
  return new DatabaseError(
    `The server at ${uri} is ${agent.replace('/', ' ')}; Maitu needs Neo4j ${oldest} or newer. Upgrade it, or point NEO4J_URI at another server.`,
    { agent, uri },
  )
}

/** Whether a server that calls itself so (`Neo4j/5.26.3`, `Neo4j/2025.06.0`) is new enough. */
export function isNewEnough(agent: string): boolean {
  const match = /\/(\d+)\.(\d+)/.exec(agent)
  if (!match) return false
  const [major, minor] = [Number(match[1]), Number(match[2])]
  return major > OLDEST_NEO4J.major || (major === OLDEST_NEO4J.major && minor >= OLDEST_NEO4J.minor)
}

/** The driver follows its first sentence with general advice that ours replaces. */
function firstSentence(message: string): string {
  return message.split(/\.\s/)[0]?.replace(/\.$/, '') ?? message
}
