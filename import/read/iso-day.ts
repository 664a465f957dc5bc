/** Days in the many forms that files give them. */

/** The day as YYYY-MM-DD, or null where the value is none: 2024-04-01T08:00:00Z, 2024年4月1日, 2024/4/1, 20240401, milliseconds. */
export function isoDay(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return fromMillis(value < 1e11 ? value * 1000 : value)
  if (typeof value !== 'string') return null
  const match = /^\s*((?:19|20)\d{2})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})/u.exec(value)
  if (!match) return null
  const [, year, month, day] = match.map(Number)
  const date = new Date(Date.UTC(year as number, (month as number) - 1, day as number))
  return date.getUTCMonth() === (month as number) - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

function fromMillis(millis: number): string | null {
  const date = new Date(millis)
  const year = date.getUTCFullYear()
  return year >= 1900 && year < 2100 ? date.toISOString().slice(0, 10) : null
}
