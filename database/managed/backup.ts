/** The managed database as one file, and back. The server is stopped meanwhile, so nobody else may use it. */
import { existsSync, linkSync, mkdtempSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseError, InvalidInputError } from '../../model/errors'
import type { ManagedDatabase } from './managed-database'

/** Writes the database into a file, which is there whole or not at all. Throws an InvalidInputError where the file is there already. */
export async function dumpDatabase(managed: ManagedDatabase, file: string): Promise<void> {
  const target = resolve(file)
  if (existsSync(target))
    throw new InvalidInputError('file', `${target} is there already. Give another name, or remove it first.`)
  const folder = folderBeside(target)
  try {
    await managed.whileStopped(async admin => {
      await admin.run(['database', 'dump', admin.database, `--to-path=${folder}`])
      renameSync(join(folder, `${admin.database}.dump`), target)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Puts the database of a file in the place of the one in use. Until all of it is there, the one in use stays. */
export async function loadDatabase(managed: ManagedDatabase, file: string): Promise<void> {
  const source = resolve(file)
  if (!statSync(source, { throwIfNoEntry: false })?.isFile()) throw new InvalidInputError('file', `there is no file ${source}.`)
  const folder = folderBeside(source)
  try {
    await managed.whileStopped(async admin => {
      place(source, join(folder, `${admin.spare}.dump`))
      await admin.run(['database', 'load', admin.spare, `--from-path=${folder}`, '--overwrite-destination=true'])
      admin.use(admin.spare)
    })
  } catch (error) {
    if (!(error instanceof DatabaseError) || !/neo4j-admin database load/.test(error.message)) throw error
    throw new InvalidInputError(
      'file',
      `${source} is no dump that this Neo4j can load. The graph is as it was. (${error.message})`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** neo4j-admin wants a folder, and in it a file of the database's name. On the same disk, nothing needs copying. */
function folderBeside(file: string): string {
  try {
    return mkdtempSync(join(dirname(file), '.maitu-'))
  } catch (cause) {
    throw new InvalidInputError('file', `${dirname(file)} is no folder that can be written to (${(cause as Error).message}).`)
  }
}

function place(file: string, as: string): void {
  try {
    linkSync(file, as)
  } catch {
    symlinkSync(file, as)
  }
}
