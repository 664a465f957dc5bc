// The playground in the browser: GraphiQL with the documentation explorer, and the example operations in tabs. Bundled by scripts/build-playground.mjs.
import 'graphiql/style.css'
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { editor } from 'monaco-graphql/esm/monaco-editor.js'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const WORKERS = { json: 'json.worker.js', graphql: 'graphql.worker.js' }
const base = new URL('./', document.querySelector('script[src$="playground.js"]').src)
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => new Worker(new URL(WORKERS[label] ?? 'editor.worker.js', base), { type: 'module' }),
}

// Full-width punctuation is how Chinese is printed; the editor would frame each as a look-alike of an ASCII sign.
editor.onDidCreateEditor(one => one.updateOptions?.({ unicodeHighlight: { ambiguousCharacters: false } }))

const { endpoint, examples } = JSON.parse(document.getElementById('playground').textContent)
createRoot(document.getElementById('graphiql')).render(
  createElement(GraphiQL, {
    fetcher: createGraphiQLFetcher({ url: new URL(endpoint, location.href).href }),
    defaultTabs: examples,
    // GraphiQL gives the first tab its query but not its variables; tabs that the browser remembers have theirs.
    initialVariables: localStorage.getItem('graphiql:tabState') === null ? examples[0]?.variables : undefined,
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
  }),
)
