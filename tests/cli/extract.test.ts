/** `maitu extract` on every format and encoding, on standard input, and on what is no page. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { maitu } from '../support/maitu'
import { makeDocx } from '../support/make-docx'
import { makePdf } from '../support/make-pdf'

const HEAD = '堤防巡查到人'
const BODY =
  '昨日，市水务局召开会议，部署全市防汛工作。会议指出，今年雨季来得早、来得急，各县区要把堤防巡查落到每一个班次、每一个人。'
const MORE = '市水务局局长裴长河说，全市已经备足编织袋十二万条，抢险队伍随时待命，请沿河群众放心，也请大家留意天气。'
const PAGE = `${HEAD}\n\n${BODY}\n\n${MORE}\n`
const TRADITIONAL =
  '堤防巡查到人\n\n昨日，市水務局召開會議，部署全市防汛工作。市水務局局長裴長河說，搶險隊伍隨時待命，請沿河群眾放心，也請大家留意天氣。\n'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maitu-extract-'))
  mkdirSync(join(folder, 'in'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, 'in', name), content)
const record = (name: string) => JSON.parse(readFileSync(join(folder, 'out', name), 'utf8'))
const extract = (input = '', ...paths: string[]) =>
  maitu(['extract', ...(paths.length > 0 ? paths : [join(folder, 'in')]), '--out', join(folder, 'out')], {}, input)

/** The bytes of a text in an encoding that Node only reads: the other way round. */
function encoded(text: string, encoding: 'gb18030' | 'big5'): Buffer {
  const decoder = new TextDecoder(encoding)
  const bytes = new Map<string, readonly [number, number]>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(Uint8Array.of(first, second))
      if (character.length === 1 && !bytes.has(character)) bytes.set(character, [first, second])
    }
  return Buffer.from([...text].flatMap(character => bytes.get(character) ?? [character.charCodeAt(0)]))
}

test('every format and encoding gives a record with the speaker of its page', async () => {
  const utf16 = Buffer.from(PAGE, 'utf16le')
  put('a-utf8.txt', PAGE)
  put('b-utf8-mark.txt', `\ufeff${PAGE}`)
  put('c-utf16le-mark.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))
  put('d-utf16be-mark.txt', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]))
  put('e-utf16le.txt', utf16)
  put('f-utf16be.txt', Buffer.from(utf16).swap16())
  put('g-gb18030.txt', encoded(PAGE, 'gb18030'))
  put('h-big5.txt', encoded(TRADITIONAL, 'big5'))
  put('i-markdown.md', `# ${HEAD}\n\n${BODY}\n\n${MORE}\n`)
  put('j-word.docx', makeDocx([HEAD, BODY, MORE]))
  put('k-list.json', JSON.stringify([{ title: HEAD, content: `${BODY}\n${MORE}`, date: '2023-05-06', source: '临江日报' }]))
  put('l-lines.jsonl', `${JSON.stringify({ title: HEAD, content: `${BODY}\n${MORE}` })}\n`)
  const rows = (MORE.match(/.{1,20}/gu) ?? []).map((text, i) => ({ text, x: 60, top: 140 + 16 * i, size: 11 }))
  put('m-print.pdf', makePdf([{ text: HEAD, x: 60, top: 100, size: 18 }, ...rows]))
  put(
    'n-web.html',
    `<html><head><meta charset="utf-8"><title>${HEAD}</title></head><body><div id="a"><h1>${HEAD}</h1><p>${BODY}</p><p>${MORE}</p></div></body></html>`,
  )
  // as sites were made: a declared GB2312, the article in the cell of a table, scripts and frames around it
  const old = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${HEAD}</title><script>var a="<td>";${'x();'.repeat(50)}</script></head><body><iframe src="top.htm"></iframe><table><tr><td><a href="/">首页</a></td></tr><tr><td><b>${HEAD}</b></td></tr><tr><td><p>${BODY}</p><p>${MORE}</p></td></tr></table></body></html>`
  put('o-old-web.htm', encoded(old, 'gb18030'))

  const { status, stderr } = await extract()
  expect(stderr).toContain('15 records')
  expect(status).toBe(0)
  const wrong = readdirSync(join(folder, 'out')).filter(name => {
    const { people, articles } = record(name)
    return articles.length !== 1 || !/裴[长長]河/u.test(people.map((person: { name: string }) => person.name).join())
  })
  expect(wrong).toEqual([])
})

test('what is no page is named with the reason and the line, and the others are read', async () => {
  put('a-good.txt', PAGE)
  put('b-empty.txt', '')
  put('c-binary.txt', randomBytes(20_000))
  put('d-nav.html', '<html><body><a href="/">首页</a> <a href="/n">新闻</a></body></html>')
  put('e-picture.pdf', makePdf([]))
  put('f-lines.jsonl', `${JSON.stringify({ title: HEAD, content: BODY })}\n{bad\n`)
  put('g-large.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 97))
  put('h-good.txt', PAGE)
  const { status, stderr } = await extract()
  expect(status).toBe(1)
  for (const reason of [
    'b-empty.txt: the file is empty',
    'd-nav.html: the page holds no article',
    'e-picture.pdf: the PDF has no text layer',
    'f-lines.jsonl:2: ',
    'g-large.txt: is larger than 20 MB',
  ])
    expect(stderr).toContain(`Failed: ${reason}`)
  expect(stderr).toMatch(/Failed: c-binary\.txt(?::\d+)?: the file is (?:binary|in no encoding)/u)
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['a-good.json', 'f-lines.jsonl_1.json', 'h-good.json'])
})

test('standard input is read as a page', async () => {
  const { status } = await extract(PAGE, '-')
  expect(status).toBe(0)
  expect(record('stdin.json')).toMatchObject({ document: 'stdin', articles: [{ title: HEAD, text: `${BODY}\n${MORE}` }] })
})

test('nothing on standard input is a failure that is named', async () => {
  const { status, stderr } = await extract('', '-')
  expect(status).toBe(1)
  expect(stderr).toContain('Failed: stdin: the file is empty')
  expect(existsSync(join(folder, 'out', 'stdin.json'))).toBe(false)
})
