/** Several threads give what one gives. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')
/** Threads begin as Node begins them, which jest does not allow; so the pool runs in a process of its own. */
const SCRIPT = `
const { extractAll } = require('./import/extract-pool.ts')
const { extractDocument } = require('./import/pipeline.ts')
const { DocumentError } = require('./model/errors.ts')
const document = i => ({ name: 'page-' + i + '.txt', text: '堤防巡查到人\\n\\n本报讯（记者 苗青山）昨日，第' + i + '次会议召开，投资' + i + '亿元。', meta: {} })
const fed = [1, 2, 3, 4, 5].map(i => (i === 3 ? { error: new DocumentError('page-3.txt', 'the file is empty') } : { document: document(i) }))
;(async () => {
  const names = []
  let same = true
  for await (const one of extractAll(fed, 'record', { threads: 2 })) {
    names.push(one.error ? one.error.message : one.made.document)
    if (one.made) same &&= JSON.stringify(one.made) === JSON.stringify(extractDocument(one.document))
  }
  console.log(JSON.stringify({ names, same }))
})()
`

test('the pool gives the records in the order of the documents, failures in their place', () => {
  const out = execFileSync(process.execPath, ['-r', './scripts/register-ts.cjs', '-e', SCRIPT], { cwd: root })
  expect(JSON.parse(out.toString())).toEqual({
    names: ['page-1.txt', 'page-2.txt', 'page-3.txt: the file is empty', 'page-4.txt', 'page-5.txt'],
    same: true,
  })
})
