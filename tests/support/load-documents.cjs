/** A process of its own that loads generated documents and says after each how many stand. Ends with 1 and the reason where the database is gone. */
require('../../scripts/register-ts.cjs')
const { openDatabase } = require('../../database/connection.ts')
const { GRAPH_RULES } = require('../../import/graph-rules.ts')
const { loadDocument } = require('../../import/load/load-document.ts')
const { generatedDocuments } = require('./generated-documents.ts')

const { connection, documents, part, parts } = JSON.parse(process.argv[2])

async function load() {
  const database = await openDatabase(connection)
  let done = 0
  for (const [index, { resolved, source }] of generatedDocuments(documents).entries()) {
    if (index % parts !== part) continue
    await loadDocument(database, resolved, source, GRAPH_RULES)
    process.stdout.write(`${++done}\n`)
  }
  await database.close()
}

load().catch(error => {
  process.stderr.write(`${error.name}: ${error.message}\n`)
  process.exit(1)
})
