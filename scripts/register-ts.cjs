/**
 * Lets a development script require the TypeScript sources directly. What was compiled is kept beside a hash of what it was compiled from, since the tests start
 * a hundred processes this way.
 */
const { createHash } = require('node:crypto')
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join, relative } = require('node:path')
const { version } = require('@swc/core/package.json')

const root = join(__dirname, '..')
const kept = join(root, 'node_modules', '.cache', 'maitu', 'compiled')
const settings = readFileSync(join(root, '.swcrc'), 'utf8')

require.extensions['.ts'] = (module, file) => module._compile(compiled(file), file)

function compiled(file) {
  const source = readFileSync(file, 'utf8')
  const mark = `\n//${createHash('sha256').update([version, settings, file, source].join('\0')).digest('hex')}`
  const path = join(kept, relative(root, file).replace(/[^\w.-]+/g, '+'))
  const before = readIfThere(path)
  if (before?.endsWith(mark)) return before
  const { code } = require('@swc/core').transformSync(source, { filename: file })
  keep(path, code + mark)
  return code
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Others may write and read the same file at the same time. Where nothing can be written everything works, slower. */
function keep(path, text) {
  const unfinished = `${path}.${process.pid}`
  try {
    mkdirSync(kept, { recursive: true })
    writeFileSync(unfinished, text)
    renameSync(unfinished, path)
  } catch {}
}
