import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Payout from '#models/payout'
import { openByHand } from '#payouts/open'
import {
  anotherAffiliate,
  approvedRun,
  assertBalanced,
  assertRefused,
  dueProgram,
  paidRun,
  refund,
} from '#tests/support/money'
import { sell } from '#tests/support/world'

test.group('What becomes of the money', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function two() {
    const program = await dueProgram()
    const other = await anotherAffiliate(program.workspace)
    await sell(program.workspace, { ref: other.link.refParam })
    const { run } = await approvedRun(program.workspace, program.owner)
    const [first, second] = await Payout.query().where('run_id', run.id).orderBy('id')
    return { ...program, run, first, second }
  }

  test('payouts marked by hand complete the run without an execution', async ({ assert }) => {
    const { workspace, owner, run, first, second } = await two()
    await first.pay(owner.actor, { reference: 'cash' })
    await run.refresh()
    assert.equal(run.state, 'approved')
    await second.pay(owner.actor, {})
    await run.refresh()
    assert.equal(run.state, 'completed')
    await assertBalanced(assert, workspace)
  })

  test('a day of payment that lies ahead is refused', async ({ assert }) => {
    const { owner, first } = await two()
    const paidAt = DateTime.utc().plus({ days: 2 })
    await assertRefused(assert, 422, 'VALIDATION_ERROR', () => first.pay(owner.actor, { paidAt }))
  })

  test('one failed payout makes a run partly failed, and its rows are due again', async ({
    assert,
  }) => {
    const { workspace, owner, run, first } = await two()
    await run.execute(owner.actor)
    assert.equal(run.state, 'processing')
    await first.fail(owner.actor, 'account_closed')
    await run.pay(owner.actor, { reference: 'bank' })
    assert.deepEqual(
      [run.state, run.progressStep, run.progressInput],
      ['partly_failed', null, null]
    )
    assert.lengthOf(await openByHand(workspace, {}, owner.actor), 1)
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => first.pay(owner.actor, {}))
    await assertBalanced(assert, workspace)
  })

  test('a run is marked as paid but for some, and these stay on their way', async ({ assert }) => {
    const { workspace, owner, run, first, second } = await two()
    await run.pay(owner.actor, { reference: 'bank', except: [first.id] })
    await first.refresh()
    await second.refresh()
    assert.deepEqual(
      [run.state, first.state, second.state, second.reference],
      ['processing', 'approved', 'paid', 'bank']
    )
    await assertRefused(assert, 422, 'VALIDATION_ERROR', () =>
      run.pay(owner.actor, { reference: 'x', except: ['po_x'] })
    )
    await run.pay(owner.actor, { reference: 'bank-2' })
    assert.equal(run.state, 'completed')
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () =>
      run.pay(owner.actor, { reference: 'x' })
    )
    await assertBalanced(assert, workspace)
  })

  test('a payout that comes back makes a completed run partly failed', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { run, payout } = await paidRun(workspace, owner)
    assert.equal(run.state, 'completed')
    await payout.return(owner.actor, 'account_closed', 'came back on Monday')
    await run.refresh()
    await commission.refresh()
    assert.deepEqual(
      [run.state, payout.state, commission.state, commission.paidAt],
      ['partly_failed', 'returned', 'due', null]
    )
    await assertBalanced(assert, workspace)
  })

  test('what comes back after a refund is settled: the reversal is voided with it', async ({
    assert,
  }) => {
    const { workspace, owner, sale, commission } = await dueProgram()
    const { payout } = await paidRun(workspace, owner)
    await refund(sale)
    await payout.return(owner.actor, 'account_closed')
    await commission.refresh()
    assert.equal(commission.state, 'voided')
    await assertBalanced(assert, workspace)
  })
})
