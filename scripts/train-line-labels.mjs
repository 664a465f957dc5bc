#!/usr/bin/env node
// Trains the weights of import/segment/line-labels on the annotated pages that are not set aside, on scans of them and on the same pages broken and spaced otherwise:
//   node scripts/train-line-labels.mjs [--folds N] [--out FILE] [--pages FILE]
// With --folds nothing is written: each fold is labelled by a model of the others, and the share of articles printed whose headline and body are right.
// --pages names a file with the names of pages to train on (one a line) instead of all. The same pages always give the same weights.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const require = createRequire(import.meta.url)
require('./register-ts.cjs')
const { cleanPage } = require('../import/clean/clean-page.ts')
const features = require('../import/segment/line-features.ts')
const { LINE_LABELS, mayFollow } = require('../import/segment/line-labels.ts')
const { articlesOf, labelsOf } = require('../import/segment/outline.ts')
const { scanPage } = require('../tests/support/scan-page.ts')

const { values: options } = parseArgs({
  options: { folds: { type: 'string' }, out: { type: 'string' }, pages: { type: 'string' } },
})
const root = join(import.meta.dirname, '..')
const out = options.out ?? join(root, 'import/segment/line-weights.json')

/** Strength of the pull towards zero, step, rounds; a feature that fewer lines have is left out. */
const L2 = 0.02
const STEP = 0.15
const ROUNDS = 10
const LEAST = 5
/** What a variant of a page counts, and how often the kind of a line is withheld, so that the model learns to do without. */
const VARIANT = 0.5
const WITHHELD = 0.3
const SCALE = 100

const COUNT = LINE_LABELS.length
const { FEATURE_COUNT, FEATURE_GROUPS, TRANSITION_FEATURES, featuresOf } = features

/** A generator of numbers between 0 and 1 that always gives the same ones. */
function random(seed) {
  let state = seed >>> 0 || 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

// ---- pages ----

/** The annotated pages of a folder that its held-out.txt does not name; none where it is absent. */
function annotated(folder, gold = join(folder, 'gold')) {
  if (!existsSync(gold)) {
    console.warn(`${folder} has no annotated pages`)
    return []
  }
  const file = join(folder, 'held-out.txt')
  const aside = new Set(existsSync(file) ? readFileSync(file, 'utf8').split(/\s+/u) : [])
  const only = options.pages ? new Set(readFileSync(options.pages, 'utf8').split(/\s+/u)) : null
  return readdirSync(folder)
    .filter(name => name.endsWith('.txt') && name !== 'held-out.txt')
    .map(name => name.slice(0, -4))
    .filter(name => !aside.has(name) && (!only || only.has(name)))
    .sort()
    .filter(name => existsSync(join(gold, `${name}.json`)))
    .map(name => ({
      name,
      text: readFileSync(join(folder, `${name}.txt`), 'utf8'),
      articles: JSON.parse(readFileSync(join(gold, `${name}.json`), 'utf8')).articles,
    }))
}

const width = text => [...text.trim()].reduce((cells, char) => cells + (char.codePointAt(0) < 0x300 ? 1 : 2), 0)

/** The page with long lines broken at another width, with or without indents and empty lines; null where it is broken already. */
function rewrapped(text, chance) {
  const column = 2 * (12 + Math.floor(chance() * 24))
  const indent = ['', '  ', '\u3000\u3000'][Math.floor(chance() * 3)]
  const gaps = [0, 0.3, 1][Math.floor(chance() * 3)]
  const lines = text.replace(/\r/gu, '').split('\n')
  if (!isWhole(lines)) return null
  return lines
    .flatMap(line => (width(line) > column + 4 ? broken(line.trim(), /[。，]/u.test(line) ? indent : '', column) : [line]))
    .filter(line => line.trim() !== '' || chance() < gaps)
    .join('\n')
}

function broken(line, indent, column) {
  const found = []
  let current = indent
  for (const char of line) {
    if (width(current) + width(char) > column && !/[，。、；：”）,.;:)]/u.test(char)) {
      found.push(current)
      current = ''
    }
    current += char
  }
  return [...found, current]
}

const isWhole = lines => lines.filter(line => width(line) > 150).length >= 3

