/** A small generated corpus, ready to be loaded: few names, so that documents meet in the same people, bodies and regions. */
import { ArticleGenerator, ofSize } from '../../bench/generate'
import type { LoadSource } from '../../import/load/load-source'
import { resolveDocument } from '../../import/resolve/resolve-document'
import type { ResolvedDocument } from '../../import/values/resolved'

export function generatedDocuments(
  size: number,
): readonly { readonly resolved: ResolvedDocument; readonly source: LoadSource }[] {
  const generator = new ArticleGenerator({ ...ofSize(size), people: 120, organizations: 100, policies: 30 })
  return [...generator.articles()].map(({ document, record }) => ({
    resolved: resolveDocument(record),
    source: { ...document, extractor: 'test' },
  }))
}
