/** What docs/clients.md tells front ends: the set-up generates, its types hold, and the example runs. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { preset } from '@graphql-codegen/client-preset'
import { codegen } from '@graphql-codegen/core'
import { buildSchema, parse } from 'graphql'
import pino from 'pino'
import { importDocument } from '../../cli/importing'
import { serviceDatabase } from '../../cli/service-database'
import type { Database } from '../../database/connection'
import { type Service, startService } from '../../src/service'
import { SETTINGS } from '../src/server/small-service'
import { freshDatabase } from '../support/neo4j'

const run = promisify(execFile)
const ROOT = join(__dirname, '..', '..')
const EXAMPLES = join(ROOT, 'docs', 'examples')
/** Loaded by its path, since its types are those of a command line that is not installed here. */
const { default: config } = jest.requireActual<{
  default: { generates: Record<string, { presetConfig: object; config: object }> }
}>(join(EXAMPLES, 'codegen.ts'))
const SAMPLE = join(ROOT, 'samples', 'agency-report.txt')

// Below the repository, so that modules are found as in a front end.
const folder = mkdtempSync(join(ROOT, 'dist', 'clients-'))
let database: Database
let service: Service
let policy: string

beforeAll(async () => {
  database = await freshDatabase()
  await importDocument(database, { name: 'agency-report.txt', text: readFileSync(SAMPLE, 'utf8'), meta: {} })
  const [row] = await database.read<{ name: string }>({
    name: 'test.spokenOf',
    text: "MATCH (p:Policy)<-[s:SPEAKS_ON {role: 'official'}]-(:Person) RETURN p.name AS name ORDER BY s.claimCount DESC LIMIT 1",
  })
  policy = row?.name ?? ''
  service = await startService({
    database: serviceDatabase(database),
    settings: SETTINGS,
    editing: null,
    log: pino({ level: 'silent' }),
  })
})
afterAll(async () => {
  await service.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What `graphql-codegen` does with the configuration, without its command line. */
async function generate(): Promise<void> {
  const schema = readFileSync(join(ROOT, 'schema', 'schema.graphql'), 'utf8')
  const source = readFileSync(join(folder, 'officials.ts'), 'utf8')
  const operation = /graphql\(`([\s\S]*?)`\)/.exec(source)?.[1] ?? ''
  const [[out, target] = ['', { presetConfig: {}, config: {} }]] = Object.entries(config.generates)
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: `${join(folder, out)}/`,
    presetConfig: { gqlTagName: 'graphql', ...target.presetConfig },
    config: target.config,
    schema: parse(schema),
    schemaAst: buildSchema(schema),
    documents: [{ location: 'officials.ts', document: parse(operation), rawSDL: operation }],
    plugins: [],
    pluginMap: {},
    pluginContext: {},
  })
  for (const section of sections) {
    mkdirSync(dirname(section.filename), { recursive: true })
    writeFileSync(section.filename, await codegen(section))
  }
}

it('the set-up generates code whose types hold, and the example prints officials with their words', async () => {
  copyFileSync(join(EXAMPLES, 'officials.ts'), join(folder, 'officials.ts'))
  await generate()
  const options = {
    module: 'commonjs',
    moduleResolution: 'bundler',
    target: 'es2022',
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    outDir: 'out',
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['officials.ts'] }))
  const compiled = await run(process.execPath, [join(ROOT, 'node_modules', '.bin', 'tsc'), '-p', folder]).catch(error => error)
  expect(compiled.stdout).toBe('')
  const { stdout } = await run(process.execPath, [join(folder, 'out', 'officials.js'), policy], {
    env: { MAITU_URL: `${service.url}/graphql` },
  })
  expect(policy).not.toBe('')
  expect(stdout).toMatch(/^.+, .*: \d+\n {2}.+ \(.+\)\n/)
})

it('the page shows the files as they are', () => {
  const page = readFileSync(join(ROOT, 'docs', 'clients.md'), 'utf8')
  for (const file of ['codegen.ts', 'officials.ts']) expect(page).toContain(readFileSync(join(EXAMPLES, file), 'utf8'))
})

it('the example is short', () => {
  expect(readFileSync(join(EXAMPLES, 'officials.ts'), 'utf8').split('\n').length).toBeLessThanOrEqual(42)
})