function variantsOf(text, chance) {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const whole = isWhole(lines)
  const spaced = whole ? lines.join('\n\n') : null
  const indented = whole ? lines.map(line => (width(line) > 60 ? `\u3000\u3000${line.trim()}` : line.trim())).join('\n') : null
  const others = [scanPage(text), rewrapped(text, chance), rewrapped(text, chance), lines.join('\n'), spaced, indented]
  return [{ text, weight: 1 }, ...others.flatMap(other => (other ? [{ text: other, weight: VARIANT }] : []))]
}

// ---- where the annotated articles stand ----

const LEFT_OUT = /[\s“”‘’"'「」『』《》〈〉＂＇·•]/u
const bare = text => [...(text ?? '').normalize('NFKC')].filter(char => !LEFT_OUT.test(char)).join('')

/** The lines of the articles: of headline and body; what is optional comes last and only where it stands in nobody's way. */
function outlined(lines, articles) {
  let all = ''
  const at = []
  for (const [i, { text }] of lines.entries())
    for (const char of bare(text)) {
      all += char
      for (let k = 0; k < char.length; k++) at.push(i)
    }
  const places = text => {
    const found = []
    const wanted = bare(text)
    if (wanted !== '')
      for (let i = all.indexOf(wanted); i >= 0; i = all.indexOf(wanted, i + 1)) found.push([i, i + wanted.length - 1])
    return found
  }
  const found = []
  for (const { title, first, last, optional, kind } of articles) {
    let body = null
    for (const [from] of places(first))
      for (const [, to] of places(last)) if (to > from && (!body || to - from < body[1] - body[0])) body = [from, to]
    if (!body) continue
    const heads = places(title)
    const head = heads.filter(([from]) => from <= body[0]).at(-1) ?? heads[0]
    const span = ([from, to]) => [at[from], at[to]]
    const own = span(body)
    const above = head ? span(head) : null
    const inline = above !== null && above[1] >= own[0]
    found.push({ title: inline ? null : above, body: own, inline, optional: optional === true, caption: kind === 'caption' })
  }
  return found.sort((a, b) => a.body[0] - b.body[0])
}

/** What each line is, by the annotation. */
function goldLabels(lines, articles) {
  const found = outlined(lines, articles)
  const required = found.filter(({ optional }) => !optional)
  const taken = new Set(required.flatMap(({ title, body }) => [...span(title), ...span(body)]))
  const more = found.filter(
    ({ optional, inline, caption, title, body }) =>
      optional && !inline && !caption && [...span(title), ...span(body)].every(i => !taken.has(i)),
  )
  const labels = labelsOf(lines, [...required, ...more])
  for (const { optional, inline, caption, title, body } of found) {
    if (!optional || !(inline || caption)) continue
    const own = [...span(title), ...span(body)]
    if (own.every(i => !['title', 'title-more', 'first'].includes(labels[i]))) for (const i of own) labels[i] = 'caption'
  }
  return labels
}

const span = lines => (lines ? Array.from({ length: lines[1] - lines[0] + 1 }, (_, i) => lines[0] + i) : [])

/** The pages with all their variants as features and labels. */
function examplesOf(pages) {
  const examples = []
  let seed = 7
  const withheld = random(99)
  for (const page of pages) {
    seed += 13
    for (const { text, weight } of variantsOf(page.text, random(seed))) {
      const { lines } = cleanPage({ name: page.name, text, meta: {} })
      if (lines.length === 0) continue
      // no line is a byline by itself: the kind that says nothing
      const seen = lines.map(line => (withheld() < WITHHELD ? { ...line, kind: 'byline' } : line))
      const labels = goldLabels(lines, page.articles).map(label => LINE_LABELS.indexOf(label))
      examples.push({ name: page.name, features: featuresOf(seen), labels, weight, lines })
    }
  }
  return examples
}

// ---- the model ----

const ALLOWED = LINE_LABELS.flatMap(before => LINE_LABELS.map(label => mayFollow(before, label)))
const TRANSITIONS = FEATURE_COUNT * COUNT
const MORE = LINE_LABELS.indexOf('title-more')

const transitionsOf = own => [0, ...TRANSITION_FEATURES.flatMap((feature, k) => (own.includes(feature) ? [k + 1] : []))]

function logSum(values, from, size) {
  let most = -Infinity
  for (let i = from; i < from + size; i++) if (values[i] > most) most = values[i]
  let sum = 0
  for (let i = from; i < from + size; i++) sum += Math.exp(values[i] - most)
  return most + Math.log(sum)
}

/** The scores of labels and of changes between them. */
function scoresOf(own, weights) {
  const size = own.length
  const labels = new Float64Array(size * COUNT)
  const changes = new Float64Array(size * COUNT * COUNT)
  for (let i = 0; i < size; i++) {
    for (const feature of own[i]) for (let b = 0; b < COUNT; b++) labels[i * COUNT + b] += weights[feature * COUNT + b]
    if (i === 0) continue
    for (let at = 0; at < COUNT * COUNT; at++) {
      let score = ALLOWED[at] ? 0 : -1e4
      for (const k of transitionsOf(own[i])) score += weights[TRANSITIONS + k * COUNT * COUNT + at]
      changes[i * COUNT * COUNT + at] = score
    }
  }
  labels[MORE] -= 1e4
  return { labels, changes }
}

/** Trains by stochastic gradients with a step of its own for each weight (AdaGrad); the weights of the last rounds are averaged. */
function train(examples) {
  const seen = new Int32Array(FEATURE_COUNT)
  for (const { features: own } of examples) for (const line of own) for (const feature of line) seen[feature]++
  const data = examples.map(example => ({
    ...example,
    features: example.features.map(line => line.filter(feature => seen[feature] >= LEAST)),
  }))
  const weights = new Float64Array(TRANSITIONS + (1 + TRANSITION_FEATURES.length) * COUNT * COUNT)
  const squares = new Float64Array(weights.length).fill(0.01)
  const sum = new Float64Array(weights.length)
  const update = (at, slope) => {
    const whole = slope + (L2 * weights[at]) / 50
    squares[at] += whole * whole
    weights[at] -= (STEP * whole) / Math.sqrt(squares[at])
  }
  const chance = random(1)
  const order = data.map((_, i) => i)
  const averaged = 4
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1))
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    for (const at of order) learn(data[at], weights, update)
    if (round >= ROUNDS - averaged) for (let k = 0; k < weights.length; k++) sum[k] += weights[k] / averaged
  }
  return sum
}

