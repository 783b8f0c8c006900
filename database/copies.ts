import db from '@adonisjs/lucid/services/db'
import { dataFolder, dataPath } from '#config/data'
import { chmod, readdir, rename, rm } from 'node:fs/promises'

const NAME = /^tributary-before-(\d+)\.sqlite3$/
const KEEP = 3

/** Copies the SQLite file beside itself as it is now, and keeps the last three such copies. Answers the name. */
export async function copySqliteFile(): Promise<string> {
  const numbers = await copies()
  const next = (numbers.at(-1) ?? 0) + 1
  const name = nameOf(next)
  const draft = dataPath(`${name}.partial`)

  await rm(draft, { force: true })
  await db.rawQuery('vacuum into ?', [draft])
  await chmod(draft, 0o600)
  await rename(draft, dataPath(name))
  await Promise.all(
    [...numbers, next].slice(0, -KEEP).map((number) => rm(dataPath(nameOf(number))))
  )
  return name
}

const nameOf = (number: number) => `tributary-before-${number}.sqlite3`

async function copies() {
  const files = await readdir(dataFolder)
  const numbers = files.flatMap((file) => file.match(NAME)?.slice(1).map(Number) ?? [])
  return numbers.sort((one, other) => one - other)
}
