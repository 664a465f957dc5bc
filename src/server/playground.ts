/** The playground: one page and the files of its bundle, all from this process, so that it works without a network. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
}

export interface PlaygroundFile {
  readonly type: string
  readonly body: Buffer
}

/** A tab that the playground opens with. */
export interface Example {
  readonly query: string
  readonly variables: string | null
}

/** The operations of a folder in the order of their names, each `NAME.graphql` with its `NAME.json` as variables where there is one. */
export function readExamples(folder: string): readonly Example[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.graphql'))
    .sort()
    .map(name => {
      const variables = join(folder, name.replace(/\.graphql$/, '.json'))
      return {
        query: readFileSync(join(folder, name), 'utf8'),
        variables: existsSync(variables) ? readFileSync(variables, 'utf8') : null,
      }
    })
}

/** The page itself. `endpoint` and the bundle are addressed relative to it. */
export function playgroundPage(endpoint: string, examples: readonly Example[]): PlaygroundFile {
  const data = JSON.stringify({ endpoint, examples }).replaceAll('<', '\\u003c')
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Maitu 脉图</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/playground/playground.css">
<style>body { margin: 0; overflow: hidden } #graphiql { height: 100dvh }</style>
</head>
<body>
<div id="graphiql"></div>
<script id="playground" type="application/json">${data}</script>
<script type="module" src="/playground/playground.js"></script>
</body>
</html>
`
  return { type: TYPES['.html'] as string, body: Buffer.from(page) }
}

/** Gives the files of the bundle by their path (`/playground/…`), each read once; null for what is not there. */
export function playgroundFiles(bundle: string): (path: string) => PlaygroundFile | null {
  const names = new Set(existsSync(bundle) ? readdirSync(bundle) : [])
  const files = new Map<string, PlaygroundFile>()
  return path => {
    const name = path.slice('/playground/'.length)
    const type = TYPES[extname(name)]
    if (!path.startsWith('/playground/') || !names.has(name) || type === undefined) return null
    const known = files.get(name)
    if (known) return known
    const file = { type, body: readFileSync(join(bundle, name)) }
    files.set(name, file)
    return file
  }
}
