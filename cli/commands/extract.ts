/** `maitu extract`: documents in, extraction records out; no database. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractAll } from '../../import/extract-pool'
import { recordFileName } from '../../import/record'
import { DocumentError, InvalidInputError } from '../../model/errors'
import { checkMeta, documentsOf, forEachDocument, type MetaOptions, userPaths } from '../documents'
import { type Edge, type Outcome, userPath } from '../edge'

export interface ExtractOptions extends MetaOptions {
  readonly out: string
}

export async function extract(edge: Edge, paths: string[], options: ExtractOptions): Promise<Outcome> {
  const meta = checkMeta(options)
  const out = userPath(options.out)
  try {
    mkdirSync(out, { recursive: true })
  } catch (cause) {
    throw new InvalidInputError('--out', `${out} cannot be made (${(cause as Error).message})`)
  }
  const written = new Map<string, string>()
  const asked = userPaths(paths)
  const files = extractAll(documentsOf(asked, meta), 'file', { signal: edge.signal })
  const outcome = await forEachDocument(edge, 'Reading documents', asked, files, ({ document, made }) => {
    const file = recordFileName(document.name)
    if (written.has(file))
      throw new DocumentError(
        document.name,
        `its record would overwrite that of ${written.get(file)} (${file}); give one of them another name`,
      )
    writeFileSync(join(out, file), made)
    written.set(file, document.name)
  })
  edge.terminal.note(`${written.size} ${written.size === 1 ? 'record' : 'records'} in ${out}`)
  return outcome
}
