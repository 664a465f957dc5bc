#!/usr/bin/env node
// Checks that the arrows between folders go one way (.dependency-cruiser.cjs). Fails also where the checker saw fewer modules than there are files:
// with a parser that cannot read the sources it would find nothing and call that good.
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const folders = ['cli', 'import', 'src', 'model', 'database'].filter(folder => existsSync(folder))
const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs')

const { output } = await cruise(folders, { ...config.options, validate: true, ruleSet: { forbidden: config.forbidden } })

const problems = output.summary.violations.map(({ rule, from, to }) => {
  const { comment } = config.forbidden.find(({ name }) => name === rule.name)
  return `${from} → ${to}\n    ${rule.name}: ${comment}`
})

const files = folders.flatMap(folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:ts|mjs|cjs|js)$/.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath ?? entry.path, entry.name))),
)
const seen = new Map(output.modules.map(module => [module.source, module]))
const unseen = files.filter(file => !seen.has(file))
if (unseen.length > 0)
  problems.push(`The check did not see ${unseen.length} of ${files.length} files, among them ${unseen.slice(0, 5).join(', ')}.`)
if (!output.modules.some(module => folders.includes(module.source.split('/')[0]) && module.dependencies.length > 0)) {
  problems.push('The check saw no dependency at all, so its parser does not read these sources.')
}

if (problems.length > 0) {
  console.error(problems.join('\n'))
  console.error(`${problems.length} ${problems.length === 1 ? 'arrow goes' : 'arrows go'} where none may.`)
  process.exit(1)
}
console.log(`Arrows: ${files.length} files, ${output.summary.totalDependenciesCruised} dependencies, all as they should be.`)
