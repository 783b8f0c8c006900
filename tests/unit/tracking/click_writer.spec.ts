import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import Sqlite from 'better-sqlite3'
import { byCommitLast } from '#database/checkpointer'
import { ClickWriter } from '#tracking/click_writer'
import { columns, type ClickRow } from '#tracking/click_row'
import { takeLog } from '#tests/support/log'
import { aClick } from '#tests/unit/tracking/clicks'

test.group('The thread that writes clicks', (group) => {
  let file: string
  let writer: ClickWriter

  group.each.setup(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tributary-writer-'))
    file = join(folder, 'deep', 'clicks.sqlite3')
    writer = writerWith()
    return async () => {
      await writer.stop()
      await rm(folder, { recursive: true })
    }
  })

  function writerWith(...more: string[]) {
    return new ClickWriter({
      file,
      pragmas: ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 0', ...more],
      insert: 'INSERT OR IGNORE INTO clicks',
      columns: columns.length,
    })
  }

  /** Another connection to the file, with the table; `deep/` is made first. */
  async function open(cleanup: (last: () => void) => void) {
    await mkdir(dirname(file), { recursive: true })
    const database = new Sqlite(file)
    database.exec(
      `create table if not exists clicks (${columns.map((name) => `${name} text ${name === 'id' ? 'primary key' : ''}`).join(', ')})`
    )
    cleanup(() => void database.close())
    return database
  }

  const clicks = (count: number): ClickRow[] => Array.from({ length: count }, aClick)

  test('answers when others see them, whatever came at once', async ({ assert, cleanup }) => {
    const database = await open(cleanup)
    const batches = [clicks(3), clicks(1), clicks(40)]
    await Promise.all(batches.map((batch) => writer.insert(batch)))
    const stored = database.prepare('select * from clicks order by id').raw().all()
    assert.deepEqual(stored, batches.flat())

    await writer.insert([...batches[0], ...batches[2]])
    assert.equal(database.prepare('select count(*) from clicks').pluck().get(), 44)
  })

  test('says with its code what went wrong, and stores none of those', async ({
    assert,
    cleanup,
  }) => {
    const database = await open(cleanup)
    database.exec('begin immediate')
    const [one, other] = [clicks(1), clicks(1)]
    const outcomes = await Promise.allSettled([writer.insert(one), writer.insert(other)])
    outcomes.forEach((outcome) => {
      assert.equal(outcome.status, 'rejected')
      assert.equal((outcome as PromiseRejectedResult).reason.code, 'SQLITE_BUSY')
    })
    database.exec('rollback')
    await writer.insert(one)
    assert.deepEqual(database.prepare('select id from clicks').pluck().all(), [one[0][0]])
  })

  test('a full disk takes all of a batch or none of it', async ({ assert, cleanup }) => {
    const database = await open(cleanup)
    writer = writerWith('max_page_count = 10')
    await writer.insert(clicks(1))
    const error = await writer.insert(clicks(500)).catch((reason) => reason)
    assert.equal(error.code, 'SQLITE_FULL')
    assert.equal(database.prepare('select count(*) from clicks').pluck().get(), 1)
  })

  test('what is logged comes into the file while it goes on writing', async ({
    assert,
    cleanup,
  }) => {
    const database = await open(cleanup)
    writer = writerWith(byCommitLast)
    const sizeOf = async () => (await stat(file)).size
    const before = await sizeOf()
    while ((await sizeOf()) < before + 200_000) await writer.insert(clicks(2_000))
    assert.isAbove(database.prepare('select count(*) from clicks').pluck().get() as number, 1_999)
  })

  test('a log that cannot be brought into the file keeps nobody waiting, and is told of once', async ({
    assert,
    cleanup,
  }) => {
    const log = takeLog()
    cleanup(() => log.giveBack())
    await open(cleanup)
    await writer.insert(clicks(1))
    // The writer has the file open, and who brings the log in does not find it.
    await rename(dirname(file), `${dirname(file)}_moved`)
    while (log.lines.length === 0) await writer.insert(clicks(2_000))
    for (let batch = 0; batch < 5; batch++) await writer.insert(clicks(2_000))
    assert.lengthOf(log.lines, 1)
    assert.match(log.lines[0], /directory does not exist/)
  })

  test('is started again when it ended', async ({ assert, cleanup }) => {
    await assert.rejects(() => writer.insert(clicks(1)), /directory does not exist/)
    const database = await open(cleanup)
    await writer.insert(clicks(1))
    assert.equal(database.prepare('select count(*) from clicks').pluck().get(), 1)
  })

  test('ends after what was begun', async ({ assert, cleanup }) => {
    const database = await open(cleanup)
    const begun = writer.insert(clicks(500))
    await writer.stop()
    await begun
    assert.equal(database.prepare('select count(*) from clicks').pluck().get(), 500)
  })
})
