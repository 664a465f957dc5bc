/** A process of its own that joins the managed database of a data directory, says so, and leaves on SIGTERM. */
require('../../scripts/register-ts.cjs')
const { ManagedDatabase } = require('../../database/managed/managed-database.ts')

const [dataDir, cacheDir] = process.argv.slice(2)
const managed = new ManagedDatabase({ dataDir, cacheDir })

managed.join('test').then(joined => {
  process.stdout.write(`${JSON.stringify({ uri: joined.connection.uri, started: joined.started })}\n`)
  const alive = setInterval(() => {}, 1_000)
  process.once('SIGTERM', async () => {
    clearInterval(alive)
    await joined.leave()
  })
})
