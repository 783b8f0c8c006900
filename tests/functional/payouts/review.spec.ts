import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { callerOfUser, enter } from '#http/caller'
import { runPage } from '#views/pages/payout_run'
import { lastPaid, reviewOf } from '#views/pages/run_review'
import {
  anotherAffiliate,
  changeDestination,
  dueProgram,
  openRun,
  paidRun,
  refund,
  saleOf,
} from '#tests/support/money'
import type PayoutRun from '#models/payout_run'
import type User from '#models/user'
import type Workspace from '#models/workspace'

test.group('The review of a run', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('marks a first payout, and no later one', async ({ assert }) => {
    const program = await dueProgram()
    const { run } = await paidRun(program.workspace, program.owner)
    assert.deepEqual((await reviewOf(run)).marks.first, { count: 1, amount: 2000 })

    await saleOf(program)
    const next = await openRun(program.workspace, program.owner)
    const review = await reviewOf(next.run)
    assert.deepEqual(review.marks.first, { count: 0, amount: 0 })
    assert.deepEqual(review.standOut, { count: 0, amount: 0 })
    const last = await lastPaid(next.run, [program.affiliate.id])
    assert.equal(last.get(program.affiliate.id), 2000)
  })

  test('a payout that came back does not count as paid before', async ({ assert }) => {
    const program = await dueProgram()
    const { payout } = await paidRun(program.workspace, program.owner)
    await payout.return(program.owner.actor, 'sent_back_by_bank')
    const { run } = await openRun(program.workspace, program.owner)
    assert.equal((await reviewOf(run)).marks.first.count, 1)
  })

  test('a payout is no first one any more when an earlier run is paid meanwhile, also when it was out of its run then', async ({
    assert,
  }) => {
    const program = await dueProgram()
    const { workspace, owner } = program
    const other = await anotherAffiliate(workspace)
    await saleOf({ workspace, link: other.link })
    const { run: earlier } = await openRun(workspace, owner)
    await saleOf(program)
    await saleOf({ workspace, link: other.link })
    const { run, payout } = await openRun(workspace, owner)
    await payout.exclude(owner.actor, 'asked')
    assert.equal((await reviewOf(run)).marks.first.count, 1)

    await earlier.approve(owner.actor)
    await earlier.pay(owner.actor, { reference: 'bank-1' })
    assert.equal((await reviewOf(run)).marks.first.count, 0)
    await payout.include(owner.actor)
    assert.equal((await reviewOf(run)).marks.first.count, 0)
  })

  test('what the approvers saw stays, whatever comes later', async ({ assert }) => {
    const program = await dueProgram()
    const { workspace, owner } = program
    const { run: earlier } = await openRun(workspace, owner)
    await saleOf(program)
    const { run } = await openRun(workspace, owner)
    await run.approve(owner.actor)
    await earlier.approve(owner.actor)
    await earlier.pay(owner.actor, { reference: 'bank-1' })
    assert.equal((await reviewOf(run)).marks.first.count, 1)
  })

  test('marks a destination that changed since the last payment', async ({ assert }) => {
    const program = await dueProgram()
    const { workspace, owner, affiliate } = program
    await changeDestination(workspace, affiliate.id, affiliate.id, 'paypal')
    await paidRun(workspace, owner)
    await saleOf(program)
    const same = await openRun(workspace, owner)
    assert.equal((await reviewOf(same.run)).marks.changed.count, 0)

    await changeDestination(workspace, affiliate.id, affiliate.id, 'paypal')
    assert.deepEqual((await reviewOf(same.run)).marks.changed, { count: 1, amount: 2000 })
  })

  test('marks three times the last amount, and not the time before the last', async ({
    assert,
  }) => {
    const program = await dueProgram()
    const { workspace, owner } = program
    await paidRun(workspace, owner)
    await saleOf(program, 30_000)
    const large = await openRun(workspace, owner)
    assert.deepEqual((await reviewOf(large.run)).marks.jump, { count: 1, amount: 6000 })
    await large.run.approve(owner.actor)
    await large.run.pay(owner.actor, { reference: 'bank-2' })

    await saleOf(program, 40_000)
    const next = await openRun(workspace, owner)
    assert.equal((await reviewOf(next.run)).marks.jump.count, 0)
  })

  test('tells what is taken back, and who is left out', async ({ assert }) => {
    const program = await dueProgram()
    const { workspace, owner, sale } = program
    await paidRun(workspace, owner)
    await refund(sale, 5000)
    await saleOf(program)
    const { run, payout } = await openRun(workspace, owner)
    const review = await reviewOf(run)
    assert.equal(run.amount, 1000)
    assert.deepEqual(review.carried, { count: 1, amount: -1000 })
    assert.deepEqual(review.marks.negative, { count: 1, amount: 1000 })
    assert.deepEqual(review.methods, [{ method: 'manual', count: 1, amount: 1000 }])

    await payout.exclude(owner.actor, 'under_review')
    await run.refresh()
    assert.deepEqual((await reviewOf(run)).leftOut, [
      { reason: 'excluded', count: 1, amount: 1000 },
    ])
  })

  test('asks as many queries for many payouts as for one', async ({ assert }) => {
    const program = await dueProgram()
    const { workspace, owner } = program
    const one = await openRun(workspace, owner)
    const few = await queriesOf(one.run, workspace, owner)

    for (let made = 0; made < 12; made++) {
      const { link } = await anotherAffiliate(workspace)
      await saleOf({ workspace, link })
    }
    const many = await openRun(workspace, owner)
    assert.equal(many.run.payoutsCount, 12)
    assert.equal(await queriesOf(many.run, workspace, owner), few)
    assert.isAbove(few, 10)
  })
})

/** How many queries the page of a run asks. */
async function queriesOf(run: PayoutRun, workspace: Workspace, owner: User) {
  const caller = callerOfUser(owner)
  await enter(caller, workspace)
  let queries = 0
  const count = () => queries++
  const { client } = db.connection().getReadClient()
  client.on('query', count)
  await runPage(run, workspace, caller, {})
  client.removeListener('query', count)
  return queries
}
