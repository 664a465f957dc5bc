import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(__dirname, '..')
const isInstalled = spawnSync('docker-compose', ['version']).status === 0
if (!isInstalled) console.warn('docker-compose is not installed here, so docker-compose.yml is not checked by it.')

function config(env: NodeJS.ProcessEnv): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('docker-compose', ['--env-file', '.env.example', 'config'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    encoding: 'utf8',
  })
  return { status, output: `${stdout}${stderr}` }
}

;(isInstalled ? describe : describe.skip)('docker-compose.yml', () => {
  it('is valid, and waits for a healthy Neo4j', () => {
    const { status, output } = config({ NEO4J_PASSWORD: 'a-long-password' })
    expect({ status, output }).toMatchObject({ status: 0 })
    expect(output).toMatch(/depends_on:\s+neo4j:\s+condition: service_healthy/)
    expect(output).toMatch(/image: neo4j:5\.26-community/)
  })

  it('publishes on this machine only', () => {
    const { output } = config({ NEO4J_PASSWORD: 'a-long-password', PORT: '4321' })
    const ports = [...output.matchAll(/^\s+ports:\n((?:\s+- .*\n)+)/gm)].map(match => (match[1] as string).trim())
    expect(ports).toEqual(['- 127.0.0.1:4321:4000/tcp'])
  })

  it('refuses to begin without a password and says where to put one', () => {
    const { status, output } = config({})
    expect(status).not.toBe(0)
    expect(output).toMatch(/NEO4J_PASSWORD is not set\. Put a line NEO4J_PASSWORD=… .* into a file \.env/s)
  })
})
