/** Stops the Neo4j of the integration tests and removes its data. */
import { rmSync } from 'node:fs'
import type { Joined } from '../../database/managed/managed-database'

declare global {
  var maituTestNeo4j: { joined: Joined; dataDir: string } | undefined
}

export default async function stopNeo4j(): Promise<void> {
  const run = globalThis.maituTestNeo4j
  if (!run) return
  await run.joined.leave()
  rmSync(run.dataDir, { recursive: true, force: true })
}
