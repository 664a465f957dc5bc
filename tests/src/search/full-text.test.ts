/** What becomes of a typed text: a query in which nothing is syntax, and marks around what matched. */

import { NO_OTHER_NAMES, toSimplified } from '../../../src/entity/names'
import { fullTextQuery, NOTHING, wordsOf } from '../../../src/search/full-text'
import { highlight } from '../../../src/search/highlight'
import { soughtFor } from '../../../src/search/sought'

describe('words', () => {
  it.each([
    ['沈阳市', ['沈阳市']],
    ['Shen Gu', ['shen', 'gu']],
    ['ＧＤＰ　增长', ['gdp', '增长']],
    ['+-&&||!(){}[]^"~*?:\\/', []],
    ['a AND b OR NOT c', ['a', 'and', 'b', 'or', 'not', 'c']],
    ['searchType:CLAIM', ['searchtype', 'claim']],
    ['低空\u0000经济\uD800', ['低空', '经济']],
    ['', []],
  ])('of %j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('are bounded in number and length', () => {
    expect(wordsOf('经 '.repeat(1000))).toHaveLength(8)
    expect(wordsOf('经'.repeat(1_000_000))[0]).toHaveLength(200)
  })

  it('are compared in simplified characters', () => {
    expect(toSimplified('瀋陽')).toBe('沈阳')
  })
})

describe('the query', () => {
  it('takes several characters as a phrase, and one as the beginning of a pair', () => {
    expect(fullTextQuery('低空', 'claim')).toBe('+searchType:claim +(+text:"低空")')
    expect(fullTextQuery('低', 'claim')).toBe('+searchType:claim +(+(text:低 OR text:低*))')
  })

  it('finds a longer wording also where its characters stand apart', () => {
    expect(fullTextQuery('低空经济', 'claim')).toContain('(text:"低空经济"^4 OR (+text:"低空" +text:"空经" +text:"经济"))')
  })

  it('finds nothing where there is no word', () => {
    expect(fullTextQuery('"*"', 'article')).toBe(NOTHING)
  })

  it('takes Latin words together as pinyin of a name, and nothing of the text as syntax', () => {
    const { head, tail, latin } = soughtFor('Shen "gu" OR *', ['shen', 'gu'], ['ORGANIZATION'], NO_OTHER_NAMES)
    expect(head).toBe('+searchType:(organization)^0 +(')
    expect(tail).toContain('searchText:shengu*')
    expect(tail).not.toContain('OR *')
    expect(latin).toBe('shengu')
  })
})

describe('a highlight', () => {
  it('marks every place of every word', () => {
    expect(highlight('低空经济要飞得起，低空更要管得住', ['低空', '管得住'])).toBe('«低空»经济要飞得起，«低空»更要«管得住»')
  })

  it('marks neighbouring and overlapping words as one', () => {
    expect(highlight('民营企业家', ['民营', '企业'])).toBe('«民营企业»家')
  })

  it('marks parts of a word that stands nowhere whole', () => {
    expect(highlight('经济上的低空', ['低空经济'])).toBe('«经济»上的«低空»')
  })

  it('shows the part of a long text where the words stand', () => {
    const shown = highlight(`${'前'.repeat(500)}低空${'后'.repeat(500)}`, ['低空']) as string
    expect(shown).toMatch(/^…前{30}«低空»后+…$/)
    expect(shown.length).toBeLessThan(130)
  })

  it('is none where no word stands', () => {
    expect(highlight('制造业', ['低空'])).toBeNull()
  })
})
