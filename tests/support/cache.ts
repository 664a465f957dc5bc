/** Where tests find the fetched Neo4j: the same cache that Maitu uses. */
import { homedir } from 'node:os'
import { join } from 'node:path'

export const cacheDir = process.env.MAITU_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'maitu')
