import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import { continueRun } from '#payouts/continue'
import { payAll } from '#payouts/pay_run'
import { toStored } from '#database/instants'
import { Worker } from '#queue/worker'
import { emptyDatabase } from '#tests/support/empty_database'
import { anotherAffiliate, assertBalanced, dueProgram, openRun } from '#tests/support/money'
import { sell } from '#tests/support/world'
import { OwnRedis, queueOn, until } from '#tests/unit/queue/support'

const AFFILIATES = 6

/** A run on its way that is being marked paid, as a large one is: by a job. */
async function runToPay() {
  const program = await atomically(async () => {
    const made = await dueProgram()
    for (let more = 1; more < AFFILIATES; more++) {
      const { link } = await anotherAffiliate(made.workspace)
      await sell(made.workspace, { ref: link.refParam, amount: 10_000 })
    }
    return made
  })
  const { workspace, owner } = program
  const { run } = await openRun(workspace, owner)
  await run.approve(owner.actor)
  await run.execute(owner.actor)
  const paidAt = toStored(clock.now())
  const told = { actor: owner.actor, reference: 'bank-1', paid_at: paidAt, except: [] }
  await run.merge({ progressStep: 'paying', progressInput: told }).save()
  return { workspace, run }
}

/** `payouts.continue`, whose first delivery stands still after it has read the run. */
function blockedJob(gate: Promise<void>) {
  const told = { began: 0, ended: 0 }
  class BlockedJob {
    static jobName = 'payouts.continue'
    static queue = 'money' as const

    async handle({ run_id: id }: { run_id: string }) {
      told.began += 1
      if (told.began > 1) await continueRun(id)
      else {
        const run = await PayoutRun.findOrFail(id)
        await gate
        await payAll(run)
      }
      told.ended += 1
    }
  }
  return Object.assign(BlockedJob, { told })
}

test.group('A worker that is blocked past its lock', (group) => {
  const redis = new OwnRedis()
  group.setup(async () => {
    await redis.start()
    return () => redis.remove()
  })
  group.teardown(emptyDatabase)

  test('has its job run twice, and each payout is paid once', async ({ assert, cleanup }) => {
    const { workspace, run } = await runToPay()
    const gate = Promise.withResolvers<void>()
    const Job = blockedJob(gate.promise)
    const queue = queueOn(redis.url, { stalling: { lockDuration: 30_000, stalledInterval: 50 } })
    const worker = new Worker(queue, [Job], [])
    cleanup(() => worker.stop().then(() => queue.close()))
    await worker.start()
    await queue.dispatch(Job, { run_id: run.id })
    await until('the first delivery began', () => Job.told.began === 1)

    const bull = queue.bull('money')
    await until('the second delivery ended', async () => {
      if (Job.told.began === 1) await bull.client.del(bull.toKey('1:lock'))
      return Job.told.ended === 1
    })
    await run.refresh()
    assert.equal(run.state, 'completed')
    gate.resolve()
    await until('the first delivery ended', () => Job.told.ended === 2)

    assert.equal(Job.told.began, 2)
    const paid = await db.from('events').where({ workspace_id: workspace.id, type: 'payout.paid' })
    assert.lengthOf(paid, AFFILIATES)
    assert.lengthOf(new Set(paid.map((event) => event.subject_id)), AFFILIATES)
    assert.lengthOf(await Payout.query().where({ run_id: run.id, state: 'paid' }), AFFILIATES)
    const done = await db.from('events').where({ subject_id: run.id, type: 'payout_run.completed' })
    assert.lengthOf(done, 1)
    await assertBalanced(assert, workspace)
  })
})