function learn({ features: own, labels: gold, weight }, weights, update) {
  const size = own.length
  const { labels, changes } = scoresOf(own, weights)
  const forward = new Float64Array(size * COUNT)
  const backward = new Float64Array(size * COUNT)
  const row = new Float64Array(COUNT)
  for (let b = 0; b < COUNT; b++) forward[b] = labels[b]
  for (let i = 1; i < size; i++)
    for (let b = 0; b < COUNT; b++) {
      for (let a = 0; a < COUNT; a++) row[a] = forward[(i - 1) * COUNT + a] + changes[(i * COUNT + a) * COUNT + b]
      forward[i * COUNT + b] = logSum(row, 0, COUNT) + labels[i * COUNT + b]
    }
  for (let i = size - 2; i >= 0; i--)
    for (let a = 0; a < COUNT; a++) {
      const next = i + 1
      for (let b = 0; b < COUNT; b++)
        row[b] = changes[(next * COUNT + a) * COUNT + b] + labels[next * COUNT + b] + backward[next * COUNT + b]
      backward[i * COUNT + a] = logSum(row, 0, COUNT)
    }
  const whole = logSum(forward, (size - 1) * COUNT, COUNT)
  for (let i = 0; i < size; i++) {
    for (let b = 0; b < COUNT; b++) {
      const slope = (Math.exp(forward[i * COUNT + b] + backward[i * COUNT + b] - whole) - (gold[i] === b ? 1 : 0)) * weight
      if (Math.abs(slope) > 1e-3) for (const feature of own[i]) update(feature * COUNT + b, slope)
    }
    if (i === 0) continue
    const weighing = transitionsOf(own[i])
    for (let a = 0; a < COUNT; a++)
      for (let b = 0; b < COUNT; b++) {
        if (!ALLOWED[a * COUNT + b]) continue
        const score = forward[(i - 1) * COUNT + a] + changes[(i * COUNT + a) * COUNT + b] + labels[i * COUNT + b]
        const slope = (Math.exp(score + backward[i * COUNT + b] - whole) - (gold[i - 1] === a && gold[i] === b ? 1 : 0)) * weight
        if (Math.abs(slope) > 1e-3) for (const k of weighing) update(TRANSITIONS + k * COUNT * COUNT + a * COUNT + b, slope)
      }
  }
}

