/** `maitu fingerprint`: one hash of the graph's content. */
import { fingerprint } from '../../import/load/fingerprint'
import type { Edge } from '../edge'
import { withGraph } from '../graph'

export async function print(edge: Edge): Promise<'done'> {
  edge.terminal.say(await withGraph(edge, 'fingerprint', ({ database }) => fingerprint(database)))
  return 'done'
}
