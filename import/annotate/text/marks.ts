/** Which characters are marks: punctuation, brackets, blanks, line ends. */

const MARKS = new Uint8Array(65536)
for (const mark of [
  ...' \n\r\t,.;:!?，。；：！？、“”‘’"\'()（）《》〈〉【】[]{}—-–…·|/\\◆●■□○▲△★☆※▪◎→←↑↓①②③④⑤⑥⑦⑧⑨「」『』<>~～@#&*=+%^$`',
])
  MARKS[mark.charCodeAt(0)] = 1

/** Whether the character is a mark and so ends a name. */
export function isMark(code: number): boolean {
  // asked first: NaN as an index would be looked up as a name, and so would every index after it
  return Number.isNaN(code) || MARKS[code] === 1
}

const STOPS = new Set([...'\n\r。;!?：:“”"‘’()《》【】[]…|'].map(mark => mark.charCodeAt(0)))

/** Whether the character ends the phrase around a name (a comma and 、 do not). */
export function endsPhrase(code: number): boolean {
  return STOPS.has(code) || Number.isNaN(code)
}
