/** Dates as the API shows them. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

/** Whether the text is a day of the calendar, `2024-04-01`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function parse(value: unknown): string {
  if (typeof value === 'string' && isDate(value)) return value
  throw new GraphQLError(`Not a date: ${JSON.stringify(value)?.slice(0, 40)}. Write it as 2024-04-01.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  })
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day: `2024-04-01`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: value => String(value),
  parseValue: parse,
  parseLiteral: node => parse(node.kind === Kind.STRING ? node.value : undefined),
})

export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment in UTC: `2024-04-01T08:30:00Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: value => String(value),
})
