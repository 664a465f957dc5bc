/** Who is who across documents: gives every local entity of a record its identity keys, from the record alone and reference data. */
import type {
  ExtractionRecord,
  RecordArticle,
  RecordOrganization,
  RecordPolicy,
  RecordRegion,
} from '../../model/extraction-record'
import { chainOf, divisionOf, MACRO_REGIONS } from '../lexicons/gazetteer'
import type { ReferenceRegion, ResolvedArticle, ResolvedDocument, ResolvedEntity, ResolvedFigure } from '../values/resolved'
import { metricKey, unitKey } from './figure-keys'
import { fingerprint } from './fingerprint'
import { normaliseName } from './normalise'
import { readOrganizationName } from './organization-name'
import { readPeriod } from './period'
import { personKeys, type ReasonedKey } from './person-keys'
import { readPolicyTitle } from './policy-title'
import { BARE_ZONE, COUNTRY_KEY, divisionKey, macroRegionKey, readRegionName } from './region-name'
import { readRegionPrefix } from './region-prefix'

const ANAPHOR =
  /^(?:[该本](?:报|社|台|网|刊|公司|集团|企业|厂|行|市|省|县|区|校|院|所|厅|局|店|站|中心)|我[省市区县校院]|公司|集团|企业|学校|医院|记者|市局|省局)/u
/** A name that only this document can explain is shown only where no other has a better one. */
const LOCAL_NAME = 2

/** Resolves a record. Pure: the same record gives the same keys, whatever else was loaded. */
export function resolveDocument(record: ExtractionRecord): ResolvedDocument {
  const year = record.publishedOn?.slice(0, 4) ?? null
  const regions = new Map(record.regions.map(region => [region.id, regionKeys(region, record)]))
  const codeOf = (localId: string | null) => (localId ? (record.regions.find(({ id }) => id === localId)?.adcode ?? null) : null)
  const page = record.organizations.find(
    ({ aliases, name }) => record.outlet && (name === record.outlet || aliases.includes(record.outlet)),
  )
  const pageCode = codeOf(page?.region ?? null)
  const organizations = new Map(
    record.organizations.map(body => [body.id, organizationKeys(body, codeOf(body.region) ?? pageCode, record)]),
  )
  const keysOf = (localId: string) => organizations.get(localId)?.map(({ key }) => key) ?? []
  const firstRegionKey = (localId: string) => regions.get(localId)?.[0]?.key ?? null

  const people = new Map(
    record.people.map(person => {
      const keys = personKeys(person, {
        positions: record.positions.filter(position => position.person === person.id),
        organizationKeys: localId => keysOf(localId).filter(key => !key.startsWith('organization|document|')),
        regionKey: firstRegionKey,
        outletKeys: record.articles
          .filter(({ byline }) => byline.includes(person.name))
          .flatMap(article => outletKeys(article, record, keysOf)),
      })
      return [person.id, keys.length > 0 ? keys : [local('person', normaliseName(person.name), record)]] as const
    }),
  )
  const policies = new Map(
    record.policies.map(policy => [policy.id, policyKeys(policy, year, issuerKey(policy, keysOf, firstRegionKey), record)]),
  )

  const entities: ResolvedEntity[] = [
    ...record.people.map(({ id, name }) => entity('person', id, people.get(id) ?? [], name)),
    ...record.organizations.map(body =>
      entity('organization', body.id, organizations.get(body.id) ?? [], organizationDisplayName(body, codeOf(body.region))),
    ),
    ...record.regions.map(region =>
      entity(
        'region',
        region.id,
        regions.get(region.id) ?? [],
        region.adcode ? (divisionOf(region.adcode)?.name ?? region.name) : region.name,
      ),
    ),
    ...record.policies.map(({ id, name }) => entity('policy', id, policies.get(id) ?? [], name)),
  ]
  return {
    record,
    entities,
    regions: referenceRegions(record, organizations),
    figures: record.figures.map((figure, index) => resolveFigure(figure, index, record)),
    articles: record.articles.map(resolveArticle),
    seats: record.organizations.flatMap(body => seat(body, organizations.get(body.id) ?? [])),
  }
}

