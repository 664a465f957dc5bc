#!/usr/bin/env node
// `npm test`: all that is checked anywhere. Runs every check and all kinds of tests also where an earlier one fails, and ends with the line
// `N passed, N failed` (a check counts as one). Exit status 1 where anything failed.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const scratch = mkdtempSync(join(tmpdir(), 'maitu-totals-'))
const begun = Date.now()
let passed = 0
let failed = 0
let skipped = 0
const wrong = []

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0
}

// While the checks run: what the servers of the tests start from.
const archived = once(spawn(process.execPath, ['scripts/archive-classes.cjs'], { cwd: root, stdio: 'inherit' }), 'close')
for (const check of ['types', 'style', 'arrows', 'schema', 'notices']) {
  console.log(`— check:${check}`)
  if (run('npm', ['run', '-s', `check:${check}`])) passed++
  else {
    failed++
    wrong.push(`npm run check:${check}`)
  }
}

await archived

// All kinds at once, so that both cores have work to the end: the tests with servers of their own wait more than they work, two files of them at a time, and the
// integration tests of a half share one Neo4j, so its files run one after another (jest.config.js).
await Promise.all([
  test('servers', ['--maxWorkers=2'], true),
  test('integration', ['--shard=1/2'], true),
  test('integration', ['--shard=2/2'], true),
  test('unit', ['--maxWorkers=100%']),
])

/** Runs the tests of one project and counts them. What is `held` back is printed when all of it is there. */
async function test(project, options = [], held = false) {
  const totals = join(scratch, `${[project, ...options].join('').replace(/\W/gu, '-')}.json`)
  if (!held) console.log(`— ${project} tests`)
  const args = ['jest', '--selectProjects', project, ...options, '--json', `--outputFile=${totals}`]
  const ok = await new Promise(resolve => {
    const output = []
    const child = spawn('npx', args, { cwd: root, stdio: held ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    for (const stream of held ? [child.stdout, child.stderr] : []) stream.on('data', chunk => output.push(chunk))
    child.on('close', code => {
      if (held) process.stdout.write(`— ${project} tests\n${Buffer.concat(output)}\n`)
      resolve(code === 0)
    })
  })
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numRuntimeErrorTestSuites = 0 } = read(totals)
  passed += numPassedTests
  failed += numFailedTests + numRuntimeErrorTestSuites
  skipped += numPendingTests
  if (!ok) {
    wrong.push(`npx jest --selectProjects ${[project, ...options].join(' ')}`)
    // Jest can fail as a whole, before or after its tests.
    if (numFailedTests + numRuntimeErrorTestSuites === 0) failed++
  }
}
rmSync(scratch, { recursive: true, force: true })

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

console.log(
  `${Math.round((Date.now() - begun) / 1000)} s; ${skipped} skipped${wrong.length > 0 ? `; look at: ${wrong.join(', ')}` : ''}`,
)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
