#!/usr/bin/env node
// Bundles the playground (GraphiQL with its editor and workers) into dist/playground, so that it works without a network.
// Does nothing where the bundle was made from the same packages and the same client.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const out = join(root, 'dist/playground')
const stampFile = join(out, 'stamp')
const sources = [
  'src/playground/client.mjs',
  'scripts/build-playground.mjs',
  'node_modules/graphiql/package.json',
  'node_modules/monaco-editor/package.json',
]
const stamp = createHash('sha256')
  .update(sources.map(file => readFileSync(join(root, file))).join('\0'))
  .digest('hex')

if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) process.exit(0)

const styles = []
/** Takes the style sheets out of the bundle, in the order in which they are imported, into one file. */
const collectStyles = {
  name: 'collect-styles',
  load: {
    filter: { id: /\.css$/ },
    handler(id) {
      styles.push(readFileSync(id, 'utf8'))
      return { code: '', moduleType: 'js', moduleSideEffects: true }
    },
  },
}
/** The icon font of the editor stands inside the style sheet. */
const inlineFonts = css =>
  css.replaceAll(/url\(["']?[^)"']*codicon\.ttf[^)"']*["']?\)/g, () => {
    const font = join(root, 'node_modules/monaco-editor/esm/vs/base/browser/ui/codicons/codicon/codicon.ttf')
    return `url(data:font/ttf;base64,${readFileSync(font).toString('base64')})`
  })

async function bundle(input, file) {
  const build = await rolldown({
    input,
    cwd: root,
    platform: 'browser',
    plugins: [collectStyles],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: (level, log) => level === 'warn' && process.env.VERBOSE && console.warn(log.message),
  })
  await build.write({ file: join(out, file), format: 'esm', minify: true, codeSplitting: false })
  await build.close()
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
await bundle('src/playground/client.mjs', 'playground.js')
await bundle('node_modules/monaco-editor/esm/vs/editor/editor.worker.js', 'editor.worker.js')
await bundle('node_modules/monaco-editor/esm/vs/language/json/json.worker.js', 'json.worker.js')
await bundle('node_modules/monaco-graphql/esm/graphql.worker.js', 'graphql.worker.js')
writeFileSync(join(out, 'playground.css'), inlineFonts(styles.join('\n')))
writeFileSync(stampFile, stamp)
