/** `maitu fingerprint`: one hash of the graph's content. */
import { Command } from 'commander'
import { fingerprint } from '../../import/load/fingerprint'
import type { Edge, Run } from '../edge'
import { withGraph } from '../graph'

export function fingerprintCommand(run: Run): Command {
  return new Command('fingerprint')
    .description(
      'Print one hash of what the graph holds: the same documents and decisions give the same, in whatever order they came',
    )
    .addHelpText('after', '\nExample:\n  maitu fingerprint')
    .action(() => run(print))
}

async function print(edge: Edge): Promise<'done'> {
  edge.terminal.say(await withGraph(edge, 'fingerprint', ({ database }) => fingerprint(database)))
  return 'done'
}
