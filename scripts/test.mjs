#!/usr/bin/env node
// `npm test`: all that is checked anywhere. Runs every check and both kinds of tests also where an earlier one fails, and ends with the line
// `N passed, N failed` (a check counts as one). Exit status 1 where anything failed.
import { spawnSync } from 'node:child_process'
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

for (const check of ['types', 'style', 'arrows', 'schema', 'notices']) {
  console.log(`— check:${check}`)
  if (run('npm', ['run', '-s', `check:${check}`])) passed++
  else {
    failed++
    wrong.push(`npm run check:${check}`)
  }
}

// The integration tests share one Neo4j, so their files run one after another (jest.config.js).
for (const [project, ...options] of [['unit', '--maxWorkers=100%'], ['integration']]) {
  console.log(`— ${project} tests`)
  const totals = join(scratch, `${project}.json`)
  const ok = run('npx', ['jest', '--selectProjects', project, ...options, '--json', `--outputFile=${totals}`])
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numRuntimeErrorTestSuites = 0 } = read(totals)
  passed += numPassedTests
  failed += numFailedTests + numRuntimeErrorTestSuites
  skipped += numPendingTests
  if (!ok) {
    wrong.push(`npm run test:${project}`)
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
