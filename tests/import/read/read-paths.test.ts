/** What becomes of files and folders: documents, or errors that say why. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Read, readPaths } from '../../../import/read/read-paths'
import { makeDocx } from '../../support/make-docx'
import { makePdf } from '../../support/make-pdf'

const BODY =
  '昨日，市水务局召开会议，部署全市防汛工作。会议指出，今年雨季来得早、来得急，各县区要把堤防巡查落到每一个班次、每一个人。'
const MORE = '市水务局局长裴长河说，全市已经备足编织袋十二万条，抢险队伍随时待命，请沿河群众放心，也请大家留意天气。'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
async function read(...paths: readonly string[]): Promise<readonly Read[]> {
  const all: Read[] = []
  for await (const one of readPaths(paths)) all.push(one)
  return all
}
async function text(path: string): Promise<string | undefined> {
  const [one] = await read(path)
  if (one?.error) throw one.error
  return one?.document?.text
}
async function reason(path: string): Promise<string> {
  const [one] = await read(path)
  return one?.error ? `${one.error.document}: ${one.error.reason}` : 'was read'
}

describe('text', () => {
  test.each([
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(BODY)])],
    ['UTF-16, little end first, with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(BODY, 'utf16le')])],
    ['UTF-16, big end first, without a mark', Buffer.from(`1998\n${BODY}`, 'utf16le').swap16()],
  ])('is read in %s', async (_, bytes) => expect(await text(file('a.txt', bytes))).toContain(BODY))

  test('is read in GB18030', async () => {
    // 市水务局 as GB2312 bytes, often enough to tell
    const bytes = Buffer.from('cad0cbaecef1bed6d5d9bfaabbe1d2e9a3acb2bfcaf0c8abcad0b7c0d1b4b9a4d7f7a1a3'.repeat(4), 'hex')
    expect(await text(file('gb.txt', bytes))).toContain('市水务局召开会议，部署全市防汛工作。')
  })

  test('is read in Big5', async () => {
    // 香港特區政府發展局局長表示
    const bytes = Buffer.from('adbbb4e4af53b0cfac46a9b2b56fae69a7bda7bdaaf8aaeda5dca141'.repeat(4), 'hex')
    expect(await text(file('big5.txt', bytes))).toContain('香港特區政府發展局局長表示，')
  })
})

describe('formats', () => {
  test('a web page gives its article with the line that names writer and source, and no navigation', async () => {
    const page = `<html><head><meta charset="utf-8"><title>堤防巡查到人--临江网</title><meta property="og:site_name" content="临江网"></head><body>
      <ul class="nav"><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul><div class="main"><h1>堤防巡查到人</h1>
      <div class="info">2023-05-06 08:15 来源：临江网 作者：苗青山</div><div class="content"><p>${BODY}</p><p>${MORE}</p></div></div>
      <div class="footer">版权所有 <a href="/a">关于我们</a></div></body></html>`
    const [one] = await read(file('page.html', page))
    expect(one?.document?.text.split('\n\n')).toEqual(['堤防巡查到人', '2023-05-06 08:15 来源：临江网 作者：苗青山', BODY, MORE])
    expect(one?.document?.meta).toMatchObject({ title: '堤防巡查到人', publisher: '临江网' })
  })

  test('a Word document gives its paragraphs', async () => {
    expect(await text(file('a.docx', makeDocx(['堤防巡查到人', BODY])))).toBe(`堤防巡查到人\n\n${BODY}\n\n`)
  })

  test('Markdown gives its text without the marks', async () => {
    expect(
      await text(file('a.md', `---\ndate: 2023-05-06\n---\n# 堤防巡查到人\n\n昨日，**市水务局**召开[会议](http://x)。`)),
    ).toBe('堤防巡查到人\n\n昨日，市水务局召开会议。')
  })

  test('JSON gives one document for each article', async () => {
    const list = JSON.stringify([
      { title: '堤防巡查到人', content: `<p>${BODY}</p>`, date: '2023年5月6日', source: '临江日报' },
      { title: '空' },
    ])
    const [first, second] = await read(file('a.json', list))
    expect(first?.document).toEqual({
      name: 'a.json#1',
      text: `堤防巡查到人\n\n${BODY}`,
      meta: { title: '堤防巡查到人', publishedOn: '2023-05-06', publisher: '临江日报' },
    })
    expect(second?.error?.message).toContain('a.json#2')
  })

  test('a bad line of JSON Lines is named by its number, and the next one is read', async () => {
    const good = JSON.stringify({ title: '堤防巡查到人', content: BODY })
    const [first, second, third] = await read(file('a.jsonl', `${good}\n{bad\n${good}\n`))
    expect(first?.document?.name).toBe('a.jsonl#1')
    expect(second?.error?.line).toBe(2)
    expect(third?.document?.name).toBe('a.jsonl#3')
  })

  test('a PDF in two columns is read column by column, headlines first', () => {
    const column = (x: number, lines: readonly string[]) =>
      lines.map((line, i) => ({ text: line, x, top: 140 + 16 * i, size: 11 }))
    const head = '全市防汛工作会议召开要求堤防巡查到人'
    const left = [
      '　　昨日，市水务局召开会议，部署全市',
      '防汛工作。会议指出，今年雨季来得早、',
      '来得急，各县区要把堤防巡查落到每一个',
    ]
    const right = ['班次、每一个人。市水务局局长裴长河说', '，全市已经备足编织袋十二万条，抢险队', '伍随时待命。']
    file('two.pdf', makePdf([{ text: head, x: 120, top: 100, size: 18 }, ...column(60, left), ...column(310, right)]))
    // pdf.js is an ES module, which jest does not load: the reader runs as the command line runs it
    const out = join(folder, 'out')
    execFileSync(
      process.execPath,
      [join(__dirname, '../../../scripts/extract.mjs'), join(folder, 'two.pdf'), '--out', out, '--until', 'segment'],
      { stdio: 'pipe' },
    )
    const record = JSON.parse(readFileSync(join(out, 'two.json'), 'utf8'))
    expect(record.articles).toHaveLength(1)
    expect(record.articles[0]).toMatchObject({ title: head, text: [...left, ...right].join('').trim() })
  })
})

describe('what cannot be read is named with the reason', () => {
  test.each([
    ['an empty file', 'empty.txt', '', 'the file is empty'],
    ['blanks alone', 'blank.txt', ' \n\n ', 'the file is empty'],
    ['random bytes', 'random.txt', randomBytes(20_000), /binary|no encoding/u],
    [
      'a page without an article',
      'nav.html',
      '<html><body><a href="/">首页</a> <a href="/n">新闻</a></body></html>',
      'holds no article',
    ],
    ['a damaged PDF', 'bad.pdf', 'no pdf at all', 'no PDF'],
    ['a damaged Word document', 'bad.docx', 'no zip at all', 'no Word document'],
    ['JSON that breaks off', 'bad.json', '{"title": "堤防', 'no JSON'],
    ['more than 20 MB', 'large.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 97), 'larger than 20 MB'],
  ])('%s', async (_, name, content, why) => {
    const found = await reason(file(name, content))
    expect(found).toContain(name)
    expect(found).toMatch(why)
  })

  test('a path that is not there', async () => expect(await reason(join(folder, 'nowhere'))).toContain('no such file'))

  test('the others in the folder go on', async () => {
    const inner = join(folder, 'inner')
    mkdirSync(inner)
    writeFileSync(join(inner, 'a-random.txt'), randomBytes(5000))
    writeFileSync(join(inner, 'b-good.txt'), BODY)
    const [first, second] = await read(inner)
    expect(first?.error?.document).toBe('a-random.txt')
    expect(second?.document?.text).toBe(BODY)
  })
})

describe('names', () => {
  test('of pages in folders are their paths below the folder that was given', async () => {
    const archive = join(folder, 'archive')
    for (const day of ['2025-07-10', '2025-07-11']) {
      mkdirSync(join(archive, day), { recursive: true })
      writeFileSync(join(archive, day, 'p1.txt'), `${day}\n${BODY}`)
    }
    expect((await read(archive)).map(one => one.document?.name)).toEqual(['2025-07-10/p1.txt', '2025-07-11/p1.txt'])
  })

  test('that come twice are an error, and the first stays', async () => {
    mkdirSync(join(folder, 'one'), { recursive: true })
    mkdirSync(join(folder, 'two'), { recursive: true })
    const [first, second] = await read(file('one/p1.txt', BODY), file('two/p1.txt', MORE))
    expect(first?.document).toMatchObject({ name: 'p1.txt', text: BODY })
    expect(second?.error?.reason).toContain('comes twice')
  })
})
