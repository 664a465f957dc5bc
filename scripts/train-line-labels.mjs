#!/usr/bin/env node
// Trains the weights of import/segment/line-labels on the annotated pages that are not set aside, on scans of them and on the same pages broken and spaced otherwise. The layouts, of which only the
// articles are annotated and which are denser in oddities, count half:
//   node scripts/train-line-labels.mjs [--without FILE] [--out FILE]
// The model learns how far the rules are to be trusted on pages that they do not know. Each page is therefore cut by the rules of a commit that had not seen it, which are taken from the history:
// first-sight.json beside this script names the pages of each such commit; for pages that it does not name the last commit that it names serves. --without names a file with the names of pages not
// to train on (one a line), to measure on them. The same pages always give the same weights.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const require = createRequire(import.meta.url)
require('./register-ts.cjs')
const { cleanPage } = require('../import/clean/clean-page.ts')
const { readByline } = require('../import/segment/byline.ts')
const { readDateline } = require('../import/segment/dateline.ts')
const { FEATURE_COUNT, FEATURE_GROUPS, featuresOf } = require('../import/segment/line-features.ts')
const { LINE_LABELS, mayFollow } = require('../import/segment/line-labels.ts')
const { ruledLabels } = require('../import/segment/outline.ts')
const { simplified } = require('../model/simplified.ts')
const { scanPage } = require('../tests/support/scan-page.ts')

const { values: options } = parseArgs({ options: { out: { type: 'string' }, without: { type: 'string' } } })
const root = join(import.meta.dirname, '..')
const out = options.out ?? join(root, 'import/segment/line-weights.json')
const firstSight = JSON.parse(readFileSync(join(import.meta.dirname, 'first-sight.json'), 'utf8'))

/** Strength of the pull towards zero, step, rounds and how many of the last are averaged; a feature that fewer lines have is left out. */
const L2 = 0.02
const STEP = 0.15
const ROUNDS = 5
const AVERAGED = 2
const LEAST = 5
/** So many trainings are averaged. */
const TRAININGS = 8
/** What a variant of a page counts, and how often the kind of a line is withheld, so that the model learns to do without. */
const VARIANT = 0.5
/** What a page of the layouts counts. */
const LAYOUT = 0.5
const WITHHELD = 0.3
/** What a weight of 1 is written as; weights that are all smaller than this are left out. */
const SCALE = 100
const SMALL = 3

const COUNT = LINE_LABELS.length

