/** What all requests to a service share. */
import { NO_OTHER_NAMES, type ReadBodyName } from './entity/names'
import { Counts } from './relay/remembered'
import { Rankings } from './search/ranking'

export class Shared {
  readonly counts = new Counts()
  readonly rankings = new Rankings()

  constructor(readonly readBodyName: ReadBodyName = NO_OTHER_NAMES) {}
}
