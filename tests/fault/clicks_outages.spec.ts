import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import pg from 'pg'
import { dialect } from '#config/database'
import { blockDatabase, clickCounts, storedWithin } from '#tests/fault/clicks_server'
import { clickIdOf, visit } from '#tests/functional/tracking/visits'
import { makeProgram } from '#tests/support/world'
import { recorder } from '#tracking/recorder'
import type { Assert } from '@japa/assert'
import type Link from '#models/link'

/** How long each outage is, in milliseconds. */
const LONG = Number(process.env.TEST_SCALE ?? 1) > 1 ? 10_000 : 2_000

/** Four visitors, one visit after the other each; none is shown anything but where they wanted to go. */
async function comeUntil(link: Link, isOver: () => boolean, assert: Assert): Promise<string[]> {
  const ids: string[] = []
  const visitor = async () => {
    do {
      const answer = await visit(`/r/${link.refParam}`)
      assert.equal(answer.status, 302)
      ids.push(clickIdOf(answer))
    } while (!isOver())
  }
  await Promise.all(Array.from({ length: 4 }, visitor))
  return ids
}

function after(milliseconds: number) {
  const end = performance.now() + milliseconds
  return () => performance.now() > end
}

const spilled = () => recorder.metrics.clicks_spilled

test.group('Outages under visitors', (group) => {
  group.setup(() => testUtils.httpServer().start())

  async function program() {
    const made = await makeProgram()
    await visit(`/r/${made.link.refParam}`)
    await clickCounts(made.workspace)
    return made
  }

  /** Nobody is lost, and whoever counts finds what is there. */
  async function assertWhole(
    assert: Assert,
    made: Awaited<ReturnType<typeof program>>,
    ids: string[]
  ) {
    assert.equal(new Set(ids).size, ids.length)
    assert.equal(await storedWithin(20_000, ids), ids.length)
    const { rolled, stored } = await clickCounts(made.workspace)
    assert.deepEqual(rolled, stored)
    assert.equal(recorder.metrics.clicks_lost, 0)
  }

  test('the database is locked', async ({ assert, cleanup }) => {
    const made = await program()
    const block = await blockDatabase()
    cleanup(() => block.release())
    const before = spilled()
    const ids = await comeUntil(made.link, after(LONG), assert)
    assert.isAbove(spilled(), before)
    await block.release()
    await assertWhole(assert, made, ids)
  }).timeout(60_000)

  test('the disk is full', async ({ assert, cleanup }) => {
    const made = await program()
    const [{ page_count: pages }] = await db.rawQuery('pragma page_count')
    const room = (most: number) => db.rawQuery(`pragma max_page_count = ${most}`)
    await room(pages)
    cleanup(() => room(1_073_741_823))
    const [before, isOver] = [spilled(), after(LONG)]
    const ids = await comeUntil(made.link, () => isOver() && spilled() > before, assert)
    assert.isAbove(spilled(), before)
    await room(1_073_741_823)
    await assertWhole(assert, made, ids)
  })
    .skip(dialect !== 'sqlite', 'A full disk is told by SQLite alone')
    .timeout(120_000)

  test('PostgreSQL stands still', async ({ assert, cleanup }) => {
    const made = await program()
    const processes = await postgresProcesses()
    const send = (signal: 'SIGSTOP' | 'SIGCONT') =>
      processes.forEach((pid) => process.kill(pid, signal))
    cleanup(() => send('SIGCONT'))
    const before = spilled()
    send('SIGSTOP')
    const ids = await comeUntil(made.link, after(LONG), assert)
    assert.isAbove(spilled(), before)
    send('SIGCONT')
    await assertWhole(assert, made, ids)
  })
    .skip(dialect !== 'postgres', 'Of PostgreSQL alone')
    .timeout(60_000)

  test('PostgreSQL ends every connection', async ({ assert, cleanup }) => {
    const made = await program()
    // None of the pool's, which it ends.
    const outside = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await outside.connect()
    cleanup(() => outside.end())
    let ended = 0
    const isOver = after(LONG)
    const endAll = async () => {
      while (!isOver()) {
        const { rows } = await outside.query(
          `select pg_terminate_backend(pid) as done from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()`
        )
        ended += rows.length
      }
    }
    const [ids] = await Promise.all([comeUntil(made.link, isOver, assert), endAll()])
    assert.isAbove(ended, 0)
    await assertWhole(assert, made, ids)
  })
    .skip(dialect !== 'postgres', 'Of PostgreSQL alone')
    .timeout(60_000)
})

/** The server that the tests are connected with, and all of its processes. */
async function postgresProcesses(): Promise<number[]> {
  const { rows } = await db.rawQuery('show data_directory')
  const file = await readFile(join(rows[0].data_directory, 'postmaster.pid'), 'utf8')
  const [server] = file.split('\n')
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=', '--ppid', server])
  return [server, ...stdout.trim().split('\n')].map(Number)
}
