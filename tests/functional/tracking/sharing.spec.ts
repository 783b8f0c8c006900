import { test } from '@japa/runner'
import { dialect } from '#config/database'
import { system } from '#core/actor'
import { outsideTransaction } from '#core/atomically'
import Commission from '#models/commission'
import { recordConversions } from '#tracking/record_conversion'
import { emptyDatabase } from '#tests/support/empty_database'
import { assertBalanced } from '#tests/support/money'
import { untilOneWaits, untilSoManyWait } from '#tests/support/until_one_waits'
import { later, makeProgram, sell } from '#tests/support/world'
import type Workspace from '#models/workspace'

/** Records a sale, and does this before its transaction is committed. */
async function sellDuring(workspace: Workspace, ref: string, work: () => Promise<void>) {
  const customer = { externalId: 'first' }
  const input = { externalId: 'first', amount: 9_900, currency: 'USD', customer, ref }
  await recordConversions([{ workspace, actor: system, inputs: [input] }], {
    tell: ({ conversion }) => conversion.id,
    keep: () => outsideTransaction(work),
  })
}

async function reasons({ id }: Workspace) {
  const commissions = await Commission.query().where('workspace_id', id).orderBy('id')
  return commissions.map(({ heldReasons }) => heldReasons.map(({ code }) => code))
}

test.group('Sales of one affiliate at once', (group) => {
  group.each.teardown(emptyDatabase)
  group.tap((each) => each.skip(dialect === 'sqlite', 'SQLite has one writer'))

  test('do not wait for each other', async ({ assert }) => {
    const { workspace, link } = await makeProgram()
    await sellDuring(workspace, link.refParam, async () => {
      await sell(workspace, { ref: link.refParam })
      assert.deepEqual(await reasons(workspace), [[]])
    })
    assert.deepEqual(await reasons(workspace), [[], []])
    await assertBalanced(assert, workspace)
  })

  test('wait for who suspends the affiliate, who waits for those before, and for no more', async ({
    assert,
  }) => {
    const { workspace, affiliate, link } = await makeProgram()
    const after: Promise<unknown>[] = []
    await sellDuring(workspace, link.refParam, async () => {
      after.push(affiliate.suspend(system, 'fraud'))
      await untilOneWaits()
      after.push(later(1, () => sell(workspace, { ref: link.refParam })))
      await untilSoManyWait(2)
    })
    await Promise.all(after)
    assert.deepEqual(await reasons(workspace), [[], ['affiliate_not_active']])
    await assertBalanced(assert, workspace)
  })

  test('wait where a tier asks what was sold before', async ({ assert }) => {
    const tiers = [{ from: { USD: 5_000 }, rate_bps: 2_000 }]
    const { workspace, link } = await makeProgram({
      reward: { type: 'percent', rate_bps: 1_000, tiers },
    })
    let second: Promise<unknown> | undefined
    await sellDuring(workspace, link.refParam, async () => {
      second = sell(workspace, { ref: link.refParam })
      await untilOneWaits()
    })
    await second
    const commissions = await Commission.query().where('workspace_id', workspace.id).orderBy('id')
    assert.deepEqual(
      commissions.map(({ rateBps }) => rateBps),
      [1_000, 2_000]
    )
  })
})
