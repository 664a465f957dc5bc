/** All places of the text where the shape (with the flag `g`) fits, in order: `matchAll`, which makes an expression anew for each text, for what is asked often. */
export function matches(text: string, shape: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  shape.lastIndex = 0
  for (let match = shape.exec(text); match; match = shape.exec(text)) {
    found.push(match)
    if (match[0] === '') shape.lastIndex++
  }
  return found
}
