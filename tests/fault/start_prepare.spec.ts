import { test } from '@japa/runner'
import Sqlite from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Run, settings } from './start_helpers.js'

/** The last line, when it is JSON. */
function answerIn(output: string): Partial<Answer> {
  const line = output.trim().split('\n').at(-1) ?? ''
  return line.startsWith('{') ? JSON.parse(line) : {}
}

interface Answer {
  migrated: number
  users: number
  setup_token: string
}

test.group('prepare', (group) => {
  let env: Awaited<ReturnType<typeof settings>>
  const file = () => join(env.DATA_PATH!, 'tributary.sqlite3')
  const copies = () =>
    readdirSync(env.DATA_PATH!).filter((name) => name.startsWith('tributary-before'))

  group.each.setup(async () => {
    env = { ...(await settings()), DATABASE_URL: undefined }
    return () => rmSync(env.DATA_PATH!, { recursive: true, force: true })
  })

  const prepare = async () => {
    const run = new Run(env, process.execPath, ['bin/ace.mjs', 'prepare', '--json'])
    return { code: await run.ended, output: run.output, ...answerIn(run.output) }
  }

  const inFile = <T>(work: (sqlite: Sqlite.Database) => T) => {
    const sqlite = new Sqlite(file())
    try {
      return work(sqlite)
    } finally {
      sqlite.close()
    }
  }

  test('migrates an empty database without a copy, and keeps only the hash of the setup token', async ({
    assert,
  }) => {
    const first = await prepare()
    assert.isAbove(first.migrated!, 0)
    assert.equal(first.users, 0)
    assert.deepEqual(copies(), [])

    const second = await prepare()
    assert.equal(second.migrated, 0)
    assert.notEqual(second.setup_token, first.setup_token)
    const stored = inFile((sqlite) =>
      sqlite.prepare("select value from settings where key = 'setup_token'").pluck().get()
    )
    assert.equal(stored, createHash('sha256').update(second.setup_token!).digest('hex'))
  })

  test('copies a filled file before it migrates, and keeps the last three copies', async ({
    assert,
  }) => {
    await prepare()
    for (let round = 1; round <= 4; round++) {
      inFile((sqlite) => {
        sqlite.exec('drop table heartbeats')
        sqlite.exec("delete from adonis_schema where name like '%create_heartbeats_table'")
      })
      const { migrated } = await prepare()
      assert.equal(migrated, 1)
    }
    assert.deepEqual(
      copies().sort(),
      [2, 3, 4].map((number) => `tributary-before-${number}.sqlite3`)
    )
  })

  test('refuses a database of a newer version', async ({ assert }) => {
    await prepare()
    inFile((sqlite) =>
      sqlite.exec(
        "insert into adonis_schema (name, batch) values ('database/migrations/9999_x', 2)"
      )
    )
    const { code, output } = await prepare()
    assert.equal(code, 1)
    assert.include(output, 'migrated by a newer Tributary')
  })

  test('refuses a file that is no database', async ({ assert }) => {
    writeFileSync(file(), 'This is a letter, not a database. '.repeat(100))
    const { code, output } = await prepare()
    assert.equal(code, 1)
    assert.include(
      output,
      `The database (${file()}) cannot be used: the file is no SQLite database.`
    )
  })

  test('warns when triggers that keep the books are gone', async ({ assert }) => {
    await prepare()
    inFile((sqlite) => sqlite.exec('drop trigger events_keep_delete'))
    const { code, output } = await prepare()
    assert.equal(code, 0)
    assert.include(output, 'lost triggers that keep the books unchanged: events_keep_delete')
  })
})
