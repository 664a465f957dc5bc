/** The region that 全市, 我县 or 村里 means. */
import type { AnnotatedRegion, Mention } from '../../values/annotations'
import { type ArticleView, lastBefore } from '../article-view'
import { clauseOf, opensClause } from './clause-subjects'
import { heaviest, regionOfPaper } from './main-subject'
import { regionInName, remembered } from './offices'

/** 全市 is the region of that kind that opens a clause of the paragraph last, else the one that the article names most. */
export function wholeRegion(view: ArticleView, unit: string, offset: number, paragraph: number, sentence: number): string | null {
  const fits = (mention: Mention): boolean => {
    const entity = view.entityOf(mention)
    return entity?.type === 'region' && isOfKind(entity, unit)
  }
  const near = lastBefore(view.mentions, offset, paragraph, m => fits(m) && opensClause(view, m, clauseOf(view, m)))
  return (
    near?.entity ??
    lastBefore(view.mentions, offset, sentence, fits)?.entity ??
    regionOfBody(view, unit, offset, paragraph) ??
    remembered(
      view,
      `whole:${unit}`,
      () =>
        regionOfPaper(view, region => isOfKind(region, unit)) ??
        heaviest(view, fits) ??
        view.page.entities.find(e => e.type === 'region' && isOfKind(e, unit))?.id ??
        null,
    )
  )
}

/** The region of the body named last before in the paragraph, where it is of the kind: 全市 behind 市商务局 is that bureau's city. */
function regionOfBody(view: ArticleView, unit: string, offset: number, paragraph: number): string | null {
  const regionOf = (mention: Mention): AnnotatedRegion | null => {
    const body = view.entityOf(mention)
    if (body.type !== 'organization') return null
    const region = view.entity(body.region ?? remembered(view, `office:${body.id}`, () => regionInName(view, body.name)))
    return region?.type === 'region' && isOfKind(region, unit) ? region : null
  }
  const named = lastBefore(view.mentions, offset, paragraph, m => regionOf(m) !== null)
  return named ? (regionOf(named)?.id ?? null) : null
}

/** The autonomous regions, whose papers say 全区. */
const AUTONOMOUS = /^(?:15|45|54|64|65)/
/** 北京, 天津, 上海, 重庆, the autonomous and the special regions: provinces that are no 省. */
const NO_SHENG = /^(?:11|12|15|31|45|50|54|64|65|81|82)/

/** Districts end in 01 to 20, cities of the rank of a county in 81 and more, or in 01 to 20 behind 90 (仙桃). */
const DISTRICT_CODE = /^\d\d(?!90)\d\d(?:0[1-9]|1\d|20)$/
const CITY_CODE = /^\d{4}(?:8[1-9]|9\d)$|^\d\d90(?:0\d|1\d)$/

function isOfKind({ name, level, adcode }: AnnotatedRegion, unit: string): boolean {
  if (unit === '自治区') return level === 'province'
  if (unit === '区')
    return (
      (name.endsWith('区') && level !== 'macro_region') ||
      (level === 'county' && DISTRICT_CODE.test(adcode ?? '')) ||
      (level === 'province' && AUTONOMOUS.test(adcode ?? ''))
    )
  if (unit === '省') return level === 'province' && !NO_SHENG.test(adcode ?? '')
  if (unit === '市')
    return (
      name.endsWith('市') ||
      (level === 'prefecture' && !/(?:[盟区]|自治州)$/.test(name)) ||
      (level === 'county' && CITY_CODE.test(adcode ?? '')) ||
      /^(?:11|12|31|50)0000$/.test(adcode ?? '')
    )
  if (unit === '县') return level === 'county' && !/[市区旗]$/.test(name) && !CITY_CODE.test(adcode ?? '')
  if (unit === '州') return name.endsWith('州') && level === 'prefecture'
  return name.endsWith(unit)
}
