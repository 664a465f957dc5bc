/** The smallest segmented page: one article with a text and nothing around it; what differs is given. */
import type { Article, SegmentedPage } from '../../import/values/document'

export function segmentedPage(text: string, page: Partial<SegmentedPage> = {}, article: Partial<Article> = {}): SegmentedPage {
  return {
    document: { name: 'page.txt', text, meta: {} },
    publishedOn: null,
    outlet: null,
    furniture: [],
    warnings: [],
    articles: [
      {
        id: 'a1',
        ordinal: 0,
        title: '',
        subtitle: null,
        byline: [],
        credited: [],
        bylineWord: null,
        outlet: null,
        kind: 'report',
        publishedOn: null,
        publishedBetween: null,
        text,
        runs: [[0, 0, text.length]],
        surroundings: [],
        ...article,
      },
    ],
    ...page,
  }
}
