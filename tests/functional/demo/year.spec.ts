import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import { fromStored } from '#database/instants'
import { Year } from '#demo/year'
import { verifyLedger } from '#ledger/verify'
import Workspace from '#models/workspace'
import { makeUser } from '#tests/support/world'

async function countOf(table: string, workspaceId: string, where: Record<string, unknown> = {}) {
  const row = await db
    .from(table)
    .where({ workspace_id: workspaceId, ...where })
    .count('* as total')
    .first()
  return Number(row.total)
}

async function countOfExplained(workspaceId: string, words: string) {
  const row = await db
    .from('commissions')
    .where('workspace_id', workspaceId)
    .whereLike('explanation', words)
    .count('* as total')
    .first()
  return Number(row.total)
}

test.group('Sample data', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('three months of a small program leave paid payouts, a run to review and clean books', async ({
    assert,
  }) => {
    const owner = await makeUser()
    const began = clock.now().minus({ months: 3 }).startOf('day')
    const about = { name: 'Demo', currency: 'USD', timezone: 'Europe/Berlin' }
    const workspace = await clock.at(began, () => Workspace.found(owner, about))
    workspace.holdDays = 7
    await workspace.save()
    await new Year(workspace, owner, { affiliates: 12, months: 3, seed: 7 }).live()

    assert.equal(await countOf('affiliates', workspace.id), 12)
    assert.isAbove(await countOf('clicks', workspace.id, { mark: 'bot' }), 0)
    assert.isAbove(await countOf('payouts', workspace.id, { state: 'paid' }), 0)
    assert.isAbove(await countOf('daily_clicks', workspace.id), 0)
    assert.isAbove(await countOf('commissions', workspace.id, { kind: 'referral_share' }), 0)
    for (const words of ['%(the tier from%', '%the cap of%', "%the link's own%"])
      assert.isAbove(await countOfExplained(workspace.id, words), 0, words)
    const { latest } = await db
      .from('conversions')
      .where('workspace_id', workspace.id)
      .max('occurred_at as latest')
      .firstOrFail()
    assert.isTrue(fromStored(latest) <= clock.now())
    const { breaks } = await verifyLedger({ workspaceId: workspace.id })
    assert.deepEqual(breaks, [])
  }).timeout(120_000)
})
