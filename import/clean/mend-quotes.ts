/**
 * Turns straight quotation marks into paired ones, and turns round a mark that faces the wrong way. Within one paragraph:
 * "甲'乙'丙。" becomes “甲‘乙’丙。”. Length is preserved.
 */

const STRAIGHT = /["'＂＇]/u
const OPENS_AFTER = /[\s（(：:，,、；;—《“‘。！？!?]/u

/** Who said what stands before: 村民某某说. */
const SPEAKER = /^[^，,。“"：:！？]{2,40}(?:说|说道|表示|介绍|认为|坦言|感慨|告诉记者|直言)[，,。“"：:]/u

/** The paragraph with its quotation marks in pairs; a mark without a partner stays single. */
export function mendQuotes(text: string): string {
  if (!STRAIGHT.test(text) && !/^”|[：，]”[^，。、；：？！”’]/u.test(text)) return text
  const out: string[] = []
  let double = false
  let single = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string
    const before = i > 0 ? (text[i - 1] as string) : ' '
    const after = i + 1 < text.length ? (text[i + 1] as string) : ' '
    if (char === '"' || char === '＂') {
      // a mark that closes a quotation stands after something; one that opens stands before something
      // behind a colon one opens whatever was left open before; before punctuation one closes whatever was never opened
      if (double) double = !atEdge(after) && (before === '：' || before === ':' || (before === ' ' && i > 0))
      else
        double = !(
          i > 0 &&
          (/[，。；、]/u.test(after) || (/[。！？，]/u.test(before) && SPEAKER.test(text.slice(i + 1, i + 50))))
        )
      if (!double) single = false
      out.push(double ? '“' : '”')
    } else if (char === "'" || char === '＇') {
      if (/[A-Za-z]/u.test(before) && /[A-Za-z]/u.test(after)) out.push(char)
      else if (single) {
        single = false
        out.push('’')
      } else if (double && /[。！？，]/u.test(before) && (atEdge(after) || !STRAIGHT.test(text.slice(i + 1, i + 30)))) {
        // OCR reads the closing double mark as a single one
        double = false
        out.push('”')
      } else {
        single = true
        out.push('‘')
      }
    } else if (char === '“') {
      double = true
      out.push(char)
    } else if (char === '”') {
      const opens: boolean =
        !double && (i === 0 || OPENS_AFTER.test(before)) && !atEdge(after) && before !== '。' && text.indexOf('”', i + 1) > 0
      double = opens
      out.push(opens ? '“' : char)
    } else out.push(char)
  }
  return out.join('')
}

function atEdge(char: string): boolean {
  return /[\s，。、；：？！）)]/u.test(char)
}
