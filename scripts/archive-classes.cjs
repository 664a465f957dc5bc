#!/usr/bin/env node
/**
 * Writes the classes that Neo4j loads into an archive of the JVM, from which the servers of the tests start with two thirds of the processor time; each lives for
 * seconds only. Leaves an archive that is there as it is. Without one, or with one of another Java, everything works, slower.
 */
const { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { dirname, join } = require('node:path')

require('./register-ts.cjs')
const { openDatabase } = require('../database/connection.ts')
const { ManagedDatabase } = require('../database/managed/managed-database.ts')
const { migrate, readMigrations } = require('../database/migrate.ts')
const { GRAPH_RULES } = require('../import/graph-rules.ts')
const { fingerprint } = require('../import/load/fingerprint.ts')
const { loadDocument } = require('../import/load/load-document.ts')
const { cacheDir } = require('../tests/support/cache.ts')
const { generatedDocuments } = require('../tests/support/generated-documents.ts')

async function archive(file) {
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}`
  const dataDir = mkdtempSync(join(tmpdir(), 'maitu-classes-'))
  process.env.JAVA_TOOL_OPTIONS = `-XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit=${unfinished} -Xlog:disable`
  const managed = new ManagedDatabase({ dataDir, cacheDir })
  try {
    const joined = await managed.join('archive')
    const database = await openDatabase(joined.connection)
    await migrate(database, readMigrations(join(__dirname, '..', 'schema', 'migrations')))
    for (const { resolved, source } of generatedDocuments(2)) await loadDocument(database, resolved, source, GRAPH_RULES)
    await fingerprint(database)
    await database.close()
    await joined.leave()
    renameSync(unfinished, file)
  } finally {
    await managed.stop({ force: true })
    rmSync(dataDir, { recursive: true, force: true })
    rmSync(unfinished, { force: true })
  }
}

const file = join(__dirname, '..', 'node_modules', '.cache', 'maitu', 'neo4j-classes.jsa')
if (!existsSync(file)) archive(file)
