/** Articles, places in them, and who is named there. */
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { type ArticleKind as Kind } from '../../model/vocabulary'
import { Entity } from '../entity/entity.type'
import type { Joined } from '../filter/compile'
import { DateRange, EntityFilter, RegionFilterRef, TextFilter, wordEnum, wordFilter } from '../filter/inputs'
import { plainConnection } from '../relay/connection'
import { Node } from '../relay/node.type'
import { DateScalar } from '../scalars/date'

export const ArticleKind = wordEnum<Kind>('ArticleKind', 'Kinds of articles.', {
  report: 'A reported article.',
  brief: 'A short item of news.',
  commentary: 'An opinion or an editorial.',
  list: 'A list: of names, of prizes, of announcements.',
  caption: 'A picture with its words.',
})
const ArticleKindFilter = wordFilter('ArticleKindFilter', ArticleKind, 'kinds of articles')

export const ArticleOrder = wordEnum('ArticleOrder', 'Orders of articles; those without a known date come last.', {
  published_on_desc: 'The latest first.',
  published_on_asc: 'The earliest first.',
})

@ObjectType({ simpleResolvers: true, description: 'Two days between which something lies; either may be open.' })
export class DateBounds {
  @Field(() => DateScalar, { nullable: true, description: 'Not before this day.' })
  from!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'Not after this day.' })
  to!: string | null
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A printed article, cut from the page that it stood on.' })
export class Article extends Node {
  @Field(() => String, { description: 'The headline as printed.' })
  title!: string

  @Field(() => String, { nullable: true, description: 'The kicker or second headline.' })
  subtitle!: string | null

  @Field(() => ArticleKind, { description: 'What kind of article it is.' })
  kind!: Kind

  @Field(() => Int, { description: 'Its place in the reading order of the page, from 0.' })
  ordinal!: number

  @Field(() => DateScalar, { nullable: true, description: 'The day of printing, only where the text or the import says it.' })
  publishedOn!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'A place in an article that shows something: `article.text.slice(start, end) === quote`.',
})
export class Evidence {
  @Field(() => Int, { description: 'Where it begins in `Article.text`, in UTF-16 code units.' })
  start!: number

  @Field(() => Int, { description: 'Where it ends; the character there is no part of it.' })
  end!: number

  @Field(() => String, { description: 'The words as they stand there.' })
  quote!: string

  @Field(() => Article, { description: 'The article.' })
  article!: Article
}

@ObjectType({ simpleResolvers: true, description: 'A place in an article where an entity is named.' })
export class Mention {
  @Field(() => Int, { description: 'Where it begins in `Article.text`, in UTF-16 code units.' })
  start!: number

  @Field(() => Int, { description: 'Where it ends; the character there is no part of it.' })
  end!: number

  @Field(() => String, { description: 'The form of the name that stands there.' })
  quote!: string

  @Field(() => Entity, { description: 'Who or what is named.' })
  entity!: Entity

  @Field(() => Article, { description: 'The article.' })
  article!: Article
}

@InputType({ description: 'Which articles. All conditions must hold.' })
export class ArticleFilter implements Joined<ArticleFilter> {
  @Field(() => ArticleKindFilter, { nullable: true, description: 'Their kind: reports, briefs, commentaries …' })
  kind?: { eq?: Kind | null; in?: Kind[] | null } | null

  @Field(() => TextFilter, { nullable: true, description: 'Words of the headline or the text.' })
  text?: TextFilter | null

  @Field(() => EntityFilter, { nullable: true, description: 'Agency or paper of the byline.' })
  outlet?: EntityFilter | null

  @Field(() => EntityFilter, { nullable: true, description: 'Paper or site that printed the page.' })
  publisher?: EntityFilter | null

  @Field(() => DateRange, { nullable: true, description: 'Day of printing.' })
  publishedOn?: DateRange | null

  @Field(() => EntityFilter, {
    nullable: true,
    description: 'Whom or what they name: a person, an organization, a region, a policy.',
  })
  mentions?: EntityFilter | null

  @Field(() => RegionFilterRef, { nullable: true, description: 'A region that they name; `within`: or one below it.' })
  region?: RegionFilterRef | null

  @Field(() => Boolean, { nullable: true, description: 'Whether they give figures.' })
  hasFigures?: boolean | null

  @Field(() => [ArticleFilter], { nullable: true, description: 'All of these must hold too.' })
  and?: ArticleFilter[] | null

  @Field(() => [ArticleFilter], { nullable: true, description: 'At least one of these must hold.' })
  or?: ArticleFilter[] | null

  @Field(() => ArticleFilter, { nullable: true, description: 'This must not hold.' })
  not?: ArticleFilter | null
}

export const ArticleConnection = plainConnection('Article', () => Article, 'articles')
export const MentionConnection = plainConnection('Mention', () => Mention, 'places where somebody or something is named')
