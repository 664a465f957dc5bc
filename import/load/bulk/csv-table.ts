/**
 * Nodes or relationships of one kind as CSV files for `neo4j-admin database import`. Columns and their types are taken from the rows themselves: a row
 * with a property that no row before it had begins a new file.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Float } from '../../../database/values'
import { InvariantError } from '../../../model/errors'
import { LineFile } from './line-file'

/** What stands between the elements of a list: a code point that Unicode keeps out of every text. */
const BETWEEN = '\ufdd0'
/** The importer has no empty lists. This one element, readable as text and as a number, stands for them until the load is finished. */
export const EMPTY_LIST = '-9007199254740991'

type ColumnType = 'string' | 'long' | 'double' | 'boolean'

interface Column {
  readonly name: string
  type: ColumnType | null
  isList: boolean
}

/** A column that stands before the properties: the id of a node, or an end of a relationship. */
export interface KeyColumn {
  /** As the header has it: `id:ID(node)`, `:START_ID(node)`. */
  readonly header: string
  /** Its value in a row. */
  readonly value: string
}

interface Part {
  readonly file: LineFile
  readonly header: string
  readonly keys: readonly string[]
  readonly columns: Column[]
}

export class CsvTable {
  private readonly parts: Part[] = []
  /** Properties that hold an empty list in some row. */
  readonly emptyLists = new Set<string>()
  rows = 0

  /** `label` is what the importer is told: `Article`, `Entity:Person`, or the type of relationships. */
  constructor(
    private readonly folder: string,
    readonly name: string,
    readonly label: string,
  ) {}

  add(keys: readonly KeyColumn[], props: Readonly<Record<string, unknown>>): void {
    const part = this.partFor(keys, props)
    const fields = keys.map(({ value }) => quote(value))
    for (const column of part.columns) fields.push(this.field(column, props[column.name]))
    part.file.line(fields.join('\t'))
    this.rows++
  }

  /** Closes the files and gives the argument of neo4j-admin for each, `LABEL=HEADER,DATA`. */
  close(): readonly string[] {
    return this.parts.map(part => {
      part.file.close()
      writeFileSync(part.header, `${[...part.keys, ...part.columns.map(headerOf)].join('\t')}\n`)
      return `${this.label}=${part.header},${part.file.path}`
    })
  }

  private partFor(keys: readonly KeyColumn[], props: Readonly<Record<string, unknown>>): Part {
    const last = this.parts.at(-1)
    const given = Object.keys(props).filter(name => present(props[name]))
    if (last && given.every(name => last.columns.some(column => column.name === name))) return last
    const names = new Set([...(last?.columns.map(({ name }) => name) ?? []), ...Object.keys(props)])
    const number = this.parts.length + 1
    const part: Part = {
      file: new LineFile(join(this.folder, `${this.name}.${number}.csv`)),
      header: join(this.folder, `${this.name}.${number}.header.csv`),
      keys: keys.map(({ header }) => header),
      columns: [...names].map(name => ({ name, type: null, isList: false })),
    }
    this.parts.push(part)
    return part
  }

  private field(column: Column, value: unknown): string {
    if (!present(value)) return ''
    if (!Array.isArray(value)) {
      widen(column, typeOf(value, column.name), false)
      return typeof value === 'string' ? quote(value) : String(value instanceof Float ? value.value : value)
    }
    if (value.length === 0) {
      column.isList = true
      this.emptyLists.add(column.name)
      return EMPTY_LIST
    }
    for (const element of value) widen(column, typeOf(element, column.name), true)
    return quote(value.map(elementOf).join(BETWEEN))
  }
}

/** The options of neo4j-admin that these files want. */
export const CSV_OPTIONS = [
  '--delimiter=TAB',
  `--array-delimiter=U+${(BETWEEN.codePointAt(0) as number).toString(16).toUpperCase()}`,
  '--multiline-fields=true',
  '--id-type=string',
] as const

function present(value: unknown): boolean {
  return value !== null && value !== undefined
}

function typeOf(value: unknown, name: string): ColumnType {
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  if (value instanceof Float) return 'double'
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'long' : 'double'
  throw new InvariantError(`The property ${name} holds a value that no graph can keep (${typeof value}).`)
}

function widen(column: Column, type: ColumnType, isList: boolean): void {
  if (column.type === null) {
    column.type = type
    column.isList ||= isList
    return
  }
  if (column.isList !== isList) throw new InvariantError(`The property ${column.name} is a list in one row and none in another.`)
  if (column.type === type) return
  const numbers = ['long', 'double']
  if (!numbers.includes(column.type) || !numbers.includes(type))
    throw new InvariantError(`The property ${column.name} is ${column.type} in one row and ${type} in another.`)
  column.type = 'double'
}

function elementOf(value: unknown): string {
  const text = String(value)
  if (text.includes(BETWEEN)) throw new InvariantError('A text contains the code point U+FDD0, which no text may.')
  return text
}

function headerOf({ name, type, isList }: Column): string {
  return `${name}:${type ?? 'string'}${isList ? '[]' : ''}`
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
