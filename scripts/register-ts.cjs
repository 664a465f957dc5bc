/** Lets a development script require the TypeScript sources directly, compiled in memory. */
const { readFileSync } = require('node:fs')
const { transformSync } = require('@swc/core')

require.extensions['.ts'] = (module, file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), { filename: file })
  module._compile(code, file)
}
