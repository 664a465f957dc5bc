/** The log: one JSON object a line on standard error, an event name and fields. */
import pino, { type Logger } from 'pino'
import type { StatementListener } from '../database/connection'
import type { LogLevel } from './settings'

/** Makes the log. Written at once, so that the last line before an end is there. */
export function createLog(level: LogLevel): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: pino.stdSerializers.err } },
    pino.destination({ dest: 2, sync: true }),
  )
}

/** Logs every statement with its name and its milliseconds. */
export function logStatements(log: Logger): StatementListener {
  return ({ name, mode, milliseconds, rows, failed }) =>
    log.debug({ event: 'statement', statement: name, mode, milliseconds, rows, failed })
}
