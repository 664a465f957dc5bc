/** What clients can rely on: the printed schema is current, nothing published breaks, everything is described. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  validate,
} from 'graphql'
import { buildServiceSchema, printServiceSchema } from '../../../src/schema'

const root = join(__dirname, '../../..')
const schema = buildServiceSchema()

it('is printed in schema/schema.graphql (else run scripts/print-schema.mjs)', () => {
  expect(readFileSync(join(root, 'schema/schema.graphql'), 'utf8')).toBe(printServiceSchema())
})

it('breaks nothing that is published (else change schema/published.graphql with it, on purpose)', async () => {
  const published = buildSchema(readFileSync(join(root, 'schema/published.graphql'), 'utf8'))
  const breaking = (await diff(published, buildSchema(printServiceSchema()))).filter(
    change => change.criticality.level === CriticalityLevel.Breaking,
  )
  expect(breaking.map(change => change.message)).toEqual([])
})

it('notices a change that breaks what is published', async () => {
  const changed = printServiceSchema().replaceAll('claimCount:', 'claimNumber:')
  const changes = await diff(buildSchema(printServiceSchema()), buildSchema(changed))
  expect(changes.some(change => change.criticality.level === CriticalityLevel.Breaking)).toBe(true)
})

/** Folders with operations that must stay valid; the second holds those that clients already run, where it is there. */
const folders = [join(root, 'schema/examples'), join(root, '../shared/contract')].filter(existsSync)
const operations = folders.flatMap(folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.graphql'))
    .map(name => join(folder, name)),
)

it.each(operations.map(file => [file.split('/').slice(-2).join('/'), file]))('answers %s', (_, file) => {
  const errors = validate(schema, parse(readFileSync(file as string, 'utf8')))
  expect(errors.map(error => error.message)).toEqual([])
})

it('describes every type, field, argument and enum value', () => {
  expect(Object.values(schema.getTypeMap()).flatMap(undescribed)).toEqual([])
})

function undescribed(type: GraphQLNamedType): string[] {
  if (isIntrospectionType(type) || isSpecifiedScalarType(type)) return []
  const missing = type.description || ['Query', 'Mutation'].includes(type.name) ? [] : [type.name]
  if (isEnumType(type))
    missing.push(...type.getValues().flatMap(value => (value.description ? [] : [`${type.name}.${value.name}`])))
  if (isInputObjectType(type)) {
    missing.push(...Object.values(type.getFields()).flatMap(field => (field.description ? [] : [`${type.name}.${field.name}`])))
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (!field.description) missing.push(`${type.name}.${field.name}`)
      missing.push(...field.args.flatMap(arg => (arg.description ? [] : [`${type.name}.${field.name}(${arg.name})`])))
    }
  }
  return missing
}
