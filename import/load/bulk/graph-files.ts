/** The CSV files of a whole graph, one table for each kind of node and relationship. */
import { FACTS, type FactKind } from '../facts'
import { CsvTable, EMPTY_LIST } from './csv-table'

type Props = Readonly<Record<string, unknown>>
/** The two kinds of ids that relationships refer to, and what only files know. */
type IdSpace = 'node' | 'key' | 'name'

const RELATIONSHIPS = {
  ...facts(),
  CLAIM_IN_REGION: ['IN_REGION', 'node', 'node'],
  FIGURE_IN_REGION: ['IN_REGION', 'node', 'node'],
  CLAIM_REPRINTED_IN_REGION: ['REPRINTED_IN_REGION', 'node', 'node'],
  FIGURE_REPRINTED_IN_REGION: ['REPRINTED_IN_REGION', 'node', 'node'],
  REGION_PARENT: ['PART_OF', 'node', 'node'],
  SEAT: ['LOCATED_IN', 'node', 'node'],
  SPEAKS_ON: ['SPEAKS_ON', 'node', 'node'],
  SPEAKS_IN: ['SPEAKS_IN', 'node', 'node'],
  SPOKEN_OF_IN: ['SPOKEN_OF_IN', 'node', 'node'],
  HELD: ['HELD', 'node', 'node'],
  REPRINT_OF: ['REPRINT_OF', 'node', 'node'],
  COMPARED_WITH: ['COMPARED_WITH', 'node', 'node'],
  POSSIBLY_SAME: ['POSSIBLY_SAME', 'node', 'node'],
  IDENTIFIES: ['IDENTIFIES', 'key', 'node'],
  SAME_AS: ['SAME_AS', 'key', 'key'],
  NAMES: ['NAMES', 'name', 'node'],
} as const satisfies Record<string, readonly [type: string, from: IdSpace, to: IdSpace]>
export type RelationshipKind = keyof typeof RELATIONSHIPS

function facts(): Readonly<Record<FactKind, readonly [type: string, from: IdSpace, to: IdSpace]>> {
  const entries = Object.entries(FACTS).map(([kind, [, type]]) => [kind, [type, 'node', 'node']])
  // fromEntries forgets which keys there are.
  return Object.fromEntries(entries) as Record<FactKind, [string, IdSpace, IdSpace]>
}

/** The type of relationships of a kind. */
export function typeOf(kind: RelationshipKind): string {
  return RELATIONSHIPS[kind][0]
}

/** Rows in, files out. `counts` tells how many rows of which kind there are. */
export class GraphFiles {
  private readonly nodes = new Map<string, CsvTable>()
  private readonly relationships = new Map<RelationshipKind, CsvTable>()

  constructor(private readonly folder: string) {}

  /** A node by its `id`. */
  node(label: string, { id, ...props }: Props & { readonly id: string }): void {
    this.nodeTable(label).add([{ header: 'id:ID(node)', value: id }], props)
  }

  key({ key, ...props }: Props & { readonly key: string }): void {
    this.nodeTable('IdentityKey').add([{ header: 'key:ID(key)', value: key }], props)
  }

  name(props: Props & { readonly form: string; readonly type: string }): void {
    this.nodeTable('Name').add([{ header: ':ID(name)', value: nameId(props.type, props.form) }], props)
  }

  relationship(kind: RelationshipKind, from: string, to: string, props: Props = {}): void {
    const [type, start, end] = RELATIONSHIPS[kind]
    const table = this.relationships.get(kind) ?? new CsvTable(this.folder, `rel-${kind}`, type)
    this.relationships.set(kind, table)
    const ends = [
      { header: `:START_ID(${start})`, value: from },
      { header: `:END_ID(${end})`, value: to },
    ]
    table.add(ends, props)
  }

  /** Closes the files and gives the arguments for neo4j-admin. The write lock keeps what is left to do once the graph is in the database. */
  close(): readonly string[] {
    const unfinished = [...this.nodes.values(), ...this.relationships.values()].flatMap(table =>
      [...table.emptyLists].map(property =>
        writeLeftover({ of: this.isNode(table) ? 'node' : 'relationship', name: table.label, property }),
      ),
    )
    this.nodeTable('WriteLock').add([{ header: 'name:ID(lock)', value: 'graph' }], { unfinished: ['schema', ...unfinished] })
    return [
      ...[...this.nodes.values()].flatMap(table => table.close().map(files => `--nodes=${files}`)),
      ...[...this.relationships.values()].flatMap(table => table.close().map(files => `--relationships=${files}`)),
    ]
  }

  get counts(): { readonly nodes: number; readonly relationships: number } {
    const sum = (tables: Iterable<CsvTable>) => [...tables].reduce((rows, table) => rows + table.rows, 0)
    return { nodes: sum(this.nodes.values()), relationships: sum(this.relationships.values()) }
  }

  private nodeTable(label: string): CsvTable {
    const table = this.nodes.get(label) ?? new CsvTable(this.folder, `node-${label.replace(':', '-')}`, label)
    this.nodes.set(label, table)
    return table
  }

  private isNode(table: CsvTable): boolean {
    return this.nodes.get(table.label) === table
  }
}

/** The id of a name in the files; the graph knows it by its form and type. */
export function nameId(type: string, form: string): string {
  return `${type}\t${form}`
}

/** Lists that stand for empty ones in the imported graph, see `EMPTY_LIST`. */
export interface Leftover {
  readonly of: 'node' | 'relationship'
  readonly name: string
  readonly property: string
}

function writeLeftover({ of, name, property }: Leftover): string {
  return [of, name, property].join(' ')
}

export function readLeftover(text: string): Leftover | null {
  const [of, name, property] = text.split(' ')
  return (of === 'node' || of === 'relationship') && name && property ? { of, name, property } : null
}

/** Cypher that gives the property its empty lists back, in batches. */
export function emptyListStatement({ of, name, property }: Leftover): string {
  const pattern = of === 'node' ? `(thing:${name})` : `()-[thing:${name}]->()`
  return `MATCH ${pattern} WHERE thing.\`${property}\` IN [['${EMPTY_LIST}'], [${EMPTY_LIST}]]
   CALL (thing) { SET thing.\`${property}\` = [] } IN TRANSACTIONS OF 20000 ROWS`
}
