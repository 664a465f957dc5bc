/** Rows become CSV files that neo4j-admin reads back as they were. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Float } from '../../../../database/values'
import { CsvTable, EMPTY_LIST } from '../../../../import/load/bulk/csv-table'
import { LineFile, readLines } from '../../../../import/load/bulk/line-file'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maitu-csv-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Header and lines of each file of a table. */
function written(...rows: readonly Readonly<Record<string, unknown>>[]): readonly (readonly string[])[] {
  const table = new CsvTable(folder, 'thing', 'Thing')
  rows.forEach((row, index) => {
    table.add([{ header: 'id:ID(node)', value: `t${index}` }], row)
  })
  return table.close().map(argument => {
    const [header = '', data = ''] = argument.replace('Thing=', '').split(',')
    return [readFileSync(header, 'utf8'), readFileSync(data, 'utf8')].flatMap(text => text.replace(/\n$/, '').split('\n'))
  })
}

describe('a table', () => {
  test('takes the types of its columns from the rows', () => {
    expect(written({ name: '市', count: 1, share: 0.5, open: true, starts: [1, 2], forms: ['a', 'b'] })).toEqual([
      [
        'id:ID(node)\tname:string\tcount:long\tshare:double\topen:boolean\tstarts:long[]\tforms:string[]',
        '"t0"\t"市"\t1\t0.5\ttrue\t"1\ufdd02"\t"a\ufdd0b"',
      ],
    ])
  })

  test('leaves what is null empty, and keeps an empty text', () => {
    expect(written({ a: null, b: '' }, { a: 'x', b: null })).toEqual([
      ['id:ID(node)\ta:string\tb:string', '"t0"\t\t""', '"t1"\t"x"\t'],
    ])
  })

  test('doubles quotation marks and leaves line breaks and tabs within them', () => {
    expect(written({ text: '他说"好"\t了' })).toEqual([['id:ID(node)\ttext:string', '"t0"\t"他说""好""\t了"']])
  })

  test('writes a sign for an empty list, whatever the list holds elsewhere', () => {
    const [lines] = written({ starts: [] }, { starts: [7] })
    expect(lines).toEqual(['id:ID(node)\tstarts:long[]', `"t0"\t${EMPTY_LIST}`, '"t1"\t"7"'])
  })

  test('makes a column of whole numbers and others one of decimals, and a Float one by itself', () => {
    expect(written({ a: 1, b: new Float(2) }, { a: 0.5, b: new Float(3) })[0]?.[0]).toBe('id:ID(node)\ta:double\tb:double')
  })

  test('begins a new file for a property that no row before it had', () => {
    expect(written({ a: 1 }, { a: 2, b: 'x' }, { a: 3 })).toEqual([
      ['id:ID(node)\ta:long', '"t0"\t1'],
      ['id:ID(node)\ta:long\tb:string', '"t1"\t2\t"x"', '"t2"\t3\t'],
    ])
  })

  test('refuses a property that is a text in one row and a number in another', () => {
    expect(() => written({ a: 1 }, { a: 'x' })).toThrow('The property a is long in one row and string in another.')
  })
})

test('a file of lines gives back what was written, longer than what is read at once', () => {
  const lines = Array.from({ length: 300 }, (_, index) => `${index} ${'脉图'.repeat(index * 20)}`)
  const file = new LineFile(join(folder, 'lines'))
  for (const line of lines) file.line(line)
  file.close()
  expect([...readLines(file.path)]).toEqual(lines)
})
