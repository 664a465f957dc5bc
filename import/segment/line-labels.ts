/**
 * Tells what each line of a page is by a linear-chain conditional random field (Lafferty et al., 2001): the labels of all lines at once, because a headline is one by what follows it.
 * Its weights are trained by `scripts/train-line-labels.mjs`.
 */
import { FEATURE_COUNT, FEATURE_GROUPS, TRANSITION_FEATURES } from './line-features'
import trained from './line-weights.json'

/** Belongs to no article, begins a headline, goes on with it, other heading, byline, first line of a body, more of it, heading within it, caption. */
export const LINE_LABELS = ['apart', 'title', 'title-more', 'heading', 'byline', 'first', 'body', 'section', 'caption'] as const
export type LineLabel = (typeof LINE_LABELS)[number]

const COUNT = LINE_LABELS.length
const numberOf = (label: LineLabel): number => LINE_LABELS.indexOf(label)

/** Weights of a trained model: for each family of features and each feature in it that weighs anything, one for each label; then those of what follows what. */
export interface LineWeights {
  /** What a weight of 1 is written as. */
  readonly scale: number
  readonly features: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
  /** For no feature and for each of `TRANSITION_FEATURES`, the weights from each label (row) to each label. */
  readonly transitions: readonly (readonly number[])[]
}

/** What cannot follow: more of a headline without its beginning, more of a body directly below a heading. */
export function mayFollow(before: LineLabel, label: LineLabel): boolean {
  if (label === 'title-more') return before === 'title' || before === 'title-more'
  return !((label === 'body' || label === 'section') && (before === 'title' || before === 'title-more' || before === 'heading'))
}

const NEVER = -1e4

class Weights {
  constructor({ scale, features, transitions }: LineWeights) {
    for (const { name, base } of FEATURE_GROUPS)
      for (const [at, row] of Object.entries(features[name] ?? {}))
        row.forEach((weight, label) => {
          this.labels[(base + Number(at)) * COUNT + label] = weight / scale
        })
    for (const [k, rows] of transitions.entries())
      rows.forEach((weight, at) => {
        const before = LINE_LABELS[Math.floor(at / COUNT)] as LineLabel
        const allowed = k > 0 || mayFollow(before, LINE_LABELS[at % COUNT] as LineLabel)
        this.following[k * COUNT * COUNT + at] = allowed ? weight / scale : NEVER
      })
  }

  readonly labels = new Float64Array(FEATURE_COUNT * COUNT)
  readonly following = new Float64Array((1 + TRANSITION_FEATURES.length) * COUNT * COUNT)
}

let weights: Weights | null = null

/**
 * The likeliest labels of the lines. `opinion` is what somebody else takes the lines for; each label that agrees with it counts `trust` of its line more (in units of
 * log-odds), so that it is overruled only where the model is sure.
 */
export function labelLines(
  features: readonly (readonly number[])[],
  opinion: readonly LineLabel[],
  trust: readonly number[],
): readonly LineLabel[] {
  // the compiler would make a type of each row of the file
  weights ??= new Weights(trained as unknown as LineWeights)
  const { labels, following } = weights
  const size = features.length
  if (size === 0) return []
  const scores = new Float64Array(size * COUNT)
  const from = new Int8Array(size * COUNT)
  const change = new Float64Array(COUNT * COUNT)
  for (let i = 0; i < size; i++) {
    const row = i * COUNT
    const own = features[i] as readonly number[]
    for (const feature of own) {
      const at = feature * COUNT
      for (let label = 0; label < COUNT; label++)
        scores[row + label] = (scores[row + label] as number) + (labels[at + label] as number)
    }
    const agreed = row + numberOf(opinion[i] as LineLabel)
    scores[agreed] = (scores[agreed] as number) + (trust[i] as number)
    if (i === 0) {
      scores[row + numberOf('title-more')] = NEVER
      continue
    }
    for (let at = 0; at < change.length; at++) change[at] = following[at] as number
    for (const [k, feature] of TRANSITION_FEATURES.entries()) {
      if (!own.includes(feature)) continue
      const base = (k + 1) * COUNT * COUNT
      for (let at = 0; at < change.length; at++) change[at] = (change[at] as number) + (following[base + at] as number)
    }
    for (let label = 0; label < COUNT; label++) {
      let best = Number.NEGATIVE_INFINITY
      for (let before = 0; before < COUNT; before++) {
        const score = (scores[row - COUNT + before] as number) + (change[before * COUNT + label] as number)
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
  const found = new Array<LineLabel>(size)
  for (let i = size - 1; i >= 0; i--) {
    found[i] = LINE_LABELS[last] as LineLabel
    last = from[i * COUNT + last] as number
  }
  return found
}
