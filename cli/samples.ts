/** The sample articles: what a graph without any document gets, so that a newcomer has something to ask. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../database/connection'
import { statement } from '../database/statement'
import { documentsOf, forEachDocument } from './documents'
import type { Edge } from './edge'
import { importCounting } from './importing'
import { SAMPLES } from './root'

const HAS_DOCUMENT = statement<{ found: boolean }>('samples.hasDocument', 'RETURN EXISTS { MATCH (:Document) } AS found')

/** Imports the samples where the graph holds no document. */
export async function importSamples(edge: Edge, database: Database): Promise<void> {
  const [row] = await database.read(HAS_DOCUMENT)
  if (row?.found) return
  const files = readdirSync(SAMPLES)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => join(SAMPLES, file))
  const { importOne } = importCounting(database)
  await forEachDocument(
    edge,
    `Importing the ${files.length} sample pages`,
    files,
    documentsOf(files, {}),
    ({ document }) => importOne(document),
    files.length,
  )
}
