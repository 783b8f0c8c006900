import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { matureCommissions } from '#ledger/mature'
import { recordRefund, undoRefund } from '#ledger/refunds'
import Commission from '#models/commission'
import type PayoutRun from '#models/payout_run'
import Refund from '#models/refund'
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
import { later, makeProgram, sell } from '#tests/support/world'

test.group('Refunds and their families', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const parts of [
    [3_333, 3_333, 3_334],
    [3_334, 3_333, 3_333],
    [9_999, 1],
    [1, 9_999],
    [10_000],
  ]) {
    test(`refunds of ${parts.join(' + ')} end at zero`, async ({ assert }) => {
      const { workspace, sale } = await dueProgram()
      for (const part of parts) await refund(sale, part)
      assert.equal(await worthOf(sale), 0)
      await assertBalanced(assert, workspace)
    })
  }

  test('partial refunds in any order end at the same cent', async ({ assert }) => {
    for (const parts of [[1, 2_500, 33], [33, 1, 2_500], [2_534]]) {
      const { sale } = await dueProgram()
      for (const part of parts) await refund(sale, part)
      assert.equal(await worthOf(sale), 1_493)
    }
  })

  test('a full refund voids what is not paid yet', async ({ assert }) => {
    const { workspace, sale } = await dueProgram()
    await refund(sale, 4_000)
    await refund(sale)
    assert.deepEqual(await rowsOf(sale), ['2000 voided', '-800 voided'])
    await assertBalanced(assert, workspace)
  })

  test('a full refund of what is paid adds a negative row', async ({ assert }) => {
    const { workspace, owner, sale } = await dueProgram()
    await paidRun(workspace, owner)
    await refund(sale)
    assert.deepEqual(await rowsOf(sale), ['2000 paid', '-2000 due'])
    await assertBalanced(assert, workspace)
  })

  test('a refund while a payout is approved is taken from the next one', async ({ assert }) => {
    const { workspace, owner, sale } = await dueProgram()
    const { payout, run } = await approvedRun(workspace, owner)
    await refund(sale, 5_000)
    assert.deepEqual(await rowsOf(sale), ['2000 processing', '-1000 due'])
    await payout.refresh()
    await run.refresh()
    assert.deepEqual([payout.amount, run.amount], [2_000, 2_000])
    await assertBalanced(assert, workspace)
  })

  test('a refund while a payout awaits approval joins it', async ({ assert }) => {
    const { workspace, owner, sale } = await dueProgram()
    const { payout, run } = await openRun(workspace, owner)
    await refund(sale, 5_000)
    assert.deepEqual(await rowsOf(sale), ['2000 due', '-1000 due'])
    await payout.refresh()
    await run.refresh()
    assert.deepEqual([payout.amount, run.amount], [1_000, 1_000])
    await assertBalanced(assert, workspace)
  })

  test('a won chargeback adds nothing to a payout that awaits approval', async ({ assert }) => {
    const { workspace, owner, sale } = await dueProgram()
    const { payout } = await openRun(workspace, owner)
    const given = await refund(sale, 5_000)
    await undoRefund(given, system, 'won')
    await payout.refresh()
    assert.equal(payout.amount, 1_000)
    assert.equal(await worthOf(sale), 2_000)
    await assertBalanced(assert, workspace)
  })

  test('a refund that leaves a payout below the minimum cancels it and carries over', async ({
    assert,
  }) => {
    const { workspace, owner, sale } = await dueProgram({ payoutMinimums: { USD: 1_500 } })
    const { payout, run } = await openRun(workspace, owner)
    await refund(sale, 5_000)
    await payout.refresh()
    await run.refresh()
    assert.deepEqual(
      [payout.state, payout.cancelReason, run.state],
      ['canceled', 'below_minimum', 'canceled']
    )
    const [left] = await run.related('leftOuts').query()
    assert.deepEqual([left.reason, left.amount], ['below_minimum', 1_000])
    assert.deepEqual(await rowsOf(sale), ['2000 due', '-1000 due'])
    await assertBalanced(assert, workspace)
  })

  test('a full refund takes its rows out of the payout that awaits approval', async ({
    assert,
  }) => {
    const program = await dueProgram()
    await saleOf(program, 5_000)
    const { payout } = await openRun(program.workspace, program.owner)
    await refund(program.sale)
    await payout.refresh()
    assert.deepEqual([payout.state, payout.amount], ['awaiting_approval', 1_000])
    await assertBalanced(assert, program.workspace)
  })

  test('a full refund of all of a payout cancels it', async ({ assert }) => {
    const { workspace, owner, sale } = await dueProgram()
    const { payout } = await openRun(workspace, owner)
    await refund(sale)
    await payout.refresh()
    assert.deepEqual([payout.state, payout.cancelReason], ['canceled', 'not_above_zero'])
    assert.deepEqual(await rowsOf(sale), ['2000 voided'])
    await assertBalanced(assert, workspace)
  })

  test('a chargeback that is won brings back what it took', async ({ assert }) => {
    const { workspace, sale } = await dueProgram()
    const given = await refund(sale)
    await undoRefund(given, system, 'won')
    assert.deepEqual(await rowsOf(sale), ['2000 voided', '2000 due'])
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => undoRefund(given, system, 'won'))
    await assertBalanced(assert, workspace)
  })

  test('what a won chargeback brings back before its hold is over is pending again', async ({
    assert,
  }) => {
    const { workspace, link } = await makeProgram()
    const { sale } = await saleOf({ workspace, link })
    await undoRefund(await refund(sale), system, 'won')
    assert.deepEqual(await rowsOf(sale), ['2000 voided', '2000 pending'])
    await later(31, async () => {
      await matureCommissions()
      assert.deepEqual(await rowsOf(sale), ['2000 voided', '2000 due'])
      await assertBalanced(assert, workspace)
    })
  })

  test('a won chargeback is no way round a hold, and the hold can be released', async ({
    assert,
  }) => {
    const { workspace, sale, commission } = await dueProgram()
    await commission.hold(system)
    await undoRefund(await refund(sale), system, 'won')
    assert.deepEqual(await rowsOf(sale), ['2000 voided', '2000 held'])
    await (await Commission.findOrFail(commission.id)).release(system)
    assert.deepEqual(await rowsOf(sale), ['2000 voided', '2000 due'])
    await (await Commission.findOrFail(commission.id)).void(system, 'fraud')
    assert.deepEqual(await rowsOf(sale), ['2000 voided', '2000 voided'])
    await assertBalanced(assert, workspace)
  })

  test('a refund before its sale waits, and is applied when it comes', async ({ assert }) => {
    const { workspace, link } = await makeProgram({ holdDays: 0 })
    const { refund: waiting } = await recordRefund(
      workspace.id,
      { externalId: 'early', conversionExternalId: 'order', amount: 2_500 },
      system
    )
    assert.equal(waiting.state, 'waiting')
    const sale = await sell(workspace, { externalId: 'order', ref: link.refParam, amount: 10_000 })
    await waiting.refresh()
    assert.deepEqual([waiting.state, waiting.amount, waiting.cut], ['applied', 2_500, false])
    assert.equal(await worthOf(sale), 1_500)
    await assertBalanced(assert, workspace)
  })

  test('refunds that waited are cut to what is left, and dropped when nothing is', async ({
    assert,
  }) => {
    const { workspace, link } = await makeProgram({ holdDays: 0 })
    for (const [externalId, amount] of [
      ['one', 7_000],
      ['two', 7_000],
      ['three', 1],
    ] as const) {
      await recordRefund(
        workspace.id,
        { externalId, conversionExternalId: 'order', amount },
        system
      )
    }
    const sale = await sell(workspace, { externalId: 'order', ref: link.refParam, amount: 10_000 })
    const refunds = await Refund.query().where('workspace_id', workspace.id).orderBy('id')
    assert.deepEqual(
      refunds.map(({ state, amount, cut }) => [state, amount, cut]),
      [
        ['applied', 7_000, false],
        ['applied', 3_000, true],
        ['dropped', null, false],
      ]
    )
    assert.equal(await worthOf(sale), 0)
    await assertBalanced(assert, workspace)
  })

  test('more than is left is refused, and the same again is the same', async ({ assert }) => {
    const { sale } = await dueProgram()
    const input = { externalId: 'rf', conversionExternalId: sale.externalId, amount: 6_000 }
    assert.isTrue((await recordRefund(sale.workspaceId, input, system)).created)
    assert.isFalse((await recordRefund(sale.workspaceId, input, system)).created)
    await assertRefused(assert, 409, 'CONFLICT', () =>
      recordRefund(sale.workspaceId, { ...input, amount: 1 }, system)
    )
    await assertRefused(assert, 409, 'CONFLICT', () =>
      recordRefund(sale.workspaceId, { ...input, kind: 'chargeback' }, system)
    )
    await assertRefused(assert, 422, 'VALIDATION_ERROR', () => refund(sale, 4_001))
    await refund(sale)
    await assertRefused(assert, 422, 'VALIDATION_ERROR', () => refund(sale))
  })

  test('a payout that fails after a full refund voids what it lets go', async ({ assert }) => {
    const { workspace, owner, sale } = await dueProgram()
    const { payout } = await approvedRun(workspace, owner)
    await refund(sale)
    assert.deepEqual(await rowsOf(sale), ['2000 processing', '-2000 due'])
    await payout.fail(owner.actor, 'account_closed')
    assert.deepEqual(await rowsOf(sale), ['2000 voided', '-2000 voided'])
    await assertBalanced(assert, workspace)
  })

  test('a refund that comes while a large run is being approved leaves the approved amount as it is', async ({
    assert,
  }) => {
    const { workspace, owner, sale } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await halfApprove(run, owner.actor)
    await refund(sale, 5_000)
    await payout.refresh()
    assert.deepEqual([payout.state, payout.amount], ['approved', 2_000])
    assert.deepEqual(await rowsOf(sale), ['2000 processing', '-1000 due'])
    await assertBalanced(assert, workspace)
  })
})

/** As a crash leaves it: approved, and no payout frozen yet. */
async function halfApprove(
  run: PayoutRun,
  actor: { kind: 'user' | 'api_key' | 'system'; id: string }
) {
  const { transition } = await import('#core/transition')
  const { default: Approval } = await import('#models/approval')
  await Approval.create({ workspaceId: run.workspaceId, runId: run.id, userId: actor.id })
  await transition(run, 'approve', {
    actor,
    set: { approved_at: new Date(), progress_step: 'approving' },
  })
}
