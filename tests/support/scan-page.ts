/**
 * Makes of a clean page what a scan of it looks like: narrow columns, marks of half width, lost quotation marks, stray blanks, lost empty lines. The same page always
 * gives the same scan. Pages in one long line or in columns already keep their lines. Annotation still fits, because nothing that it compares is changed.
 */
const COLUMN = 42
const HALF_WIDTH: Readonly<Record<string, string>> = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')' }

/** The scan of a page, both as text. */
export function scanPage(text: string): string {
  let seed = 7
  const chance = (share: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648 < share
  }
  const lines = text.replace(/\r/gu, '').split('\n')
  const inColumns = lines.filter(line => width(line) > 150).length < 3
  return lines
    .map(line => (!inColumns && width(line) > COLUMN + 4 ? breakLine(line, chance(0.5) ? '  ' : '') : line))
    .filter(line => line.trim() !== '' || chance(0.5))
    .join('\n')
    .replace(/[，：；（）]/gu, mark => (chance(0.8) ? (HALF_WIDTH[mark] as string) : mark))
    .replace(/[“”]/gu, () => (chance(0.1) ? '' : '"'))
    .replace(/[\u4e00-\u9fff](?=[\u4e00-\u9fff])/gu, char => (chance(0.008) ? `${char} ` : char))
}

function width(line: string): number {
  let cells = 0
  for (const char of line.trim()) cells += char.charCodeAt(0) < 0x300 ? 1 : 2
  return cells
}

function breakLine(line: string, indent: string): string {
  const out: string[] = []
  let current = indent
  let cells = indent.length * 2
  for (const char of line.trim()) {
    const more = char.charCodeAt(0) < 0x300 ? 1 : 2
    if (cells + more > COLUMN && !/[，。、；：”）,.;:)]/u.test(char)) {
      out.push(current)
      current = ''
      cells = 0
    }
    current += char
    cells += more
  }
  return [...out, current].join('\n')
}
