#!/usr/bin/env node
// Trains the weights of import/annotate/policies/weighed-names on the annotated pages that are not set aside:
//   node scripts/train-policy-names.mjs [--without FILE] [--out FILE]
// --without names a file with the names of pages not to train on (one a line), to measure on them. The same pages always give the same weights.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const require = createRequire(import.meta.url)
require('./register-ts.cjs')
const { cleanPage } = require('../import/clean/clean-page.ts')
const { segmentPage } = require('../import/segment/segment-page.ts')
const { findOrganizations } = require('../import/annotate/organizations/find-organizations.ts')
const { findRegions } = require('../import/annotate/regions/find-regions.ts')
const { ownRegions } = require('../import/annotate/regions/own-region.ts')
const { fold } = require('../import/annotate/text/fold.ts')
const { zonesOf } = require('../import/annotate/text/zone.ts')
const { candidatesIn, isRead, signsOf, timesIn } = require('../import/annotate/policies/name-candidates.ts')
const { SCALE } = require('../import/annotate/policies/weighed-names.ts')

const { values: options } = parseArgs({ options: { out: { type: 'string' }, without: { type: 'string' } } })
const root = join(import.meta.dirname, '..')
const folder = join(root, 'tests/pages')
const out = options.out ?? join(root, 'import/annotate/policies/name-weights.json')

/** Strength of the pull towards zero, step, rounds and how many of the last are averaged; a sign that fewer places have is left out. */
const L2 = 0.02
const STEP = 0.1
const ROUNDS = 30
const AVERAGED = 5
const LEAST = 2
/** What a name counts that the annotation calls optional. */
const OPTIONAL = 0.25
/** Weights that are all smaller than this, times the scale, are left out. */
const SMALL = 3

const LEFT_OUT = /[\s“”‘’"'「」『』《》〈〉·•]/gu
const bare = name => fold(name.normalize('NFKC')).replace(LEFT_OUT, '')
const namesIn = file => new Set(file && existsSync(file) ? readFileSync(file, 'utf8').split(/\s+/u) : [])

/** The places of a page where a name may end: the signs of each place where it may begin, and which of these the annotation has. */
function examplesOf(name) {
  const { policies } = JSON.parse(readFileSync(join(folder, 'gold', `${name}.json`), 'utf8'))
  const required = new Map()
  for (const { name, aliases, optional } of policies ?? [])
    for (const form of [name, ...aliases]) required.set(bare(form), required.get(bare(form)) || !optional)
  const page = segmentPage(cleanPage({ name, text: readFileSync(join(folder, `${name}.txt`), 'utf8'), meta: {} }))
  const zones = zonesOf(page)
  const regions = findRegions(zones)
  const bodies = findOrganizations(page, zones, regions, ownRegions(page, zones, regions))
  const candidates = zones.flatMap((zone, i) => {
    if (!isRead(zone)) return []
    const inBody = new Uint8Array(zone.text.length)
    for (const { start, end } of bodies[i]) inBody.fill(1, start, end)
    return candidatesIn(zone, inBody)
  })
  const timesOf = timesIn(candidates)
  return candidates.map(candidate => {
    const { zone, end, starts } = candidate
    const printed = starts.map(start => zone.folded.slice(start, end))
    const label = printed.findLastIndex(form => required.has(bare(form)))
    const signs = starts.map((start, i) => {
      const found = []
      signsOf(candidate, start, timesOf(printed[i]), (group, sign) => found.push(`${group}\t${sign}`))
      return found
    })
    return { label, signs, weight: label < 0 || required.get(bare(printed[label])) ? 1 : OPTIONAL }
  })
}

/** Stochastic gradients with a step of its own for each weight (AdaGrad); the weights of the last rounds are averaged. */
function train(examples) {
  const places = new Map()
  for (const { signs } of examples) for (const sign of new Set(signs.flat())) places.set(sign, (places.get(sign) ?? 0) + 1)
  const known = [...places.keys()].filter(sign => places.get(sign) >= LEAST)
  const idOf = new Map(known.map((sign, id) => [sign, id]))
  const weights = new Float64Array(known.length)
  const squares = new Float64Array(known.length).fill(1e-6)
  const averages = new Float64Array(known.length)
  const rows = examples.map(({ signs, label, weight }) => ({
    starts: signs.map(list => list.map(sign => idOf.get(sign)).filter(id => id !== undefined)),
    label,
    weight,
  }))
  let state = 7
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1))
      ;[rows[i], rows[j]] = [rows[j], rows[i]]
    }
    for (const { starts, label, weight } of rows) {
      const odds = starts.map(ids => Math.exp(ids.reduce((sum, id) => sum + weights[id], 0)))
      const all = 1 + odds.reduce((sum, each) => sum + each, 0)
      for (const [i, ids] of starts.entries()) {
        const pull = ((i === label ? 1 : 0) - odds[i] / all) * weight
        for (const id of ids) {
          const gradient = pull - L2 * weights[id]
          squares[id] += gradient * gradient
          weights[id] += (STEP * gradient) / Math.sqrt(squares[id])
        }
      }
    }
    if (round >= ROUNDS - AVERAGED) for (let id = 0; id < weights.length; id++) averages[id] += weights[id] / AVERAGED
  }
  return new Map(known.map((sign, id) => [sign, averages[id]]))
}

const aside = new Set([...namesIn(join(folder, 'held-out.txt')), ...namesIn(options.without)])
const pages = readdirSync(join(folder, 'gold'))
  .map(file => file.replace(/\.json$/u, ''))
  .filter(name => !aside.has(name) && existsSync(join(folder, `${name}.txt`)))
  .sort()
const examples = pages.flatMap(examplesOf)
const groups = {}
for (const [key, weight] of [...train(examples)].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const [group, sign] = key.split('\t')
  const rounded = Math.round(weight * SCALE)
  if (Math.abs(rounded) < SMALL) continue
  groups[group] ??= {}
  groups[group][sign] = rounded
}
writeFileSync(out, `${JSON.stringify(groups)}\n`)
console.log(
  `${pages.length} pages, ${examples.length} places, ${Object.values(groups).reduce((sum, group) => sum + Object.keys(group).length, 0)} weights`,
)
