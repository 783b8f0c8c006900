import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { atomically } from '#core/atomically'
import { verifyLedger } from '#ledger/verify'

/** Whether a timer that is due at once fires before the work is done. */
async function letsTimersThrough(work: () => Promise<unknown>) {
  let fired = false
  const timer = setTimeout(() => (fired = true), 1)
  await work()
  clearTimeout(timer)
  return fired
}

test.group('Long work', () => {
  test('many transactions in a row let timers, sockets and signals through', async ({ assert }) => {
    const work = async () => {
      for (let turn = 0; turn < 200; turn++) await atomically(() => db.from('workspaces').limit(1))
    }
    assert.isTrue(await letsTimersThrough(work))
  })

  test('so does verifying the ledger', async ({ assert }) => {
    assert.isTrue(await letsTimersThrough(() => verifyLedger()))
  })
})
