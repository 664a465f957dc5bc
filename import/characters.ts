/** Tests for single characters, for loops over a text. */

/** A test whether a code unit is one of the characters. It takes no string of one character out of the text and a tenth of the time of a regular expression. */
export function oneOf(characters: string): (code: number) => boolean {
  const set = new Uint8Array(65536)
  for (const character of characters) set[character.charCodeAt(0)] = 1
  return code => set[code] === 1
}
