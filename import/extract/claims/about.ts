/** What a statement is about: the policies, bodies and regions it names, and the body that its speaker means by 公司 or 我们. */
import { type ArticleView, mentionsIn } from '../article-view'

export function aboutOf(view: ArticleView, parts: readonly { start: number; end: number }[], speaker: string | null): string[] {
  const about = new Set<string>()
  for (const part of parts) {
    for (const mention of mentionsIn(view.allMentions, part.start, part.end)) {
      const entity = view.entityOf(mention)
      if (entity.type === 'person') continue
      about.add(entity.id)
    }
  }
  if (parts.some(part => /公司|企业|集团|我们|我厂|我校|本院/.test(view.plain.slice(part.start, part.end)))) {
    const position = view.page.positions.find(p => p.person === speaker && p.organization !== null && !p.former)
    if (position?.organization) about.add(position.organization)
  }
  if (speaker) about.delete(speaker)
  return [...about]
}
