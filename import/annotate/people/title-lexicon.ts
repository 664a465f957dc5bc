/** The titles of offices and callings, and the words of saying, ready for looking up in folded text. */
import type { PersonRole } from '../../../model/vocabulary'
import nameWords from '../../lexicons/name-words.json'
import reportingVerbs from '../../lexicons/reporting-verbs.json'
import titles from '../../lexicons/titles.json'
import { fold } from '../text/fold'
import { Trie } from '../text/trie'

const ROLES = ['official', 'executive', 'expert', 'worker', 'journalist', 'other'] as const

interface TitleLexicon {
  readonly heads: Trie<PersonRole>
  readonly modifiers: Trie<true>
  /** Words that report speech; the value says whether they hardly do anything else. */
  readonly saying: Trie<true>
  /** Words that go on after a name. */
  readonly after: Trie<true>
  readonly former: Trie<true>
}

let lexicon: TitleLexicon | null = null

/** The lexicons, loaded once. A title that stands under several roles has the first of them. */
export function titleLexicon(): TitleLexicon {
  lexicon ??= {
    heads: new Trie(ROLES.flatMap(role => titles[role].map(title => [fold(title), role] as const))),
    modifiers: new Trie(titles.modifiers.map(word => [fold(word), true] as const)),
    saying: new Trie(
      [...reportingVerbs.strong, ...reportingVerbs.ask, ...reportingVerbs.weak].map(word => [fold(word), true] as const),
    ),
    after: new Trie(nameWords.after.map(word => [fold(word), true] as const)),
    former: new Trie(titles.former.map(word => [word, true] as const)),
  }
  return lexicon
}

/** Whether the title is that of the head of a region or a deputy (市长, 副县长). */
export function isHeadOfRegion(title: string): boolean {
  return titles.heads.some(head => title.endsWith(head)) && !/(?:盟会长|队长)$/u.test(title)
}
