/**
 * The parts of speech of the words of jieba's dictionary, as tables of numbers: a map of 350,000 strings takes 90 MB more in each thread, and several times
 * as long to make and to look up.
 */
export class WordTags {
  /** The tags by their numbers; 0 is none. */
  readonly names: string[] = ['']
  private readonly tags: Uint8Array
  /** The characters of all words one after the other; word `i` ends where word `i + 1` starts. */
  private readonly characters: Uint16Array
  private readonly starts: Int32Array
  /** Open-addressed: for each slot a word's number and 1, or 0 where it is free. */
  private readonly slots: Int32Array
  private words = 0

  /** Reads a dictionary in which each line holds a word, its frequency and its tag. Of a word that stands twice the last tag counts. */
  constructor(dictionary: Uint8Array) {
    const source = new TextDecoder().decode(dictionary)
    let most = 1
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) most++
    this.tags = new Uint8Array(most)
    this.starts = new Int32Array(most + 1)
    this.characters = new Uint16Array(source.length)
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most)))
    const numbers = new Map<string, number>()
    for (let line = 0; line < source.length; ) {
      const newline = source.indexOf('\n', line)
      const end = newline < 0 ? source.length : newline
      const word = source.indexOf(' ', line)
      const frequency = source.indexOf(' ', word + 1)
      if (word > line && frequency > word && frequency < end) {
        const tag = source.slice(frequency + 1, end).trim()
        const number = numbers.get(tag) ?? this.names.push(tag) - 1
        numbers.set(tag, number)
        this.put(source, line, word, number)
      }
      line = end + 1
    }
    this.characters = this.characters.slice(0, this.starts[this.words])
  }

  /** The number of the tag of the word that stands from `start` to `end`, or 0 where the dictionary does not have it. */
  of(text: string, start: number, end: number): number {
    const held = this.slots[this.slotOf(text, start, end)] as number
    return held === 0 ? 0 : (this.tags[held - 1] as number)
  }

  private put(source: string, start: number, end: number, tag: number): void {
    const slot = this.slotOf(source, start, end)
    const held = this.slots[slot] as number
    if (held > 0) {
      this.tags[held - 1] = tag
      return
    }
    let at = this.starts[this.words] as number
    for (let i = start; i < end; i++) this.characters[at++] = source.charCodeAt(i)
    this.tags[this.words] = tag
    this.slots[slot] = ++this.words
    this.starts[this.words] = at
  }

  /** The slot of the word, or the free one where it belongs. */
  private slotOf(text: string, start: number, end: number): number {
    const last = this.slots.length - 1
    let hash = end - start
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1)
    let slot = (hash ^ (hash >>> 15)) & last
    for (let held = this.slots[slot] as number; held !== 0; held = this.slots[slot] as number) {
      if (this.isWord(held - 1, text, start, end)) return slot
      slot = (slot + 1) & last
    }
    return slot
  }

  private isWord(word: number, text: string, start: number, end: number): boolean {
    let at = this.starts[word] as number
    if ((this.starts[word + 1] as number) - at !== end - start) return false
    for (let i = start; i < end; i++, at++) if (this.characters[at] !== text.charCodeAt(i)) return false
    return true
  }
}
