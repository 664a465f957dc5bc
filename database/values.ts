/** The way of values into the driver and back: plain JavaScript on our side, the driver's own classes on its side. */
import neo4j, {
  isDate,
  isDateTime,
  isDuration,
  isInt,
  isLocalDateTime,
  isLocalTime,
  isNode,
  isRelationship,
  isTime,
  type RecordShape,
} from 'neo4j-driver'
import type { Params } from './statement'

/** A number that the graph shall keep as a float even where it is whole. */
export class Float {
  constructor(readonly value: number) {}
}

/** Parameters as the driver takes them: whole numbers become integers (LIMIT and list indexes want them), undefined becomes null. */
export function toDriver(params: Params): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(params)) result[key] = valueToDriver(value)
  return result
}

function valueToDriver(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (value === undefined || value === null) return null
  if (typeof value !== 'object') return value
  if (value instanceof Float) return value.value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(valueToDriver)
  if (value instanceof Uint8Array) return new Int8Array(value.buffer, value.byteOffset, value.byteLength)
  return toDriver(value as Params)
}

/** A returned row as plain values: nodes and relationships become their properties, dates ISO strings. */
export function fromDriver<Row>(record: { toObject(): RecordShape }): Row {
  return mapFromDriver(record.toObject()) as Row
}

/** Rows are many and mostly plain already, so their maps and lists are changed in place and not copied. */
function mapFromDriver(map: Record<string, unknown>): Record<string, unknown> {
  for (const key in map) {
    const value = map[key]
    if (typeof value === 'object' && value !== null) map[key] = objectFromDriver(value)
  }
  return map
}

function objectFromDriver(value: object): unknown {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i]
      if (typeof item === 'object' && item !== null) value[i] = objectFromDriver(item)
    }
    return value
  }
  if (value.constructor === Object) return mapFromDriver(value as Record<string, unknown>)
  if (isInt(value)) return value.toNumber()
  if (isNode(value) || isRelationship(value)) return mapFromDriver(value.properties)
  if (isTemporal(value)) return String(value)
  if (value instanceof Int8Array) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  return mapFromDriver({ ...value })
}

function isTemporal(value: object): boolean {
  return isDate(value) || isDateTime(value) || isLocalDateTime(value) || isTime(value) || isLocalTime(value) || isDuration(value)
}