/** The weights as they are written, without those that weigh nothing. */
function written(weights) {
  const rounded = (from, size) => Array.from(weights.subarray(from, from + size), weight => Math.round(weight * SCALE) || 0)
  const named = {}
  for (const { name, base, size } of FEATURE_GROUPS) {
    const rows = {}
    for (let i = 0; i < size; i++) {
      const row = rounded((base + i) * COUNT, COUNT)
      if (row.some(weight => Math.abs(weight) >= 3)) rows[i] = row
    }
    if (Object.keys(rows).length > 0) named[name] = rows
  }
  const transitions = Array.from({ length: 1 + TRANSITION_FEATURES.length }, (_, k) =>
    rounded(TRANSITIONS + k * COUNT * COUNT, COUNT * COUNT),
  )
  return { scale: SCALE, labels: LINE_LABELS, features: named, transitions }
}

// ---- folds ----

/** The likeliest labels. */
function labelled(own, weights) {
  const size = own.length
  const { labels, changes } = scoresOf(own, weights)
  const from = new Int32Array(size * COUNT)
  for (let i = 1; i < size; i++)
    for (let b = 0; b < COUNT; b++) {
      let best = -Infinity
      for (let a = 0; a < COUNT; a++) {
        const score = labels[(i - 1) * COUNT + a] + changes[(i * COUNT + a) * COUNT + b]
        if (score <= best) continue
        best = score
        from[i * COUNT + b] = a
      }
      labels[i * COUNT + b] += best
    }
  const last = labels.subarray((size - 1) * COUNT)
  let at = last.indexOf(Math.max(...last))
  const found = new Array(size)
  for (let i = size - 1; i >= 0; i--) {
    found[i] = LINE_LABELS[at]
    at = from[i * COUNT + at]
  }
  return found
}

function share(a, b) {
  const common = Math.min(a[1], b[1]) - Math.max(a[0], b[0]) + 1
  return common / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]) + 1)
}

/** How many articles of the labels are right, wrong and missing: the lines of the headline are the same, and 0.8 of those of the body. */
function compared(gold, found) {
  const wanted = articlesOf(gold)
  const right = articlesOf(found).filter(one =>
    wanted.some(({ title, body }) => String(title) === String(one.title) && share(body, one.body) >= 0.8),
  ).length
  return { right, wrong: articlesOf(found).length - right, missing: wanted.length - right }
}

const pages = [
  ...annotated(join(root, 'tests/pages')),
  ...annotated(join(root, 'tests/layouts')),
  ...annotated(join(root, '../shared/articles'), join(root, '../shared/eval/gold')),
]
const folds = Number(options.folds ?? 0)
if (folds > 0) {
  const examples = examplesOf(pages)
  const foldOf = new Map(pages.map(({ name }, i) => [name, i % folds]))
  const sum = { right: 0, wrong: 0, missing: 0 }
  for (let fold = 0; fold < folds; fold++) {
    const weights = train(examples.filter(({ name }) => foldOf.get(name) !== fold))
    for (const { name, features: own, labels, weight } of examples) {
      if (foldOf.get(name) !== fold || weight < 1) continue
      const { right, wrong, missing } = compared(
        labels.map(label => LINE_LABELS[label]),
        labelled(own, weights),
      )
      sum.right += right
      sum.wrong += wrong
      sum.missing += missing
    }
  }
  const f1 = (2 * sum.right) / (2 * sum.right + sum.wrong + sum.missing)
  console.log(`${pages.length} pages in ${folds} folds: F1 ${f1.toFixed(3)} of articles (${JSON.stringify(sum)})`)
} else {
  const model = written(train(examplesOf(pages)))
  const count = Object.values(model.features).reduce((all, rows) => all + Object.keys(rows).length, 0)
  writeFileSync(out, `${JSON.stringify(model)}\n`)
  console.log(`${pages.length} pages, ${count} features of ${COUNT} labels: ${out}`)
}
