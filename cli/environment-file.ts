/** The file `.env` beside package.json: settings for this checkout. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnvFile } from 'node:process'
import { ROOT } from './root'

/** Takes the variables of `.env` over into the environment where they are not set there. */
export function loadEnvironmentFile(): void {
  const file = join(ROOT, '.env')
  if (existsSync(file)) loadEnvFile(file)
}
