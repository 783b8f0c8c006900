import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { matureCommissions } from '#ledger/mature'
import Commission from '#models/commission'
import { openByHand } from '#payouts/open'
import {
  approvedRun,
  assertBalanced,
  assertRefused,
  dueProgram,
  openRun,
  refund,
  rowsOf,
  saleOf,
} from '#tests/support/money'
import { later, makeProgram } from '#tests/support/world'

test.group('An affiliate who is not active', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('what they earn is held, with its reversals, and released when they are active again', async ({
    assert,
  }) => {
    const program = await dueProgram()
    const { workspace, affiliate } = program
    await affiliate.suspend(system, 'fraud')
    const { sale, commission } = await saleOf(program)
    await refund(sale, 5_000)
    assert.deepEqual(await rowsOf(sale), ['2000 held', '-1000 held'])
    assert.deepEqual(
      commission.heldReasons.map(({ code }) => code),
      ['affiliate_not_active']
    )

    await affiliate.activate(system)
    assert.deepEqual(await rowsOf(sale), ['2000 due', '-1000 due'])
    await assertBalanced(assert, workspace)
  })

  test('what a person held too stays held', async ({ assert }) => {
    const program = await dueProgram()
    await program.affiliate.suspend(system, 'fraud')
    const { sale, commission } = await saleOf(program)
    await commission.release(system)
    await commission.hold(system, 'looks odd')
    await program.affiliate.activate(system)
    assert.deepEqual(await rowsOf(sale), ['2000 held'])
  })

  test('what is released before its hold is over is pending', async ({ assert }) => {
    const program = await makeProgram()
    await program.affiliate.suspend(system, 'fraud')
    const { sale } = await saleOf(program)
    await program.affiliate.activate(system)
    assert.deepEqual(await rowsOf(sale), ['2000 pending'])
  })

  test('suspending cancels the payout that awaits approval and carries its rows over', async ({
    assert,
  }) => {
    const { workspace, owner, affiliate, commission } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await affiliate.suspend(owner.actor, 'fraud')
    await payout.refresh()
    await run.refresh()
    await commission.refresh()
    assert.deepEqual([payout.state, payout.cancelReason], ['canceled', 'affiliate_not_active'])
    assert.deepEqual([run.state, commission.state, commission.payoutId], ['canceled', 'due', null])
    assert.deepEqual(await openByHand(workspace, {}, owner.actor), [])
    await assertBalanced(assert, workspace)
  })

  test('suspending marks an approved payout for the run’s people', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const { payout } = await approvedRun(workspace, owner)
    await affiliate.suspend(owner.actor, 'fraud')
    await payout.refresh()
    assert.deepEqual([payout.state, payout.attention], ['approved', 'affiliate_not_active'])
    await payout.pay(owner.actor, {})
    assert.isNull(payout.attention)
    await assertBalanced(assert, workspace)
  })

  test('archiving with a balance needs a word', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const { payout } = await openRun(workspace, owner)
    await assertRefused(assert, 409, 'CONFLICT', () => affiliate.archive(owner.actor))
    await affiliate.archive(owner.actor, { confirmBalance: true })
    await payout.refresh()
    assert.deepEqual([affiliate.state, payout.state], ['archived', 'canceled'])
    await affiliate.activate(owner.actor)
    assert.lengthOf(await openByHand(workspace, {}, owner.actor), 1)
    await assertBalanced(assert, workspace)
  })

  test('archiving without one does not', async ({ assert }) => {
    const { workspace, affiliate, sale } = await dueProgram()
    await refund(sale)
    await affiliate.archive(system)
    assert.equal(affiliate.state, 'archived')
    await assertBalanced(assert, workspace)
  })

  test('maturing goes on past a chunk', async ({ assert }) => {
    const { workspace, affiliate } = await makeProgram()
    for (let number = 0; number < 520; number++) {
      const what = { kind: 'bonus', amount: 1, currency: 'USD', explanation: 'one cent' } as const
      await Commission.record(
        {
          ...what,
          workspaceId: workspace.id,
          affiliateId: affiliate.id,
          dueAt: clock.now().plus({ days: 1 }),
        },
        system
      )
    }
    await later(2, async () =>
      assert.deepEqual(await matureCommissions({ workspaceId: workspace.id }), { matured: 520 })
    )
    await assertBalanced(assert, workspace)
  })

  test('maturing makes due what is past its hold, and a repeat nothing', async ({ assert }) => {
    const program = await makeProgram()
    await saleOf(program)
    await later(29, async () =>
      assert.deepEqual(await matureCommissions({ workspaceId: program.workspace.id }), {
        matured: 0,
      })
    )
    await later(30, async () => {
      assert.deepEqual(await matureCommissions({ workspaceId: program.workspace.id }), {
        matured: 1,
      })
      assert.deepEqual(await matureCommissions({ workspaceId: program.workspace.id }), {
        matured: 0,
      })
    })
  })
})