function entity(type: ResolvedEntity['type'], localId: string, keys: readonly ReasonedKey[], name: string): ResolvedEntity {
  const unique = [...new Map(keys.map(key => [key.key, key])).values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  const nameRank = unique.every(({ key }) => key.split('|')[1] === 'document') ? LOCAL_NAME : 0
  return { localId, type, keys: unique.map(({ key }) => key), reasons: unique.map(({ reason }) => reason), name, nameRank }
}

function local(type: string, name: string, record: ExtractionRecord): ReasonedKey {
  return { key: [type, 'document', record.document, name].join('|'), reason: 'nothing but the name is known' }
}

function regionKeys(region: RecordRegion, record: ExtractionRecord): readonly ReasonedKey[] {
  if (region.adcode) return [{ key: divisionKey(region.adcode), reason: `GB/T 2260 ${region.adcode}` }]
  const read = readRegionName(region.name)
  if (read.key === COUNTRY_KEY || read.key.startsWith('region|macro|'))
    return [{ key: read.key, reason: 'a region of the reference' }]
  const forms = [region.name, ...region.aliases].map(normaliseName)
  const keys = forms.flatMap(form => {
    const { code, rest } = readRegionPrefix(form)
    const bare = BARE_ZONE.test(rest)
    const place = code ?? region.within
    if (bare && !place) return []
    // The division in which a zone lies tells bare names apart; 两江新区 needs none.
    return [{ key: `region|zone|${bare ? place : ''}|${rest}`, reason: bare ? `${rest} of ${place}` : `the name ${rest}` }]
  })
  return keys.length > 0 ? keys : [local('region', normaliseName(region.name), record)]
}

function organizationKeys(body: RecordOrganization, context: string | null, record: ExtractionRecord): readonly ReasonedKey[] {
  const forms = [...new Set([body.name, ...body.aliases])].filter(form => !ANAPHOR.test(normaliseName(form)))
  const keys = forms.flatMap(form => {
    const read = readOrganizationName(form, context, body.kind)
    if (!read.distinctive || (read.core.length < 2 && read.class !== 'organ')) return []
    return [
      {
        key: read.key,
        reason:
          read.class === 'reference'
            ? `known as ${read.core}`
            : `${form} reads as ${read.core}${read.region ? ` of ${read.region}` : ''}`,
      },
    ]
  })
  return keys.length > 0 ? keys : [local('organization', normaliseName(body.name), record)]
}

/** 省科技厅 is shown with its province; everything else as printed. */
function organizationDisplayName(body: RecordOrganization, code: string | null): string {
  const level = /^[省市区县州](?=[^政])/u.exec(normaliseName(body.name))
  const above = code && level ? chainOf(code).find(at => divisionOf(at)?.name.endsWith(level[0] as string)) : null
  const division = above ? divisionOf(above) : null
  return division ? division.name + normaliseName(body.name).slice(1) : body.name
}

function policyKeys(
  policy: RecordPolicy,
  year: string | null,
  issuer: string | null,
  record: ExtractionRecord,
): readonly ReasonedKey[] {
  const main = readPolicyTitle(policy.name, year, issuer)
  const start = main.title.slice(0, 2)
  const keys: ReasonedKey[] = []
  for (const form of new Set([policy.name, ...policy.aliases])) {
    const read = readPolicyTitle(form, year, issuer)
    const vague =
      read.title.length < 3 ||
      (read.title.length <= 4 && /^(?:规划|方案|意见|决定|办法|条例|通知|行动|计划|纲要|措施|报告)/u.test(read.title))
    const opposed = read.terms !== main.terms && read.terms !== '' && main.terms !== ''
    // 全面振兴 inside 东北全面振兴 would join the revitalisation of every region.
    const related =
      form === policy.name || (read.title.startsWith(start) && !main.title.startsWith(read.title)) || read.key === main.key
    if (related && !opposed && (!vague || read.region)) keys.push({ key: read.key, reason: `the title ${read.title}` })
  }
  return keys.length > 0 ? keys : [local('policy', normaliseName(policy.name), record)]
}

function issuerKey(
  policy: RecordPolicy,
  organization: (id: string) => readonly string[],
  region: (id: string) => string | null,
): string | null {
  if (!policy.issuer) return null
  return region(policy.issuer) ?? organization(policy.issuer)[0] ?? null
}

function outletKeys(
  article: RecordArticle,
  record: ExtractionRecord,
  keysOf: (id: string) => readonly string[],
): readonly string[] {
  const outlet = article.outlet ?? record.outlet
  const body = record.organizations.find(({ name, aliases }) => outlet !== null && (name === outlet || aliases.includes(outlet)))
  return body ? keysOf(body.id).filter(key => !key.startsWith('organization|document|')) : []
}

function resolveArticle(article: RecordArticle): ResolvedArticle {
  const print = fingerprint(article.text)
  return {
    localId: article.id,
    signature: print?.signature ?? null,
    bands: print?.bands ?? null,
    publishedOn: article.publishedOn,
    publishedFrom: article.publishedBetween?.[0] ?? null,
    publishedTo: article.publishedBetween?.[1] ?? null,
  }
}

function resolveFigure(figure: ExtractionRecord['figures'][number], index: number, record: ExtractionRecord): ResolvedFigure {
  const article = record.articles.find(({ id }) => id === figure.article)
  const subject = [...record.regions, ...record.organizations].find(({ id }) => id === figure.subject)
  const period = readPeriod(figure.period, {
    on: article?.publishedOn ?? record.publishedOn,
    from: article?.publishedBetween?.[0] ?? null,
    to: article?.publishedBetween?.[1] ?? null,
  })
  return {
    index,
    metricKey: metricKey(figure.metric, subject ? [subject.name, ...subject.aliases] : []),
    unitKey: unitKey(figure.unit),
    periodFrom: period.from,
    periodTo: period.to,
  }
}

/** Where reference data or the regular name puts a body for which the text says no place. */
function seat(body: RecordOrganization, keys: readonly ReasonedKey[]): ResolvedDocument['seats'] {
  if (body.region) return [{ organization: body.id, region: body.region, source: 'TEXT' }]
  const code = keys.map(({ key }) => key.split('|')).find(([, kind, region]) => kind === 'organ' && region)?.[2]
  return code ? [{ organization: body.id, region: divisionKey(code), source: 'REFERENCE' }] : []
}

/** The divisions of the record with all that lie above them, the macro-regions that hold those, and the country. */
function referenceRegions(
  record: ExtractionRecord,
  organizations: ReadonlyMap<string, readonly ReasonedKey[]>,
): readonly ReferenceRegion[] {
  const codes = new Set<string>()
  const macros = new Set<string>()
  const take = (code: string | null) => {
    for (const at of code ? chainOf(code) : []) codes.add(at)
  }
  for (const region of record.regions) {
    take(region.adcode)
    take(region.within)
    const read = readRegionName(region.name)
    if (read.key.startsWith('region|macro|')) macros.add(read.name)
  }
  for (const keys of organizations.values())
    for (const { key } of keys) if (key.startsWith('organization|organ|')) take(key.split('|')[2] || null)
  for (const macro of MACRO_REGIONS) if (macros.has(macro.name)) for (const code of macro.members) take(code)
  const regions: ReferenceRegion[] = []
  for (const code of [...codes].sort()) {
    const division = divisionOf(code)
    if (!division) continue
    const memberOf = MACRO_REGIONS.filter(({ name, members }) => macros.has(name) && members.includes(code)).map(({ name }) =>
      macroRegionKey(name),
    )
    const aliases = [...new Set([division.name, division.short])]
    regions.push({
      key: divisionKey(code),
      name: division.name,
      aliases,
      level: division.level,
      adcode: code,
      parent: division.parent ? divisionKey(division.parent) : COUNTRY_KEY,
      memberOf,
    })
  }
  for (const macro of MACRO_REGIONS)
    if (macros.has(macro.name))
      regions.push({
        key: macroRegionKey(macro.name),
        name: macro.name,
        aliases: [macro.name, ...macro.aliases],
        level: 'macro_region',
        adcode: null,
        parent: COUNTRY_KEY,
        memberOf: [],
      })
  if (regions.length > 0)
    regions.push({
      key: COUNTRY_KEY,
      name: '中国',
      aliases: ['中国', '中华人民共和国'],
      level: 'country',
      adcode: null,
      parent: null,
      memberOf: [],
    })
  return regions
}
