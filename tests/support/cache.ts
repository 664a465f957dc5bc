/** Where tests find the fetched Neo4j: the same cache that Maitu uses. */
import { defaultCache } from '../../cli/settings'

export const cacheDir = process.env.MAITU_CACHE ?? defaultCache(process.env)
