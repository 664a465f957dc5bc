import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findJava, parseJavaVersion } from '../../../database/managed/java'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maitu-java-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function fakeJava(output: string, exit = 0): string {
  mkdirSync(join(folder, 'bin'), { recursive: true })
  const file = join(folder, 'bin', 'java')
  writeFileSync(file, `#!/bin/sh\necho '${output}' >&2\nexit ${exit}\n`)
  chmodSync(file, 0o755)
  return file
}

describe('the Java for Neo4j', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_292"', 8],
    ['openjdk version "25" 2025-09-16', 25],
    ['nothing of the kind', null],
  ])('is of the version that %j says', (output, version) => {
    expect(parseJavaVersion(output)).toBe(version)
  })

  it('is that of JAVA_HOME before that of the PATH', async () => {
    const java = fakeJava('openjdk version "21.0.1"')
    expect(await findJava({ JAVA_HOME: folder, PATH: '/usr/bin' })).toBe(java)
    expect(await findJava({ PATH: join(folder, 'bin') })).toBe(java)
  })

  it('is missed with advice where there is none', async () => {
    await expect(findJava({ PATH: folder })).rejects.toThrow(/No Java is found.*Java 17 or newer.*NEO4J_URI/)
    await expect(findJava({ JAVA_HOME: folder, PATH: '' })).rejects.toThrow(/JAVA_HOME is .* there is no .*\/bin\/java/)
  })

  it('is refused where it is too old or does not run', async () => {
    fakeJava('openjdk version "11.0.20"')
    await expect(findJava({ JAVA_HOME: folder })).rejects.toThrow(/is Java 11, which is too old.*Java 17/)
    fakeJava('broken', 1)
    await expect(findJava({ JAVA_HOME: folder })).rejects.toThrow(/does not run/)
  })
})
