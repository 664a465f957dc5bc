/** The pieces that filters are made of. */
import 'reflect-metadata'
import { Field, InputType, registerEnumType } from 'type-graphql'
import { DateScalar } from '../scalars/date'

/** Registers the words of a closed list as an enum in capitals, each with its meaning; inside, values stay the words themselves. */
export function wordEnum<Word extends string>(
  name: string,
  description: string,
  words: Readonly<Record<Word, string>>,
): Record<string, Word> {
  const values = Object.fromEntries(Object.keys(words).map(word => [word.toUpperCase(), word as Word]))
  const valuesConfig = Object.fromEntries(
    Object.entries<string>(words).map(([word, meaning]) => [word.toUpperCase(), { description: meaning }]),
  )
  registerEnumType(values, { name, description, valuesConfig })
  return values
}

/** Words of a closed list: exactly this one, or any of these. */
export interface WordFilter<Word extends string = string> {
  eq?: Word | null
  in?: Word[] | null
}

/** Makes the input type for words of an enum. */
export function wordFilter<Word extends string>(name: string, words: Record<string, Word>, what: string) {
  @InputType(name, { description: `Which ${what}.` })
  class WordFilterInput implements WordFilter<Word> {
    @Field(() => words, { nullable: true, description: 'Exactly this one.' })
    eq?: Word | null

    @Field(() => [words], { nullable: true, description: 'Any of these.' })
    in?: Word[] | null
  }
  return WordFilterInput
}

@InputType({ description: 'Which entity, by its id or any of its names. A name that several bear means all of them.' })
export class EntityFilter {
  @Field(() => String, { nullable: true, description: 'This one: its id or any of its names.' })
  eq?: string | null

  @Field(() => [String], { nullable: true, description: 'Any of these: ids or names.' })
  in?: string[] | null
}

@InputType({ description: 'Which region, by its id, any of its names, or its six-digit code.' })
export class RegionFilterRef extends EntityFilter {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Takes in everything below the region: its cities, districts and counties.',
  })
  within?: boolean | null
}

@InputType({ description: 'Which names.' })
export class NameFilter {
  @Field(() => String, { nullable: true, description: 'Bears exactly this name, in any form that the texts have.' })
  eq?: string | null

  @Field(() => [String], { nullable: true, description: 'Bears any of these names.' })
  in?: string[] | null

  @Field(() => String, { nullable: true, description: 'Has these characters in one of its names.' })
  contains?: string | null
}

@InputType({ description: 'What a text says.' })
export class TextFilter {
  @Field(() => String, { nullable: true, description: 'Has these words; several words apart from each other must all be there.' })
  contains?: string | null
}

@InputType({ description: 'Which wordings.' })
export class WordingFilter {
  @Field(() => String, { nullable: true, description: 'Exactly this wording.' })
  eq?: string | null

  @Field(() => [String], { nullable: true, description: 'Any of these wordings.' })
  in?: string[] | null

  @Field(() => String, { nullable: true, description: 'Has these characters in it.' })
  contains?: string | null
}

@InputType({ description: 'A span of days, both included. What has no known date lies in no span.' })
export class DateRange {
  @Field(() => DateScalar, { nullable: true, description: 'On this day or later.' })
  from?: string | null

  @Field(() => DateScalar, { nullable: true, description: 'On this day or earlier.' })
  to?: string | null

  @Field(() => DateScalar, { nullable: true, description: 'On this very day.' })
  eq?: string | null
}
