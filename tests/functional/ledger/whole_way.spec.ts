import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { matureCommissions } from '#ledger/mature'
import { recordRefund } from '#ledger/refunds'
import Commission from '#models/commission'
import { openByHand } from '#payouts/open'
import { system } from '#core/actor'
import { later, makeProgram, sell } from '#tests/support/world'

test.group('The whole way, by verbs', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a sale becomes a paid commission, and a refund after it is netted in the next run', async ({
    assert,
  }) => {
    const { workspace, owner, affiliate, link } = await makeProgram()
    const sale = await sell(workspace, { ref: link.refParam })
    const commission = await Commission.query().where('conversion_id', sale.id).firstOrFail()
    assert.equal(commission.amount, 1980)
    assert.equal(commission.state, 'pending')
    assert.include(commission.explanation, '20% of $99.00')

    await later(31, async () => {
      assert.deepEqual(await matureCommissions({ workspaceId: workspace.id }), { matured: 1 })
      const [run] = await openByHand(workspace, {}, owner.actor)
      assert.equal(run.state, 'awaiting_approval')
      assert.equal(run.amount, 1980)

      await run.approve(owner.actor)
      assert.equal(run.state, 'approved')
      const [file] = await run.related('files').query()
      assert.include(file.text, '19.80')

      await run.execute(owner.actor)
      await run.pay(owner.actor, { reference: 'bank-1' })
      assert.equal(run.state, 'completed')
    })
    await commission.refresh()
    assert.equal(commission.state, 'paid')

    await recordRefund(
      workspace.id,
      { externalId: 'rf-1', conversionExternalId: sale.externalId, amount: 4950 },
      system
    )
    const [reversal] = await Commission.query().where('reversal_of', commission.id)
    assert.equal(reversal.amount, -990)
    assert.equal(reversal.state, 'due')

    await sell(workspace, { ref: link.refParam })
    await later(62, async () => {
      const [run] = await openByHand(workspace, {}, owner.actor)
      assert.equal(run.amount, 990)
    })
    const [balance] = await affiliate.balances()
    assert.equal(balance.paid, 1980)
    assert.equal(balance.due, 990)
  })
})
