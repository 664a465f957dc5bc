/** The annotated documents in groups, and their scores. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractDocument } from '../../import/pipeline'
import { recordFileName } from '../../import/record'

const shared = join(__dirname, '..', '..', '..', 'shared')
const scorer = join(shared, 'eval', 'score.mjs')

/** Whether the scorer and the five annotated documents stand beside the repository. */
export const scorerIsHere = existsSync(scorer)

export interface Group {
  readonly texts: string
  readonly gold: string
  /** Names of files, `.txt` included. */
  readonly names: readonly string[]
}

/** For each row of the scorer its F1, precision and recall over all documents of a group. */
export type Rows = Record<string, { readonly f1: number; readonly precision: number; readonly recall: number }>

/** The five documents that stand beside the repository. */
export function givenDocuments(): Group {
  const texts = join(shared, 'articles')
  return { texts, gold: join(shared, 'eval', 'gold'), names: textsOf(texts) }
}

/** The annotated pages of a folder of tests: those that its `held-out.txt` sets aside, or all others. */
export function ownPages(folder: 'pages' | 'layouts', which: 'development' | 'set aside'): Group {
  const texts = join(__dirname, '..', folder)
  return { texts, gold: join(texts, 'gold'), names: textsOf(texts, which) }
}

/** Names of the `.txt` files of a folder in their order; of a folder with a `held-out.txt` those that it sets aside, or all others. */
export function textsOf(folder: string, which: 'development' | 'set aside' = 'development'): string[] {
  const list = join(folder, 'held-out.txt')
  const aside = new Set(existsSync(list) ? readFileSync(list, 'utf8').split(/\s+/u) : [])
  return readdirSync(folder)
    .filter(name => name.endsWith('.txt') && name !== 'held-out.txt')
    .filter(name => aside.has(name.slice(0, -'.txt'.length)) === (which === 'set aside'))
    .sort()
}

/** The scores of a group, its texts as `change` makes them. */
export function score({ texts, gold, names }: Group, change: (text: string) => string = text => text): Rows {
  const work = mkdtempSync(join(tmpdir(), 'maitu-scores-'))
  try {
    for (const part of ['gold', 'pred', 'text']) mkdirSync(join(work, part))
    for (const name of names) {
      const text = change(readFileSync(join(texts, name), 'utf8'))
      const record = recordFileName(name)
      writeFileSync(join(work, 'text', name), text)
      copyFileSync(join(gold, record), join(work, 'gold', record))
      writeFileSync(join(work, 'pred', record), JSON.stringify(extractDocument({ name, text, meta: {} })))
    }
    const options = ['gold', 'pred', 'text'].flatMap(part => [`--${part}`, join(work, part)])
    return JSON.parse(execFileSync(process.execPath, [scorer, ...options, '--json'], { maxBuffer: 1 << 28 }).toString()).total
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
