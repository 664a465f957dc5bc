/** Statements that a request asks in one turn go as one, and each gets its own rows. */
import type { Params, Statement } from '../../database/statement'
import { Together } from '../../src/together'

interface Row {
  readonly id: string
  readonly value: number
}
const PEOPLE: Statement<Row> = { name: 'people', text: 'UNWIND $ids AS id RETURN id, 1 AS value' }
const PLACES: Statement<Row> = { name: 'places', text: 'UNWIND $ids AS id RETURN id, 2 AS value' }
const COLUMNS = ['id', 'value'] as const

function reader(answer: (statement: Statement<unknown>, params: Params) => unknown[]) {
  const asked: { text: string; params: Params }[] = []
  return {
    asked,
    async read<R>(statement: Statement<R>, params: Params = {}): Promise<R[]> {
      asked.push({ text: statement.text, params })
      return answer(statement, params) as R[]
    },
  }
}

it('asks two statements of one turn at once, their parameters apart', async () => {
  const database = reader(() => [{ rows0: [{ id: 'a', value: 1 }], rows1: [{ id: 'b', value: 2 }] }])
  const together = new Together(database)
  const answers = await Promise.all([
    together.read({ statement: PEOPLE, params: { ids: ['a'] }, columns: COLUMNS }),
    together.read({ statement: PLACES, params: { ids: ['b'] }, columns: COLUMNS }),
  ])
  expect(answers).toEqual([[{ id: 'a', value: 1 }], [{ id: 'b', value: 2 }]])
  expect(database.asked).toHaveLength(1)
  expect(database.asked[0]?.params).toEqual({ part0_ids: ['a'], part1_ids: ['b'] })
  expect(database.asked[0]?.text).toContain('UNWIND $part1_ids AS id RETURN id, 2 AS value')
})

it('asks a statement that stands alone as it is', async () => {
  const database = reader(() => [{ id: 'a', value: 1 }])
  expect(await new Together(database).read({ statement: PEOPLE, params: { ids: ['a'] }, columns: COLUMNS })).toHaveLength(1)
  expect(database.asked).toEqual([{ text: PEOPLE.text, params: { ids: ['a'] } }])
})

it('tells everybody who waits that a statement failed', async () => {
  const together = new Together(
    reader(() => {
      throw new Error('away')
    }),
  )
  const answers = await Promise.allSettled(
    [PEOPLE, PLACES].map(statement => together.read({ statement, params: { ids: [] }, columns: COLUMNS })),
  )
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
