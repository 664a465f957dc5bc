/** Regions and their place in the hierarchy. */
import { Field, InputType, ObjectType } from 'type-graphql'
import type { RegionLevel as Level } from '../../model/vocabulary'
import { Entity } from '../entity/entity.type'
import type { Joined } from '../filter/compile'
import { NameFilter, RegionFilterRef, wordEnum, wordFilter } from '../filter/inputs'
import { plainConnection } from '../relay/connection'
import { Node } from '../relay/node.type'

export const RegionLevel = wordEnum<Level>('RegionLevel', 'Levels of the region hierarchy.', {
  country: 'A country.',
  macro_region: 'A set of provinces with a name of its own (东北); its children are its provinces.',
  province: 'A province, autonomous region, or city under the central government.',
  prefecture: 'A prefecture-level city, autonomous prefecture or league.',
  county: 'A district, county, county-level city or banner.',
  township: 'A township, town or street.',
  zone: 'A new area or development zone.',
})
const RegionLevelFilter = wordFilter('RegionLevelFilter', RegionLevel, 'levels of regions')

@ObjectType({
  implements: [Node, Entity],
  simpleResolvers: true,
  description: 'An administrative division, a new area or zone, or a set of provinces.',
})
export class Region extends Entity {
  @Field(() => RegionLevel, { description: 'Its level in the hierarchy.' })
  level!: Level

  @Field(() => String, {
    nullable: true,
    description: 'Its six-digit code after GB/T 2260; zones, new areas and sets of provinces have none.',
  })
  adcode!: string | null
}

@InputType({ description: 'Which regions. All conditions must hold.' })
export class RegionFilter implements Joined<RegionFilter> {
  @Field(() => NameFilter, { nullable: true, description: 'Their names.' })
  name?: NameFilter | null

  @Field(() => RegionLevelFilter, { nullable: true, description: 'Their level.' })
  level?: { eq?: Level | null; in?: Level[] | null } | null

  @Field(() => RegionFilterRef, { nullable: true, description: 'A region that they lie in directly; `within`: at any depth.' })
  region?: RegionFilterRef | null

  @Field(() => [RegionFilter], { nullable: true, description: 'All of these must hold too.' })
  and?: RegionFilter[] | null

  @Field(() => [RegionFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: RegionFilter[] | null

  @Field(() => RegionFilter, { nullable: true, description: 'This must not hold.' })
  not?: RegionFilter | null
}

export const RegionConnection = plainConnection('Region', () => Region, 'regions')
