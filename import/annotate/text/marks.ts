/** Which characters are marks: punctuation, brackets, blanks, line ends. */

const MARKS = new Set(
  [...' \n\r\t,.;:!?，。；：！？、“”‘’"\'()（）《》〈〉【】[]{}—-–…·|/\\◆●■□○▲△★☆※▪◎→←↑↓①②③④⑤⑥⑦⑧⑨「」『』<>~～@#&*=+%^$`'].map(
    mark => mark.charCodeAt(0),
  ),
)

/** Whether the character is a mark and so ends a name. */
export function isMark(code: number): boolean {
  return MARKS.has(code) || Number.isNaN(code)
}

const STOPS = new Set([...'\n\r。;!?：:“”"‘’()《》【】[]…|'].map(mark => mark.charCodeAt(0)))

/** Whether the character ends the phrase around a name (a comma and 、 do not). */
export function endsPhrase(code: number): boolean {
  return STOPS.has(code) || Number.isNaN(code)
}
