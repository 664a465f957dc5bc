/** Tests for single characters, for loops over a text. */

/**
 * A test whether a code unit is one of the characters. It takes no string of one character out of the text and a tenth of the time of a regular expression.
 * One bit for each code unit: what many such tests hold together stays in the processor's cache.
 */
export function oneOf(characters: string): (code: number) => boolean {
  const bits = new Int32Array(2048)
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i)
    bits[code >> 5] = (bits[code >> 5] as number) | (1 << (code & 31))
  }
  return code => ((bits[code >> 5] as number) & (1 << (code & 31))) !== 0
}
