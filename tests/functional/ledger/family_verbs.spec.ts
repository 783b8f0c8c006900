import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { undoRefund } from '#ledger/refunds'
import Commission from '#models/commission'
import {
  approvedRun,
  assertBalanced,
  assertRefused,
  dueProgram,
  openRun,
  paidRun,
  refund,
  rowsOf,
  saleOf,
  worthOf,
} from '#tests/support/money'
import { makeProgram } from '#tests/support/world'

test.group('Verbs of a person on a family', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('hold, release and approve move the reversals along', async ({ assert }) => {
    const { workspace, link } = await makeProgram()
    const { sale, commission } = await saleOf({ workspace, link })
    await refund(sale, 5_000)
    await commission.hold(system, 'looks odd')
    assert.deepEqual(await rowsOf(sale), ['2000 held', '-1000 held'])
    await refund(sale, 1_000)
    assert.deepEqual(await rowsOf(sale), ['2000 held', '-1000 held', '-200 held'])
    await commission.release(system)
    assert.deepEqual(await rowsOf(sale), ['2000 pending', '-1000 pending', '-200 pending'])
    await commission.approve(system)
    assert.deepEqual(await rowsOf(sale), ['2000 due', '-1000 due', '-200 due'])
    await assertBalanced(assert, workspace)
  })

  test('a reversal is never acted on by itself', async ({ assert }) => {
    const { sale, commission } = await dueProgram()
    await refund(sale, 5_000)
    const reversal = await Commission.findByOrFail('reversal_of', commission.id)
    await assertRefused(assert, 409, 'CONFLICT', () => reversal.hold(system))
    await assertRefused(assert, 409, 'CONFLICT', () => reversal.void(system, 'fraud'))
  })

  test('void takes the whole family out of its payout, for good', async ({ assert }) => {
    const { workspace, owner, sale, commission } = await dueProgram()
    const given = await refund(sale, 5_000)
    const { payout } = await openRun(workspace, owner)
    await commission.void(owner.actor, 'fraud', 'same card')
    assert.deepEqual(await rowsOf(sale), ['2000 voided', '-1000 voided'])
    await payout.refresh()
    assert.equal(payout.state, 'canceled')
    await undoRefund(given, system, 'won')
    assert.equal(await worthOf(sale), 0)
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () =>
      commission.void(owner.actor, 'fraud')
    )
    await assertBalanced(assert, workspace)
  })

  test('what is being paid or is paid is locked', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { run } = await approvedRun(workspace, owner)
    await assertRefused(assert, 409, 'COMMISSION_LOCKED', () =>
      commission.void(owner.actor, 'fraud')
    )
    await run.pay(owner.actor, { reference: 'bank' })
    await assertRefused(assert, 409, 'COMMISSION_LOCKED', () =>
      commission.void(owner.actor, 'fraud')
    )
  })

  test('a family in a payout is not held', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    await openRun(workspace, owner)
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => commission.hold(owner.actor))
  })

  test('a family of which only the reversal is in a payout is not held', async ({ assert }) => {
    const program = await dueProgram()
    const { workspace, owner, sale, commission } = program
    const { payout } = await paidRun(workspace, owner)
    await refund(sale, 5_000)
    await saleOf(program)
    await openRun(workspace, owner)
    await payout.return(owner.actor, 'account_closed')
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => commission.hold(owner.actor))
    await assertBalanced(assert, workspace)
  })
})
