/**
 * Three projects: `unit` needs nothing; `integration` uses one real Neo4j for a run, so its files run one after another (`npm test` makes two runs, of a half each); `servers` starts, kills and moves
 * servers of its own, so it can run beside the others.
 */

const { existsSync } = require('node:fs')
const { join } = require('node:path')

// Servers that live for seconds are done before the second compiler of the JVM pays: half the processor time without it. With the first one alone the JVM keeps room
// for a fifth of the code that it has otherwise, and throws code away that it needs again. `npm test` writes the archive.
const archive = join(__dirname, 'node_modules', '.cache', 'maitu', 'neo4j-classes.jsa')
const fromArchive = existsSync(archive) ? ` -XX:SharedArchiveFile=${archive} -Xlog:disable` : ''
process.env.JAVA_TOOL_OPTIONS ??= `-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m${fromArchive}`

const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '@swc/jest' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  // Each look at a global of Jest's sandbox goes through an interceptor: in hot loops ten times what it costs outside. As parameters of the modules they are
  // looked up at once. (No String, no JSON: libraries have something of their own under these names.)
  sandboxInjectedGlobals: [
    'Array',
    'Map',
    'Math',
    'Number',
    'Object',
    'RegExp',
    'Set',
    'Uint8Array',
    'Uint16Array',
    'Uint32Array',
    'Int32Array',
  ],
}

module.exports = {
  // Ends what never ends, on whatever machine, beside whatever else it does.
  testTimeout: 600_000,
  // Files of integration tests share one database; unit tests are given more workers on the command line.
  maxWorkers: 1,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(?:int|server)\\.test\\.ts$'],
    },
    {
      ...common,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/**/*.int.test.ts'],
      globalSetup: '<rootDir>/tests/support/start-neo4j.ts',
      globalTeardown: '<rootDir>/tests/support/stop-neo4j.ts',
    },
    {
      ...common,
      displayName: 'servers',
      testMatch: ['<rootDir>/tests/**/*.server.test.ts'],
    },
  ],
}
