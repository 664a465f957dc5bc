/** A bulk load into a server that Maitu does not run: what is printed can be done. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManagedDatabase } from '../../database/managed/managed-database'
import { cacheDir } from '../support/cache'
import { maitu, ROOT } from '../support/maitu'

const folder = mkdtempSync(join(tmpdir(), 'maitu-foreign-'))
const databases = ['maitu-bulk', 'plain', 'foreign'].map(name => new ManagedDatabase({ dataDir: join(folder, name), cacheDir }))
afterAll(async () => {
  for (const database of databases) await database.stop({ force: true })
  rmSync(folder, { recursive: true, force: true })
})

it('the commands printed for a foreign server give the graph that an ordinary import gives', async () => {
  const pages = join(folder, 'pages of today')
  mkdirSync(pages)
  for (const day of [1, 2, 3])
    writeFileSync(
      join(pages, `${day}.txt`),
      `堤防巡查到人\n\n本报讯（记者 苗青山）昨日，湖北省水利厅第${day}次会议召开，投资${day}亿元。\n`,
    )
  const env = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'nobody-listens', MAITU_DATA: join(folder, 'plain') }
  const refused = await maitu(['import', '--bulk', pages, '--published-on', '2025-07-10'], env)
  expect(refused.status).not.toBe(0)
  const commands = refused.stderr.split('\n').flatMap(line => /^ {2}(\S.*)$/.exec(line)?.[1] ?? [])
  expect(
    commands.map(command =>
      command
        .replace(/^(?:[A-Z_0-9]+=\S* )*/, '')
        .split(' ')
        .slice(0, 3)
        .join(' '),
    ),
  ).toEqual(['maitu import --bulk', 'maitu database dump', 'neo4j stop', 'neo4j-admin database load', 'neo4j start'])

  const bin = join(folder, 'bin')
  mkdirSync(bin)
  const main = `"${process.execPath}" -r "${join(ROOT, 'scripts', 'register-ts.cjs')}" "${join(ROOT, 'cli', 'main.ts')}"`
  writeFileSync(join(bin, 'maitu'), `#!/bin/sh\nexec ${main} "$@"\n`)
  chmodSync(join(bin, 'maitu'), 0o755)
  const { HOME, JAVA_HOME, JAVA_TOOL_OPTIONS, MAITU_CACHE, XDG_CACHE_HOME } = process.env
  const outside = { HOME, JAVA_HOME, JAVA_TOOL_OPTIONS, MAITU_CACHE, XDG_CACHE_HOME, PATH: `${bin}:${process.env.PATH}` }
  for (const command of commands.slice(0, 2))
    execFileSync('sh', ['-c', command], { cwd: folder, env: { ...outside, ...env }, stdio: 'pipe' })

  // The same neo4j-admin as on the other machine, called by the command that does it for a managed server.
  const foreign = { MAITU_DATA: join(folder, 'foreign') }
  expect(await maitu(['database', 'load', join(folder, 'neo4j.dump')], foreign)).toMatchObject({ status: 0 })
  const plain = { MAITU_DATA: join(folder, 'plain') }
  expect(await maitu(['import', pages, '--published-on', '2025-07-10'], plain)).toMatchObject({ status: 0 })
  const [there, here] = [await maitu(['fingerprint'], foreign), await maitu(['fingerprint'], plain)]
  expect(there.stdout).toMatch(/^[0-9a-f]{16,}\n$/)
  expect(there.stdout).toBe(here.stdout)
})
