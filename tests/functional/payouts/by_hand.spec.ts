import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import Commission from '#models/commission'
import LeftOut from '#models/left_out'
import Link from '#models/link'
import { openByHand } from '#payouts/open'
import { previewRuns } from '#payouts/preview'
import { previewSums } from '#payouts/preview_sums'
import {
  anotherAffiliate,
  assertBalanced,
  assertRefused,
  changeDestination,
  dueProgram,
  leftOutOf,
  openRun,
  runsOf,
  saleOf,
} from '#tests/support/money'
import { makeAffiliate, sell } from '#tests/support/world'
import type { Assert } from '@japa/assert'
import type Workspace from '#models/workspace'

test.group('Runs by hand', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a run with nothing to pay writes nothing', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    await affiliate.suspend(system, 'fraud')
    assert.deepEqual(await openByHand(workspace, {}, owner.actor), [])
    assert.lengthOf(await runsOf(workspace), 0)
    assert.lengthOf(await LeftOut.query().where('workspace_id', workspace.id), 0)
  })

  test('a cutoff ahead is refused', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const cutoff = clock.now().plus({ minutes: 1 })
    await assertRefused(assert, 422, 'VALIDATION_ERROR', () =>
      openByHand(workspace, { cutoff }, owner.actor)
    )
  })

  test('a run of chosen affiliates pays them alone', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const other = await anotherAffiliate(workspace)
    await sell(workspace, { ref: other.link.refParam, amount: 5_000 })
    const [run] = await openByHand(workspace, { affiliateIds: [other.affiliate.id] }, owner.actor)
    assert.deepEqual([run.amount, run.payoutsCount], [1_000, 1])
  })

  test('what one run claimed no other does', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    await openRun(workspace, owner)
    assert.deepEqual(await openByHand(workspace, {}, owner.actor), [])
  })

  test('below the minimum, at or below zero, not active, and not payable are left out, each with its reason', async ({
    assert,
  }) => {
    const { workspace, owner, sale, campaign } = await dueProgram({
      payoutMinimums: { EUR: 1_500 },
    })
    const people = []
    for (const state of ['small', 'negative', 'suspended', 'paid'] as const) {
      const affiliate = await makeAffiliate(
        workspace,
        state === 'paid' ? { payoutMinimums: { EUR: 0 } } : {}
      )
      const link = await Link.make(affiliate, campaign, {}, system)
      const amount = state === 'suspended' ? 20_000 : 5_000
      await sell(workspace, { ref: link.refParam, amount, currency: 'EUR' })
      if (state === 'negative') await adjust(affiliate.workspaceId, affiliate.id, -1_500)
      if (state === 'suspended') await affiliate.suspend(system, 'fraud')
      people.push(affiliate)
    }
    await assertFormSays(assert, workspace)
    const [run] = await openByHand(workspace, { currency: 'EUR' }, owner.actor)
    assert.deepEqual(await leftOutOf(run), [
      ['below_minimum', 1_000],
      ['not_above_zero', -500],
      ['affiliate_not_active', 4_000],
    ])
    assert.deepEqual([run.amount, run.payoutsCount, run.leftOutCount], [1_000, 1, 3])
    assert.equal(sale.currency, 'USD')
    await assertBalanced(assert, workspace)
  })

  test('what is left out is carried over', async ({ assert }) => {
    const program = await dueProgram({ payoutMinimums: { USD: 3_000 } })
    const { workspace, owner } = program
    await assertFormSays(assert, workspace)
    assert.deepEqual(await openByHand(workspace, {}, owner.actor), [])
    await saleOf(program)
    const [run] = await openByHand(workspace, {}, owner.actor)
    assert.equal(run.amount, 4_000)
  })

  test('what would be matured first counts, also to those who have nothing due yet', async ({
    assert,
  }) => {
    const { workspace, campaign, affiliate } = await dueProgram({ payoutMinimums: { USD: 1_500 } })
    await campaign.change({ holdDays: 10 }, system)
    const [small, large] = [await makeAffiliate(workspace), await makeAffiliate(workspace)]
    for (const [who, amount] of [
      [affiliate, 3_000],
      [small, 5_000],
      [large, 9_000],
    ] as const) {
      const link = await Link.make(who, campaign, {}, system)
      await sell(workspace, { ref: link.refParam, amount })
    }
    const paid = async (days: number) => {
      const at = clock.now().plus({ days })
      const [run] = await clock.at(at, async () => {
        await assertFormSays(assert, workspace)
        return previewSums(workspace, 50)
      })
      return [run.payouts_count, run.amount, run.left_out_count]
    }
    assert.deepEqual(await paid(0), [1, 2_000, 0])
    assert.deepEqual(await paid(11), [2, 4_400, 1])
  })

  test('a way of paying that does not take the currency is left out', async ({ assert }) => {
    const program = await dueProgram()
    const { workspace, owner, affiliate } = program
    const other = await anotherAffiliate(workspace)
    await sell(workspace, { ref: other.link.refParam })
    await changeDestination(workspace, affiliate.id, owner.id, 'sepa')
    await assertFormSays(assert, workspace)
    const [run] = await openByHand(workspace, {}, owner.actor)
    assert.deepEqual(await leftOutOf(run), [['method_refuses_currency', 2_000]])
  })
})

/** Its sums are those of the runs that a program is shown, and name no more than are asked for. */
async function assertFormSays(assert: Assert, workspace: Workspace) {
  const runs = await previewRuns(workspace, {})
  const sums = runs.map(({ currency, payouts_count: number, amount, left_out: rows }) => ({
    currency,
    payouts_count: number,
    amount,
    left_out_count: rows.length,
    left_out: rows,
  }))
  assert.isNotEmpty(sums)
  assert.deepEqual(await previewSums(workspace, 50), sums)
  const first = sums.map((one) => ({ ...one, left_out: one.left_out.slice(0, 1) }))
  assert.deepEqual(await previewSums(workspace, 1), first)
}

function adjust(workspaceId: string, affiliateId: string, amount: number) {
  return Commission.record(
    {
      workspaceId,
      affiliateId,
      kind: 'adjustment',
      amount,
      currency: 'EUR',
      dueAt: null,
      explanation: 'adjusted',
    },
    system
  )
}
