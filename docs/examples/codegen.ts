// Makes types and documents for every graphql(`…`) of a front end. Run: npx graphql-codegen
import type { CodegenConfig } from '@graphql-codegen/cli'

const config: CodegenConfig = {
  // The file of this repository, or the address of a service that lets clients ask for its schema.
  schema: 'schema.graphql',
  documents: ['*.ts'],
  generates: {
    './gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { documentMode: 'string', useTypeImports: true, scalars: { Date: 'string' } },
    },
  },
}
export default config
