/** A process of its own that loads generated documents in bulk, says which stage begins, and kills itself so many milliseconds after the begin of one. */
require('../../scripts/register-ts.cjs')
const { ManagedDatabase } = require('../../database/managed/managed-database.ts')
const { GRAPH_RULES } = require('../../import/graph-rules.ts')
const { bulkLoad } = require('../../import/load/bulk/bulk-load.ts')
const { generatedDocuments } = require('./generated-documents.ts')

const { dataDir, cacheDir, migrations, documents, killAt, after } = JSON.parse(process.argv[2])

async function* arriving() {
  yield* generatedDocuments(documents)
}

bulkLoad(new ManagedDatabase({ dataDir, cacheDir }), arriving(), {
  migrations,
  rules: GRAPH_RULES,
  signal: new AbortController().signal,
  onStage: stage => {
    process.stdout.write(`${stage}\n`)
    if (stage === killAt) setTimeout(() => process.kill(process.pid, 'SIGKILL'), after)
  },
  onProgress: () => {},
  onFailure: error => {
    throw error
  },
}).catch(error => {
  process.stderr.write(`${error.name}: ${error.message}\n`)
  process.exit(1)
})
