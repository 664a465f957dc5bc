/** Figures, and figures held side by side. */
import { Field, Float, InputType, ObjectType } from 'type-graphql'
import type { Verdict as VerdictWord, Qualifier as Word } from '../../model/vocabulary'
import { Entity } from '../entity/entity.type'
import type { Joined } from '../filter/compile'
import { DateRange, EntityFilter, RegionFilterRef, WordingFilter, wordEnum, wordFilter } from '../filter/inputs'
import { plainConnection } from '../relay/connection'
import { Node } from '../relay/node.type'
import { DateScalar } from '../scalars/date'

export const Qualifier = wordEnum<Word>('Qualifier', 'How far a printed number is exact.', {
  near: 'Nearly so much (近).',
  below: 'Less than it (不到).',
  above: 'More than it (超, 逾).',
  about: 'About it (约).',
  over: 'Somewhat over it (余, 多).',
})

export const Verdict = wordEnum<VerdictWord>('Verdict', 'What a comparison of two figures says.', {
  agree: 'The same value, or a rounding of it.',
  differ: 'Another value for the same or an unknown period.',
  update: 'Another value for a period that is known to be later.',
})
const VerdictFilter = wordFilter('VerdictFilter', Verdict, 'verdicts')

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A number with what it measures, as an article gives it.' })
export class Figure extends Node {
  @Field(() => String, { description: 'What is measured, as the text words it.' })
  metric!: string

  @Field(() => Float, { description: 'The number with its scale applied: 132.6万 is 1326000; 56.2% is 56.2 with the unit %.' })
  value!: number

  @Field(() => String, { description: 'The unit as printed, without its scale.' })
  unit!: string

  @Field(() => String, { nullable: true, description: 'The period as printed (今年前三季度), or as a date.' })
  period!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'The first day of the period, where it can be told.' })
  periodFrom!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'The last day of the period, where it can be told.' })
  periodTo!: string | null

  @Field(() => Boolean, { description: 'True for growth rates and differences.' })
  change!: boolean

  @Field(() => Qualifier, { nullable: true, description: 'How far the number is exact; none where it is given plainly.' })
  qualifier!: Word | null

  @Field(() => String, { description: 'The clause that states it.' })
  text!: string
}

@ObjectType({ simpleResolvers: true, description: 'The same measure of the same thing in two articles.' })
export class FigureComparison {
  @Field(() => Verdict, { description: 'Whether they agree, differ, or the later updates the earlier.' })
  verdict!: VerdictWord

  @Field(() => String, { description: 'What is measured.' })
  metric!: string

  @Field(() => Entity, { nullable: true, description: 'Whose number it is.' })
  subject!: Entity | null

  @Field(() => [Figure], { description: 'The two figures; of an update the earlier first.' })
  figures!: Figure[]

  @Field(() => String, { nullable: true, description: 'Why the verdict is so, in words.' })
  why!: string | null
}

@InputType({ description: 'Which figures. All conditions must hold.' })
export class FigureFilter implements Joined<FigureFilter> {
  @Field(() => EntityFilter, { nullable: true, description: 'Whose number it is: a region, an organization, a policy.' })
  subject?: EntityFilter | null

  @Field(() => RegionFilterRef, {
    nullable: true,
    description: 'A region that it measures, or whose bodies it measures; `within`: or one below it.',
  })
  region?: RegionFilterRef | null

  @Field(() => WordingFilter, { nullable: true, description: 'What is measured.' })
  metric?: WordingFilter | null

  @Field(() => WordingFilter, { nullable: true, description: 'The unit.' })
  unit?: WordingFilter | null

  @Field(() => Boolean, { nullable: true, description: 'Only growth rates and differences, or none of them.' })
  change?: boolean | null

  @Field(() => DateRange, { nullable: true, description: 'Day of printing of the article.' })
  publishedOn?: DateRange | null

  @Field(() => [FigureFilter], { nullable: true, description: 'All of these must hold too.' })
  and?: FigureFilter[] | null

  @Field(() => [FigureFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: FigureFilter[] | null

  @Field(() => FigureFilter, { nullable: true, description: 'This must not hold.' })
  not?: FigureFilter | null
}

@InputType({ description: 'Which comparisons. All conditions must hold.' })
export class FigureComparisonFilter implements Joined<FigureComparisonFilter> {
  @Field(() => RegionFilterRef, {
    nullable: true,
    description: 'Whose number it is; `within`, for a region: or of one below it.',
  })
  subject?: RegionFilterRef | null

  @Field(() => VerdictFilter, { nullable: true, description: 'What the comparison says.' })
  verdict?: { eq?: VerdictWord | null; in?: VerdictWord[] | null } | null

  @Field(() => WordingFilter, { nullable: true, description: 'What is measured.' })
  metric?: WordingFilter | null

  @Field(() => [FigureComparisonFilter], { nullable: true, description: 'All of these must hold too.' })
  and?: FigureComparisonFilter[] | null

  @Field(() => [FigureComparisonFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: FigureComparisonFilter[] | null

  @Field(() => FigureComparisonFilter, { nullable: true, description: 'This must not hold.' })
  not?: FigureComparisonFilter | null
}

export const FigureConnection = plainConnection('Figure', () => Figure, 'figures')
export const FigureComparisonConnection = plainConnection('FigureComparison', () => FigureComparison, 'pairs of figures')
