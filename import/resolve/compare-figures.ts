/** Two figures of one metric and subject from different articles: do they agree, differ, or does the later update the earlier? */
import type { Qualifier, Verdict } from '../../model/vocabulary'

export interface ComparableFigure {
  readonly value: number
  /** Digits as printed decide what counts as a rounding, so 近9000亿元 and 8963亿元 agree. */
  readonly qualifier: Qualifier | null
  readonly change: boolean
  readonly unitKey: string
  readonly periodFrom: string | null
  readonly periodTo: string | null
}

export interface FigureComparison {
  readonly verdict: Verdict
  readonly why: string
}

/**
 * The verdict, or null where the two do not speak of the same: a level and a growth rate, other units, or equal values of periods that are known
 * to be two. The caller has seen to it that metric and subject are the same and the articles are not printings of one text.
 */
export function compareFigures(a: ComparableFigure, b: ComparableFigure): FigureComparison | null {
  if (a.change !== b.change || a.unitKey !== b.unitKey) return null
  const order = periodOrder(a, b)
  if (agree(a, b)) {
    if (order === 'earlier' || order === 'later') return null
    return { verdict: 'agree', why: a.value === b.value ? 'the same value' : 'one value rounds the other' }
  }
  if (order === 'earlier' || order === 'later') return { verdict: 'update', why: 'another value for a later period' }
  return {
    verdict: 'differ',
    why: order === 'same' ? 'another value for the same period' : 'another value, and one period is not known',
  }
}

/** How the period of `a` lies to that of `b`; both must say when they end. */
function periodOrder(a: ComparableFigure, b: ComparableFigure): 'same' | 'earlier' | 'later' | 'unknown' {
  if (!a.periodTo || !b.periodTo) return 'unknown'
  if (a.periodTo === b.periodTo) return 'same'
  return a.periodTo < b.periodTo ? 'earlier' : 'later'
}

function agree(a: ComparableFigure, b: ComparableFigure): boolean {
  if (a.value === b.value) return true
  const [low, high] = Math.abs(a.value) <= Math.abs(b.value) ? [a, b] : [b, a]
  return rounds(low, high.value) || rounds(high, low.value)
}

/** Whether the figure, read as a round number with its qualifier, stands for the exact value. */
function rounds(round: ComparableFigure, exact: number): boolean {
  const step = lastDigit(round.value)
  const distance = exact - round.value
  if (round.qualifier === 'near' || round.qualifier === 'below') return distance < 0 && -distance <= step
  if (round.qualifier === 'above' || round.qualifier === 'over') return distance > 0 && distance < step
  if (round.qualifier === 'about') return Math.abs(distance) <= step / 2
  // An exact integer count rounds nothing; 1.4亿 may stand for 1.38亿.
  return (
    significantDigits(round.value) < significantDigits(exact) &&
    Math.abs(distance) <= step / 2 &&
    significantDigits(round.value) >= 2
  )
}

/** The place value of the last digit that is not zero: 9000 → 1000, 56.2 → 0.1. */
function lastDigit(value: number): number {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  return 10 ** (Number(exponent) - (mantissa.split('.')[1]?.length ?? 0))
}

function significantDigits(value: number): number {
  return (Math.abs(value).toExponential().split('e')[0] ?? '').replace('.', '').length
}
