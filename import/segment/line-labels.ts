/**
 * Tells what each line of a page is by a linear-chain conditional random field (Lafferty et al., 2001): the labels of all lines at once, because a headline is one by what follows it.
 * Its weights are trained by `scripts/train-line-labels.mjs`.
 */
import { FEATURE_COUNT, FEATURE_GROUPS, type Featured } from './line-features'
import trained from './line-weights.json'

/** Belongs to no article, begins a headline, goes on with it, heading below it, byline, first line of a body, more of it, heading within it, caption, heading above a headline. */
export const LINE_LABELS = [
  'apart',
  'title',
  'title-more',
  'heading',
  'byline',
  'first',
  'body',
  'section',
  'caption',
  'kicker',
] as const
export type LineLabel = (typeof LINE_LABELS)[number]

const COUNT = LINE_LABELS.length

/** Weights of a trained model: for each family of features and each feature in it that weighs anything, one for each label; then those of what follows what. */
export interface LineWeights {
  /** What a weight of 1 is written as. */
  readonly scale: number
  readonly features: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
  /** From each label (row) to each label. */
  readonly following: readonly number[]
}

/** What has the first line of a body below it, or something else. */
const ABOVE_BODY: ReadonlySet<LineLabel> = new Set(['title', 'title-more', 'heading', 'kicker'])

/** What cannot follow: more of a headline without its beginning, more of a body directly below a heading. */
export function mayFollow(before: LineLabel, label: LineLabel): boolean {
  if (label === 'title-more') return before === 'title' || before === 'title-more'
  return !((label === 'body' || label === 'section') && ABOVE_BODY.has(before))
}

const NEVER = -1e4

class Weights {
  constructor({ scale, features, following }: LineWeights) {
    for (const { name, base } of FEATURE_GROUPS)
      for (const [at, row] of Object.entries(features[name] ?? {}))
        row.forEach((weight, label) => {
          this.labels[(base + Number(at)) * COUNT + label] = weight / scale
        })
    following.forEach((weight, at) => {
      const before = LINE_LABELS[Math.floor(at / COUNT)] as LineLabel
      this.following[at] = mayFollow(before, LINE_LABELS[at % COUNT] as LineLabel) ? weight / scale : NEVER
    })
  }

  readonly labels = new Float64Array(FEATURE_COUNT * COUNT)
  readonly following = new Float64Array(COUNT * COUNT)
}

let weights: Weights | null = null

/**
 * The likeliest labels of all `size` lines. `ruled` is what the rules take each line for, by the number of the label; one that agrees counts `trust` more (in units of
 * log-odds). Lines without features go on with those above them.
 */
export function labelLines({ lines, features }: Featured, ruled: ArrayLike<number>, trust: number): LineLabel[] {
  // the compiler would make a type of each row of the file
  weights ??= new Weights(trained as unknown as LineWeights)
  const { labels, following } = weights
  const size = lines.length
  if (size === 0) return []
  const scores = new Float64Array(size * COUNT)
  const from = new Uint8Array(size * COUNT)
  for (let i = 0; i < size; i++) {
    const row = i * COUNT
    const own = features[i] as readonly number[]
    addRows(labels, own, scores, row)
    const agreed = row + (ruled[lines[i] as number] as number)
    scores[agreed] = (scores[agreed] as number) + trust
    if (i === 0) scores[2] = NEVER
    else
      for (let label = 0; label < COUNT; label++) {
        let best = Number.NEGATIVE_INFINITY
        for (let before = 0; before < COUNT; before++) {
          const score = (scores[row - COUNT + before] as number) + (following[before * COUNT + label] as number)
          if (score <= best) continue
          best = score
          from[row + label] = before
        }
        scores[row + label] = (scores[row + label] as number) + best
      }
  }
  let last = 0
  for (let label = 1; label < COUNT; label++)
    if ((scores[(size - 1) * COUNT + label] as number) > (scores[(size - 1) * COUNT + last] as number)) last = label
  const found = new Array<LineLabel>(ruled.length)
  let end = ruled.length
  for (let k = size - 1; k >= 0; k--) {
    const label = LINE_LABELS[last] as LineLabel
    const at = lines[k] as number
    found[at] = label
    found.fill(MORE[label], at + 1, end)
    end = at
    last = from[k * COUNT + last] as number
  }
  return found
}

/** Adds the weights of the features for each of the ten labels; without a loop over them, which takes three times as long. */
function addRows(labels: Float64Array, own: readonly number[], scores: Float64Array, row: number): void {
  let [a, b, c, d, e, f, g, h, i, j] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let k = 0; k < own.length; k++) {
    const at = (own[k] as number) * COUNT
    a += labels[at] as number
    b += labels[at + 1] as number
    c += labels[at + 2] as number
    d += labels[at + 3] as number
    e += labels[at + 4] as number
    f += labels[at + 5] as number
    g += labels[at + 6] as number
    h += labels[at + 7] as number
    i += labels[at + 8] as number
    j += labels[at + 9] as number
  }
  scores[row] = a
  scores[row + 1] = b
  scores[row + 2] = c
  scores[row + 3] = d
  scores[row + 4] = e
  scores[row + 5] = f
  scores[row + 6] = g
  scores[row + 7] = h
  scores[row + 8] = i
  scores[row + 9] = j
}

/** What goes on with a line. */
const MORE: Readonly<Record<LineLabel, LineLabel>> = {
  apart: 'apart',
  title: 'title-more',
  'title-more': 'title-more',
  heading: 'heading',
  byline: 'byline',
  first: 'body',
  body: 'body',
  section: 'body',
  caption: 'caption',
  kicker: 'kicker',
}
