/** Asks many regular expressions at once. */

/**
 * A test whether a text fits one of the shapes. What is bound to the beginning of the text (`^…`) is asked in one expression, which looks at one place only, and
 * so is all that is not: a call costs more than most shapes do. The shapes refer to no groups of their own.
 */
export function anyOf(shapes: readonly RegExp[]): (text: string) => boolean {
  const joined = new Map<string, string[]>()
  for (const { source, flags } of shapes) {
    for (const alternative of alternatives(source)) {
      const key = `${flags} ${alternative.startsWith('^')}`
      joined.set(key, [...(joined.get(key) ?? []), alternative])
    }
  }
  const all = [...joined].map(([key, sources]) => new RegExp(sources.join('|'), key.split(' ')[0]))
  return text => all.some(shape => shape.test(text))
}

/** The alternatives of a regular expression that stand outside all groups. */
function alternatives(source: string): string[] {
  const found: string[] = []
  let depth = 0
  let inClass = false
  let start = 0
  for (let i = 0; i < source.length; i++) {
    const character = source[i]
    if (character === '\\') i++
    else if (inClass) inClass = character !== ']'
    else if (character === '[') inClass = true
    else if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === '|' && depth === 0) {
      found.push(source.slice(start, i))
      start = i + 1
    }
  }
  return [...found, source.slice(start)]
}
