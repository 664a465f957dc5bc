/** Reads bylines of lines for whoever asks, each line once. */
import { simplified } from '../../model/simplified'
import type { Line } from '../values/document'
import { type Byline, readByline } from './byline'

const known = new WeakMap<Line, { readonly byline: Byline | null }>()

/** The byline that the whole line is, or null. */
export function bylineOf(line: Line): Byline | null {
  let held = known.get(line)
  if (!held) {
    const text = simplified(line.text)
    held = { byline: mayBeByline(text, line.kind) ? readByline(text) : null }
    known.set(line, held)
  }
  return held.byline
}

const ROLE = /[记作通编]者|[讯论]员|编辑|文|图|摄|撰|采写/u

/** Whether it is worth while to read the line for a byline: it holds the word for one, or little but names. */
function mayBeByline(text: string, kind: Line['kind']): boolean {
  if (kind === 'furniture' || kind === 'caption' || kind === 'continuation' || text.length > 60) return false
  if (/[，。]/u.test(text)) return /^.{0,12}(?:记者|通讯员|作者)/u.test(text)
  return ROLE.test(text) || text.length <= 4 || (text.length <= 24 && /[ 、·]/u.test(text))
}
