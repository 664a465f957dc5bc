/** How much characters look like a Chinese name: surname, and characters that given names are made of. */

import given from '../../lexicons/given-name-characters.json'
import frequencies from '../../lexicons/name-frequencies.json'
import nameWords from '../../lexicons/name-words.json'
import surnames from '../../lexicons/surnames.json'
import { fold } from '../text/fold'

const SINGLE = new Set(fold(surnames.single))
const COMPOUND = new Set(surnames.compound.map(fold))
const JAPANESE = new Set(surnames.japanese.map(fold))
const WORDS = new Set(surnames.words)
/** 1 for the characters of transcribed names and the middle dot. */
const TRANSCRIPTION = new Uint8Array(65536)
for (const char of `${fold(nameWords.transcription)}·`) TRANSCRIPTION[char.charCodeAt(0)] = 1
/** 1 for the characters that names of some minorities are written with and that are ordinary words elsewhere. */
const FURTHER = new Uint8Array(65536)
for (const char of fold(nameWords.transcriptionFurther)) FURTHER[char.charCodeAt(0)] = 1
/** 1 for the characters that foreign names are written with. */
const FOREIGN = new Uint8Array(65536)
for (const char of fold(nameWords.transliteration)) FOREIGN[char.charCodeAt(0)] = 1
/** Rare characters (垚, 翀) hardly stand anywhere but in names. */
const RARE = 1.5
/** The evidence of each code unit. */
const scores = new Float32Array(65536).fill(RARE)
for (const [char, score] of Object.entries(given.entries as Record<string, number>)) scores[char.charCodeAt(0)] = score

/** For each code unit: 1 where it is a surname, 2 where a compound surname begins with it, 4 where one goes on with it. */
const BEGINS = new Uint8Array(65536)
for (const char of SINGLE) BEGINS[char.charCodeAt(0)] = 1
for (const name of COMPOUND) {
  BEGINS[name.charCodeAt(0)] = (BEGINS[name.charCodeAt(0)] as number) | 2
  BEGINS[name.charCodeAt(1)] = (BEGINS[name.charCodeAt(1)] as number) | 4
}

/** Length of the surname that starts at the place: 2, 1, or 0. A compound one comes first. */
export function surnameLength(folded: string, at: number): number {
  // behind the end of the text there is no code, and NaN as an index would be looked up as a name
  const kind = at < folded.length ? (BEGINS[folded.charCodeAt(at)] as number) : 0
  if (
    kind & 2 &&
    at + 1 < folded.length &&
    (BEGINS[folded.charCodeAt(at + 1)] as number) & 4 &&
    COMPOUND.has(folded.slice(at, at + 2))
  )
    return 2
  return kind & 1
}

/** Length of the Japanese surname that starts at the place, or 0. */
export function japaneseSurnameLength(folded: string, at: number): number {
  return JAPANESE.has(folded.slice(at, at + 2)) ? 2 : 0
}

const FREQUENT = new Set(fold(frequencies.surnames))

/** Whether the surname is one of the hundred most frequent. */
export function isFrequentSurname(char: string): boolean {
  return FREQUENT.has(char)
}

/** Whether the surname is more often another word (和, 时, 成). */
export function isWordSurname(char: string): boolean {
  return WORDS.has(char)
}

/** Mean evidence that the characters are a given name: above 0 speaks for it, below -1 against it. */
export function givenScore(folded: string, start: number, end: number): number {
  let sum = 0
  for (let i = start; i < end; i++) sum += scores[folded.charCodeAt(i)] as number
  return sum / Math.max(1, end - start)
}

/** Whether all characters are of those that foreign and minority names are transcribed with. */
export function isTranscription(folded: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!TRANSCRIPTION[folded.charCodeAt(i)]) return false
  return end > start
}

/** Whether the characters are of a transcribed name in the wider sense: one of the usual characters, and no other than those and the further ones. */
export function isMinorityName(folded: string, at: number, end: number): boolean {
  let usual = false
  for (let i = at; i < end; i++) {
    const code = folded.charCodeAt(i)
    if (TRANSCRIPTION[code]) usual = true
    else if (!FURTHER[code]) return false
  }
  return usual
}

/** Whether a character may stand in a name with middle dots, of a minority or a foreigner. */
export function isOfDottedName(code: number): boolean {
  return (TRANSCRIPTION[code] as number) + (FURTHER[code] as number) + (FOREIGN[code] as number) > 0
}
