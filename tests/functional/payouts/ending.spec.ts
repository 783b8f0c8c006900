import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { openByHand } from '#payouts/open'
import {
  anotherAffiliate,
  approvedRun,
  assertBalanced,
  assertRefused,
  dueProgram,
  leftOutOf,
  openRun,
} from '#tests/support/money'
import { sell } from '#tests/support/world'

test.group('Exclusion, rejection and cancelling', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('an excluded payout is listed and its rows are carried over', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const other = await anotherAffiliate(workspace)
    await sell(workspace, { ref: other.link.refParam, amount: 5_000 })
    const { run, payout } = await openRun(workspace, owner)
    await payout.exclude(owner.actor, 'asked', 'next month')
    await run.refresh()
    assert.deepEqual([run.state, run.payoutsCount, run.leftOutCount], ['awaiting_approval', 1, 1])
    assert.deepEqual(await leftOutOf(run), [['excluded', payout.amount]])
    assert.lengthOf(await openByHand(workspace, {}, owner.actor), 1)
    await assertBalanced(assert, workspace)
  })

  test('excluding the last payout cancels the run', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await payout.exclude(owner.actor, 'asked')
    await run.refresh()
    assert.deepEqual(
      [run.state, run.amount, run.cancelReason],
      ['canceled', 0, 'nothing_left_to_pay']
    )
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () =>
      payout.exclude(owner.actor, 'asked')
    )
  })

  test('a rejected run lets everything go', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await run.reject(owner.actor, 'wrong_amounts', 'see mail')
    await payout.refresh()
    await commission.refresh()
    assert.deepEqual(
      [run.state, payout.state, commission.state, commission.payoutId],
      ['canceled', 'canceled', 'due', null]
    )
    assert.isNull(run.progressStep)
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => run.reject(owner.actor, 'again'))
    await assertBalanced(assert, workspace)
  })

  test('an approved run is canceled but not rejected', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { run } = await approvedRun(workspace, owner)
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => run.reject(owner.actor, 'late'))
    await run.cancel(owner.actor, 'mistake')
    await commission.refresh()
    assert.deepEqual([run.state, commission.state], ['canceled', 'due'])
    await assertBalanced(assert, workspace)
  })

  test('a run of which something was paid is not canceled', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const other = await anotherAffiliate(workspace)
    await sell(workspace, { ref: other.link.refParam })
    const { run, payout } = await approvedRun(workspace, owner)
    await payout.pay(owner.actor, { reference: 'cash' })
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => run.cancel(owner.actor, 'mistake'))
    await assertBalanced(assert, workspace)
  })

  test('a run on its way is not canceled', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { run } = await approvedRun(workspace, owner)
    await run.execute(owner.actor)
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => run.cancel(owner.actor, 'mistake'))
  })
})
