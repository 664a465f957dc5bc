/** The question for the limits. */
import { Query, Resolver } from 'type-graphql'
import { LIMITS } from './limits'
import { ServiceLimits } from './service-limits.type'

@Resolver()
export class ServiceLimitsResolver {
  @Query(() => ServiceLimits, { description: 'How much one request may ask for.' })
  serviceLimits(): ServiceLimits {
    return LIMITS
  }
}
