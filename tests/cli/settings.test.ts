import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentExample, readSettings, VARIABLES } from '../../cli/settings'
import { ConfigurationError } from '../../model/errors'

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readSettings(env)
    return []
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
}

describe('the settings', () => {
  it('need nothing', () => {
    expect(readSettings({})).toMatchObject({
      database: { kind: 'managed' },
      host: '127.0.0.1',
      port: 4000,
      samples: true,
      publicRead: false,
      playground: true,
      logLevel: 'warn',
    })
  })

  it('take a server where NEO4J_URI names one', () => {
    const env = { NEO4J_URI: 'neo4j+s://graph.example.org', NEO4J_PASSWORD: 'p', NEO4J_DATABASE: 'papers' }
    expect(readSettings(env).database).toEqual({
      kind: 'server',
      uri: 'neo4j+s://graph.example.org',
      username: 'neo4j',
      password: 'p',
      database: 'papers',
    })
  })

  it('read editors by name and keep colons in tokens', () => {
    expect([...readSettings({ MAITU_EDITOR_TOKENS: 'lin:a:b, wen:c' }).editors]).toEqual([
      ['lin', 'a:b'],
      ['wen', 'c'],
    ])
  })

  it('take empty values for values that are not set', () => {
    expect(readSettings({ NEO4J_URI: '', PORT: ' ', MAITU_SAMPLES: '' })).toEqual(readSettings({}))
  })

  it.each([
    ['PORT', 'http', /^PORT is "http".*no port.*Example: PORT=4000$/],
    ['PORT', '70000', /^PORT is "70000"/],
    ['MAITU_SAMPLES', 'maybe', /^MAITU_SAMPLES is "maybe", which is neither true nor false\. Example: MAITU_SAMPLES=false$/],
    ['NEO4J_URI', 'http://127.0.0.1:7474', /^NEO4J_URI begins with http:\/\//],
    ['NEO4J_URI', '127.0.0.1', /^NEO4J_URI is "127\.0\.0\.1", which is no address/],
    ['NEO4J_URI', 'bolt://127.0.0.1', /^NEO4J_PASSWORD is missing/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL is "loud", which is none of debug, info/],
    ['MAITU_EDITOR_TOKENS', 'lin', /without a colon/],
    ['MAITU_EDITOR_TOKENS', 'lin:', /whose name or token is empty/],
    ['MAITU_EDITOR_TOKENS', 'lin:a,lin:b', /names "lin" twice/],
    ['MAITU_CORS_ORIGINS', 'example.org', /"example\.org", which is no origin/],
  ])('refuse %s=%s with its name, the problem and an example', (name, value, expected) => {
    const problems = problemsOf({ [name]: value }).filter(problem => expected.test(problem))
    expect(problems).toHaveLength(1)
  })

  it('say all mistakes at once', () => {
    const names = problemsOf({ PORT: 'x', MAITU_SAMPLES: 'x', LOG_LEVEL: 'x' }).map(problem => problem.split(' ')[0])
    expect(names.sort()).toEqual(['LOG_LEVEL', 'MAITU_SAMPLES', 'PORT'])
  })

  it('never repeat a token in a message', () => {
    expect(problemsOf({ MAITU_EDITOR_TOKENS: 'lin:secret one,lin:secret-two' }).join()).not.toContain('secret')
  })

  it('accept every example they give', () => {
    const env = Object.fromEntries(VARIABLES.map(({ name, example }) => [name, example]))
    expect(problemsOf(env)).toEqual([])
  })

  it('are all in .env.example (npm run print:env writes it)', () => {
    expect(readFileSync(join(__dirname, '..', '..', '.env.example'), 'utf8')).toBe(environmentExample())
  })
})
