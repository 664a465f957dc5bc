/** Finds the Java that runs Neo4j. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { DatabaseError } from '../../model/errors'

/** The oldest Java that Neo4j 5.26 runs on. */
const OLDEST_JAVA = 17

const ADVICE = `Maitu runs Neo4j by itself and needs Java ${OLDEST_JAVA} or newer for it. Install one (Debian: apt install openjdk-17-jre-headless; macOS: brew install openjdk), or set JAVA_HOME to it, or set NEO4J_URI to a Neo4j server that runs already.`

/** The `java` to run: of JAVA_HOME, else of the PATH. Throws a DatabaseError where there is none or it is too old. */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const home = env.JAVA_HOME
  const java = home ? join(home, 'bin', 'java') : findOnPath('java', env)
  if (java === null) throw new DatabaseError(`No Java is found on the PATH. ${ADVICE}`)
  if (home && !existsSync(java)) throw new DatabaseError(`JAVA_HOME is ${home}, and there is no ${java}. ${ADVICE}`)
  const version = await javaVersion(java)
  if (version === null) throw new DatabaseError(`${java} does not run ("java -version" fails). ${ADVICE}`)
  if (version < OLDEST_JAVA) throw new DatabaseError(`${java} is Java ${version}, which is too old. ${ADVICE}`)
  return java
}

/** Where a command is on the PATH, or null. */
export function findOnPath(command: string, env: NodeJS.ProcessEnv = process.env): string | null {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    if (folder !== '' && existsSync(join(folder, command))) return join(folder, command)
  }
  return null
}

function javaVersion(java: string): Promise<number | null> {
  return new Promise(resolve => {
    execFile(java, ['-version'], { timeout: 20_000 }, (error, stdout, stderr) => {
      resolve(error ? null : parseJavaVersion(stderr + stdout))
    })
  })
}

/** The main version in the output of `java -version`: 17 of `"17.0.15"`, 8 of `"1.8.0_292"`. Null where it says none. */
export function parseJavaVersion(output: string): number | null {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(output)
  if (!match) return null
  return match[1] === '1' ? Number(match[2]) : Number(match[1])
}
