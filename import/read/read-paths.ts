/** Reads files and folders. One of the two stages that touch the world. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DocumentError } from '../../model/errors'
import type { SourceDocument } from '../values/document'

/** A document, or why it could not be read. Exactly one of the two is there. */
export type Read =
  | { readonly document: SourceDocument; readonly error?: undefined }
  | { readonly document?: undefined; readonly error: DocumentError }

/** The documents of files and folders, one after the other, in the order of their names. */
export async function* readPaths(paths: readonly string[]): AsyncGenerator<Read> {
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat) yield { error: new DocumentError(path, 'there is no such file or folder') }
    else if (stat.isDirectory()) {
      const inside = readdirSync(path, { withFileTypes: true }).filter(entry => entry.isFile() && entry.name.endsWith('.txt'))
      for (const name of inside.map(entry => entry.name).sort()) yield* readPaths([join(path, name)])
    } else yield { document: { name: basename(path), text: readFileSync(path, 'utf8'), meta: {} } }
  }
}