/** A generator of numbers between 0 and 1 that always gives the same ones. */
function random(seed) {
  let state = seed >>> 0 || 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

// ---- pages ----

/** The annotated pages of a folder that its held-out.txt does not name, and what they count; none where it is absent. */
function annotated(folder, { gold = join(folder, 'gold'), weight = 1 } = {}) {
  if (!existsSync(gold)) {
    console.warn(`${folder} has no annotated pages`)
    return []
  }
  const namesIn = file => new Set(file && existsSync(file) ? readFileSync(file, 'utf8').split(/\s+/u) : [])
  const aside = namesIn(join(folder, 'held-out.txt'))
  const without = namesIn(options.without)
  return readdirSync(folder)
    .filter(name => name.endsWith('.txt') && name !== 'held-out.txt')
    .map(name => name.slice(0, -4))
    .filter(name => !aside.has(name) && !without.has(name))
    .sort()
    .filter(name => existsSync(join(gold, `${name}.json`)))
    .map(name => ({
      name,
      weight,
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

/** The page, and what else it might look like. */
function variantsOf(text, chance) {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const whole = isWhole(lines)
  const spaced = whole ? lines.join('\n\n') : null
  const indented = whole ? lines.map(line => (width(line) > 60 ? `\u3000\u3000${line.trim()}` : line.trim())).join('\n') : null
  const others = [scanPage(text), rewrapped(text, chance), rewrapped(text, chance), lines.join('\n'), spaced, indented]
  return [...new Set([text, ...others.filter(other => other !== null)])]
}

// ---- the rules at first sight ----

/** Cuts texts by the code of a folder: of each article the places of body, headline and what stands around. */
const CUT = `
const { readFileSync } = require('node:fs')
require('./scripts/register-ts.cjs')
const { cleanPage } = require('./import/clean/clean-page.ts')
const { segmentPage } = require('./import/segment/segment-page.ts')
const place = runs => (runs && runs.length > 0 ? [runs[0][1], runs.at(-1)[1] + runs.at(-1)[2]] : null)
const cut = text => {
  const page = segmentPage(cleanPage({ name: 'page.txt', text, meta: {} }))
  return page.articles.map(({ runs, title, surroundings }) => ({
    body: place(runs),
    isTitled: title !== '',
    around: surroundings.flatMap(({ kind, runs }) => (place(runs) ? [{ kind, at: place(runs) }] : [])),
  }))
}
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(cut)))
`

/** Where a commit has the model itself, and what leaves it out. */
const MODEL = 'import/segment/second-opinion.ts'
const RULES_ALONE = 'export const withSecondOpinion = (_page: unknown, cut: unknown) => cut\n'

/** What the rules of a commit make of the texts. */
function cutBy(commit, texts) {
  const folder = mkdtempSync(join(tmpdir(), 'first-sight-'))
  try {
    const files = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1e9 })
    execFileSync('tar', ['-x', '-C', folder], { input: files })
    if (existsSync(join(folder, MODEL))) writeFileSync(join(folder, MODEL), RULES_ALONE)
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    return JSON.parse(execFileSync(process.execPath, ['-e', CUT], { cwd: folder, input: JSON.stringify(texts), maxBuffer: 1e9 }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What the rules that had not seen it take each line for. */
function ruledBy(lines, cut) {
  const lineAt = source => {
    let at = 0
    while (at + 1 < lines.length && lines[at + 1].source.start <= source) at++
    return at
  }
  const linesOf = ([from, to]) => [lineAt(from), lineAt(to - 1)]
  const articles = cut.flatMap(({ body, isTitled, around }) => {
    if (!body) return []
    const own = linesOf(body)
    const heading = around.find(({ kind }) => kind === 'title')
    const title = heading ? linesOf(heading.at) : null
    const isWithin = title === null || (title[1] >= own[0] && title[0] <= own[1])
    const of = kind => around.filter(one => one.kind === kind).map(({ at }) => at)
    const whole = ([from, to]) => {
      const [first, last] = linesOf([from, to])
      return last > first || to - from >= 0.8 * lines[first].text.length ? [[first, last]] : []
    }
    return [
      {
        body: own,
        title: title && title[1] < own[0] ? title : null,
        isItem: isTitled && isWithin,
        headings: of('subtitle').map(linesOf),
        bylines: of('byline').flatMap(whole),
        captions: of('caption').flatMap(whole),
      },
    ]
  })
  articles.sort((a, b) => a.body[0] - b.body[0])
  return ruledLabels(lines, articles).features
}

// ---- what the annotation says of each line ----

const LEFT_OUT = /[\s“”‘’"'「」『』《》〈〉＂＇·•]/u
const bare = text => [...(text ?? '').normalize('NFKC')].filter(char => !LEFT_OUT.test(char)).join('')

/** The lines of the articles: of headline and body. */
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
    const linesAt = ([from, to]) => [at[from], at[to]]
    const own = linesAt(body)
    const above = head ? linesAt(head) : null
    const inline = above !== null && above[1] >= own[0]
    found.push({ title: inline ? null : above, body: own, inline, optional: optional === true, caption: kind === 'caption' })
  }
  return found.sort((a, b) => a.body[0] - b.body[0])
}

const span = lines => (lines ? Array.from({ length: lines[1] - lines[0] + 1 }, (_, i) => lines[0] + i) : [])

/** What each line is, by the annotation; what is optional only where it stands in nobody's way. */
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

/** A heading within a body is no longer than this; as many headings above a headline belong to it. */
const SECTION = 30
const ABOVE = 4

/** What each line is on a page of these articles. What belongs to none of them is told by its own look. */
function labelsOf(lines, articles) {
  const labels = lines.map(() => 'apart')
  for (const { title, body } of articles) {
    const [from, to] = body
    labels[from] = 'first'
    for (let i = from + 1; i <= to; i++) labels[i] = within(lines, i, to)
    for (const i of span(title)) labels[i] = i === title[0] ? 'title' : 'title-more'
  }
  for (const [i, line] of lines.entries()) {
    if (labels[i] !== 'apart') continue
    if (line.kind === 'caption') labels[i] = 'caption'
    else if (isByline(line)) labels[i] = 'byline'
  }
  const isHeading = i => labels[i] === 'apart' && lines[i]?.kind === 'headline'
  for (const { title, body } of articles) {
    if (!title) continue
    for (let i = title[1] + 1; i < body[0]; i++) if (isHeading(i)) labels[i] = 'heading'
    for (let i = title[0] - 1; i >= title[0] - ABOVE && isHeading(i); i--) {
      labels[i] = 'kicker'
      if (lines[i].gap) break
    }
  }
  return labels
}

function within(lines, i, to) {
  const { text, kind } = lines[i]
  if (kind === 'caption') return 'caption'
  const next = lines[i + 1]
  if (kind !== 'headline' || i === to || !next) return 'body'
  const isShort = text.length <= SECTION && !/[。，；]|[！？”]$/u.test(text)
  const isAfterEnd = /[。！？”：）)]$/u.test(lines[i - 1].text)
  return isShort && isAfterEnd && (next.indent >= 2 || next.text.length > text.length * 1.2) ? 'section' : 'body'
}

function isByline({ text: line, kind }) {
  if (kind === 'furniture' || line.length > 120) return false
  const text = simplified(line)
  const mayBe =
    text.length <= 60 &&
    (/[，。]/u.test(text)
      ? /^.{0,12}(?:记者|通讯员|作者)/u.test(text)
      : /[记作通编]者|[讯论]员|编辑|文|图|摄|撰|采写/u.test(text) ||
        text.length <= 4 ||
        (text.length <= 24 && /[ 、·]/u.test(text)))
  if (mayBe && readByline(text) !== null) return true
  return /(?:[讯訊电電]|消息|[）)】])$/u.test(line) && readDateline(line)?.end === line.length
}

/** The pages with all their variants: lines, what the rules took them for and what they are. */
function examplesOf(pages) {
  const commits = Object.keys(firstSight)
  const commitOf = new Map(commits.flatMap(commit => firstSight[commit].map(name => [name, commit])))
  let seed = 7
  const texts = pages.flatMap(page => {
    seed += 13
    const commit = commitOf.get(page.name) ?? commits.at(-1)
    return variantsOf(page.text, random(seed)).map((text, k) => ({
      page,
      text,
      commit,
      weight: page.weight * (k === 0 ? 1 : VARIANT),
    }))
  })
  return commits.flatMap(commit => {
    const own = texts.filter(one => one.commit === commit)
    const cuts = cutBy(
      commit,
      own.map(({ text }) => text),
    )
    return own.flatMap(({ page, text, weight }, i) => {
      const { lines } = cleanPage({ name: page.name, text, meta: {} })
      if (lines.length === 0) return []
      const labels = goldLabels(lines, page.articles).map(label => LINE_LABELS.indexOf(label))
      return [{ lines, labels, ruled: ruledBy(lines, cuts[i]), weight }]
    })
  })
}

/** The examples as features and labels of lines, the kind of some lines withheld. */
function featured(examples, chance) {
  return examples.map(({ lines, labels, ruled, weight }) => {
    // no line is a byline by itself: the kind that says nothing
    const seen = lines.map(line => (chance() < WITHHELD ? { ...line, kind: 'byline' } : line))
    const found = featuresOf(seen, ruled)
    return { features: found.features, labels: found.lines.map(i => labels[i]), weight }
  })
}

// ---- the model ----

const ALLOWED = LINE_LABELS.flatMap(before => LINE_LABELS.map(label => mayFollow(before, label)))
const FOLLOWING = FEATURE_COUNT * COUNT
const MORE = LINE_LABELS.indexOf('title-more')

function logSum(values, from, size) {
  let most = -Infinity
  for (let i = from; i < from + size; i++) if (values[i] > most) most = values[i]
  let sum = 0
  for (let i = from; i < from + size; i++) sum += Math.exp(values[i] - most)
  return most + Math.log(sum)
}

/** Trains by stochastic gradients with a step of its own for each weight (AdaGrad); the weights of the last rounds are averaged. */
function train(examples, seed) {
  const seen = new Int32Array(FEATURE_COUNT)
  for (const { features: own } of examples) for (const line of own) for (const feature of line) seen[feature]++
  const data = examples.map(example => ({
    ...example,
    features: example.features.map(line => line.filter(feature => seen[feature] >= LEAST)),
  }))
  const weights = new Float64Array(FOLLOWING + COUNT * COUNT)
  const squares = new Float64Array(weights.length).fill(0.01)
  const sum = new Float64Array(weights.length)
  const update = (at, slope) => {
    const whole = slope + (L2 * weights[at]) / 50
    squares[at] += whole * whole
    weights[at] -= (STEP * whole) / Math.sqrt(squares[at])
  }
  const chance = random(seed)
  const order = data.map((_, i) => i)
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1))
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    for (const at of order) learn(data[at], weights, update)
    if (round >= ROUNDS - AVERAGED) for (let k = 0; k < weights.length; k++) sum[k] += weights[k] / AVERAGED
  }
  return sum
}

function learn({ features: own, labels: gold, weight }, weights, update) {
  const size = own.length
  const labels = new Float64Array(size * COUNT)
  for (let i = 0; i < size; i++)
    for (const feature of own[i]) for (let b = 0; b < COUNT; b++) labels[i * COUNT + b] += weights[feature * COUNT + b]
  labels[MORE] -= 1e4
  const changes = Float64Array.from(ALLOWED, (allowed, at) => (allowed ? weights[FOLLOWING + at] : -1e4))
  const forward = new Float64Array(size * COUNT)
  const backward = new Float64Array(size * COUNT)
  const row = new Float64Array(COUNT)
  for (let b = 0; b < COUNT; b++) forward[b] = labels[b]
  for (let i = 1; i < size; i++)
    for (let b = 0; b < COUNT; b++) {
      for (let a = 0; a < COUNT; a++) row[a] = forward[(i - 1) * COUNT + a] + changes[a * COUNT + b]
      forward[i * COUNT + b] = logSum(row, 0, COUNT) + labels[i * COUNT + b]
    }
  for (let i = size - 2; i >= 0; i--)
    for (let a = 0; a < COUNT; a++) {
      const next = (i + 1) * COUNT
      for (let b = 0; b < COUNT; b++) row[b] = changes[a * COUNT + b] + labels[next + b] + backward[next + b]
      backward[i * COUNT + a] = logSum(row, 0, COUNT)
    }
  const whole = logSum(forward, (size - 1) * COUNT, COUNT)
  const slopes = new Float64Array(COUNT * COUNT)
  for (let i = 0; i < size; i++) {
    const at = i * COUNT
    for (let b = 0; b < COUNT; b++) {
      const slope = (Math.exp(forward[at + b] + backward[at + b] - whole) - (gold[i] === b ? 1 : 0)) * weight
      if (Math.abs(slope) > 1e-3) for (const feature of own[i]) update(feature * COUNT + b, slope)
    }
    if (i === 0) continue
    for (let k = 0; k < ALLOWED.length; k++) {
      if (!ALLOWED[k]) continue
      const [a, b] = [Math.floor(k / COUNT), k % COUNT]
      const score = forward[at - COUNT + a] + changes[k] + labels[at + b] + backward[at + b] - whole
      slopes[k] += (Math.exp(score) - (gold[i - 1] === a && gold[i] === b ? 1 : 0)) * weight
    }
  }
  for (let k = 0; k < slopes.length; k++) if (Math.abs(slopes[k]) > 1e-3) update(FOLLOWING + k, slopes[k])
}

/** The weights as they are written, without those that weigh nothing. */
function written(weights) {
  const rounded = (from, size) => Array.from(weights.subarray(from, from + size), weight => Math.round(weight * SCALE) || 0)
  const named = {}
  for (const { name, base, size } of FEATURE_GROUPS) {
    const rows = {}
    for (let i = 0; i < size; i++) {
      const row = rounded((base + i) * COUNT, COUNT)
      if (row.some(weight => Math.abs(weight) >= SMALL)) rows[i] = row
    }
    if (Object.keys(rows).length > 0) named[name] = rows
  }
  return { scale: SCALE, features: named, following: rounded(FOLLOWING, COUNT * COUNT) }
}

const pages = [
  ...annotated(join(root, 'tests/pages')),
  ...annotated(join(root, 'tests/layouts'), { weight: LAYOUT }),
  ...annotated(join(root, '../shared/articles'), { gold: join(root, '../shared/eval/gold') }),
]
const examples = examplesOf(pages)
const withheld = random(99)
const weights = new Float64Array(FOLLOWING + COUNT * COUNT)
for (let seed = 1; seed <= TRAININGS; seed++) {
  const trained = train(featured(examples, withheld), seed)
  for (let k = 0; k < weights.length; k++) weights[k] += trained[k] / TRAININGS
}
const model = written(weights)
const count = Object.values(model.features).reduce((all, rows) => all + Object.keys(rows).length, 0)
writeFileSync(out, `${JSON.stringify(model)}\n`)
console.log(`${pages.length} pages, ${examples.length} with their variants, ${count} features of ${COUNT} labels: ${out}`)
