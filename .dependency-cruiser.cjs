/** The arrows between folders, each with its reason. Checked by scripts/check-arrows.mjs. */

/** A folder may depend on these folders and no other. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(cli|import|src|model|database|web|tests|scripts|bench)/', pathNot: `^(${[from, ...allowed].join('|')})/` },
})

const STAGES = 'read|clean|segment|annotate|extract|resolve|load'

module.exports = {
  forbidden: [
    only(
      'model-knows-nobody',
      'model',
      [],
      'The vocabulary is plain values and pure functions; everybody may use it, so it uses nobody.',
    ),
    only(
      'database-knows-the-model',
      'database',
      ['model'],
      'Access to Neo4j serves the importer and the service alike and knows neither.',
    ),
    only(
      'import-and-service-are-apart',
      'import',
      ['model', 'database'],
      'What the importer needs of the service is handed in as a function.',
    ),
    only(
      'service-and-import-are-apart',
      'src',
      ['model', 'database'],
      'What the service needs of the importer is handed in as a function.',
    ),
    only('cli-puts-together', 'cli', ['import', 'src', 'model', 'database'], 'The edge uses all parts and nothing of the tests.'),
    {
      name: 'driver-stays-in-database',
      comment: 'Only database/ knows neo4j-driver, so that statements, retries and errors are handled in one place.',
      severity: 'error',
      from: { path: '^(cli|import|src|model)/' },
      to: { path: 'neo4j-driver' },
    },
    {
      name: 'no-stage-uses-another',
      comment:
        'A stage gets a value and gives the next; pipeline.ts puts them in order. What several stages need lies beside them.',
      severity: 'error',
      from: { path: `^import/(${STAGES})/` },
      to: { path: `^import/(${STAGES})/`, pathNot: '^import/$1/' },
    },
    {
      name: 'only-load-uses-the-database',
      comment: 'All stages before it are pure.',
      severity: 'error',
      from: { path: '^import/', pathNot: '^import/load/' },
      to: { path: '^database/' },
    },
    {
      name: 'only-read-and-load-touch-the-world',
      comment: 'Every other stage gives the same for the same input. Lexicons read their own word lists once.',
      severity: 'error',
      from: { path: `^import/(${STAGES})/`, pathNot: '^import/(read|load)/' },
      to: { path: '^(node:)?(fs|fs/promises|net|http|https|child_process)$' },
    },
    {
      name: 'no-circles',
      comment:
        'A module that needs itself over others cannot be understood or tested alone. Only the types of the API name each other, as the graph does.',
      severity: 'error',
      from: { pathNot: '\\.type\\.ts$' },
      to: { circular: true, viaOnly: { pathNot: '\\.type\\.ts$' } },
    },
    {
      name: 'nothing-unresolved',
      comment: 'A module that is not found is a mistake of the check or of the code.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs for users is installed for users. The playground is bundled when Maitu is built.',
      severity: 'error',
      from: { path: '^(cli|import|src|model|database)/', pathNot: '^src/playground/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
}
