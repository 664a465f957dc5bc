/** Every statement of the loader begins at an index: what a document costs does not depend on how much is there. */
import type { Database } from '../../../database/connection'
import { allStatements } from '../../../database/statement'
import '../../../import/load/decide'
import '../../../import/load/fingerprint'
import '../../../import/load/load-document'
import '../../../import/load/remove-document'
import { freshDatabase } from '../../support/neo4j'

// Labels of which there are as many nodes as people have decided, which is few.
const SMALL = new Set(['decisions.all', 'decide.mark'])
const OURS =
  /^(?:load|write|takeOut|join|place|recompute|reprints|compare|claims|held|suspects|settle|decide|decisions|stored|remove|fingerprint)\./

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

it('plans no statement of the loader with a scan over all nodes or relationships', async () => {
  const statements = allStatements().filter(({ name }) => OURS.test(name) && !SMALL.has(name))
  expect(statements.length).toBeGreaterThan(50)
  const scanning: string[] = []
  for (const statement of statements) {
    const scans = (await database.plan(statement)).filter(operator =>
      /AllNodesScan|NodeByLabelScan|RelationshipTypeScan|AllRelationshipsScan|UnionNodeByLabelsScan/.test(operator),
    )
    if (scans.length > 0) scanning.push(`${statement.name}: ${scans.join(', ')}`)
  }
  expect(scanning).toEqual([])
})
