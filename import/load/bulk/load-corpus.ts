/** Reads a corpus of documents into the CSV files of its graph, and these into a database of their own. */
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Admin } from '../../../database/managed/managed-database'
import { DatabaseError, DocumentError } from '../../../model/errors'
import type { ResolvedDocument } from '../../values/resolved'
import type { LoadStatus } from '../load-document'
import type { LoadSource } from '../load-source'
import type { Rules } from '../rules'
import { Corpus } from './corpus'
import { CSV_OPTIONS } from './csv-table'
import { type WrittenGraph, writeGraph } from './write-graph'

/** A document ready to be loaded, or why it is none. */
export type Arriving =
  | { readonly resolved: ResolvedDocument; readonly source: LoadSource; readonly error?: undefined }
  | { readonly error: DocumentError }

export interface CorpusOptions {
  /** A folder of its own, emptied first. */
  readonly folder: string
  readonly rules: Rules
  readonly importedAt: string
  /** Hears of each document that cannot be loaded; the others go on. */
  readonly onFailure: (error: DocumentError) => void
  /** Hears how many documents are through a stage. */
  readonly onProgress: (stage: 'reading' | 'writing', done: number) => void
}

export interface CorpusFiles extends WrittenGraph {
  readonly counts: Readonly<Record<LoadStatus, number>>
  readonly failed: number
  /** How many documents the graph has. */
  readonly documents: number
}

/** Writes the CSV files of the graph of all documents. */
export async function writeCorpus(arriving: AsyncIterable<Arriving>, options: CorpusOptions): Promise<CorpusFiles> {
  const { folder, rules, importedAt, onFailure, onProgress } = options
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const corpus = new Corpus(folder)
  const counts = { IMPORTED: 0, UPDATED: 0, UNCHANGED: 0 }
  let read = 0
  let failed = 0
  for await (const one of arriving) {
    try {
      if (one.error) throw one.error
      counts[corpus.add(one.resolved, one.source)]++
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      failed++
      onFailure(error)
    }
    onProgress('reading', ++read)
  }
  const facts = corpus.close()
  let written = 0
  const onDocument = () => onProgress('writing', ++written)
  return { ...writeGraph(corpus, facts, { folder, importedAt, rules, onDocument }), counts, failed, documents: corpus.size }
}

/** The arguments with which neo4j-admin makes a database of the files. */
export function importArguments(files: WrittenGraph, database: string): readonly string[] {
  const options = [...CSV_OPTIONS, `--read-buffer-size=${readBuffer(files)}m`]
  return ['database', 'import', 'full', database, '--overwrite-destination', ...options, ...files.arguments]
}

/** Megabytes that hold the longest field, which can be the text of a document. Each file gets a buffer of this size, so it is no larger than the files ask for. */
function readBuffer(files: WrittenGraph): number {
  const sizes = files.arguments.map(argument => statSync(argument.slice(argument.lastIndexOf(',') + 1)).size)
  return Math.min(96, Math.max(4, Math.ceil(Math.max(...sizes) / 2 ** 20)))
}

/** A bulk load that was killed leaves its neo4j-admin behind, which holds the database until it is done; what it makes is overwritten. */
const PATIENCE_MS = 300_000

/** Makes a database of the files, beside the one in use. Throws a DatabaseError where neo4j-admin refuses; what it left behind is overwritten next time. */
export async function importFiles(admin: Admin, files: WrittenGraph, database: string, report: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await setTimeout(1_000)) {
    try {
      await admin.run([...importArguments(files, database), `--report-file=${report}`])
      return
    } catch (error) {
      if (!(error instanceof DatabaseError) || !/database is in use/i.test(error.message) || Date.now() > until) throw error
    }
  }
}
