import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { openDueRuns, openScheduled } from '#payouts/open'
import {
  anotherAffiliate,
  assertBalanced,
  dueProgram,
  leftOutOf,
  runsOf,
} from '#tests/support/money'
import { later, makeProgram, sell } from '#tests/support/world'

test.group('Scheduled runs', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a cutoff is opened once, however often it is looked for', async ({ assert }) => {
    const { workspace } = await dueProgram()
    await later(40, async () => {
      await openDueRuns()
      await openDueRuns()
      await openScheduled(workspace)
    })
    const runs = await runsOf(workspace)
    assert.lengthOf(runs, 1)
    assert.deepEqual(
      [runs[0].state, runs[0].amount, runs[0].trigger],
      ['awaiting_approval', 2_000, 'schedule']
    )
  })

  test('a canceled run is not opened again for its cutoff', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    await later(40, async () => {
      const [run] = await openScheduled(workspace)
      await run.cancel(owner.actor, 'mistake')
      await openScheduled(workspace)
      assert.lengthOf(await runsOf(workspace), 1)
    })
  })

  test('after an outage only the latest missed cutoff is opened', async ({ assert }) => {
    const { workspace } = await dueProgram()
    const now = clock.now().plus({ months: 5 })
    await clock.at(now, () => openScheduled(workspace))
    const runs = await runsOf(workspace)
    assert.deepEqual(
      runs.map(({ cutoff }) => cutoff.toISODate()),
      [now.startOf('month').toISODate()]
    )
  })

  test('a run with nobody to pay is completed, with who was left out', async ({ assert }) => {
    const { workspace, affiliate } = await dueProgram()
    await affiliate.suspend(system, 'fraud')
    await later(40, () => openScheduled(workspace))
    const [run] = await runsOf(workspace)
    assert.deepEqual([run.state, run.payoutsCount, run.progressStep], ['completed', 0, null])
    assert.deepEqual(await leftOutOf(run), [['affiliate_not_active', 2_000]])
    await assertBalanced(assert, workspace)
  })

  test('a workspace with nothing due has an empty run in its own currency', async ({ assert }) => {
    const { workspace } = await makeProgram()
    await later(40, () => openScheduled(workspace))
    const [run] = await runsOf(workspace)
    assert.deepEqual([run.state, run.currency, run.amount], ['completed', 'USD', 0])
  })

  test('each currency has a run of its own', async ({ assert }) => {
    const { workspace, link } = await dueProgram()
    for (const currency of ['EUR', 'JPY'])
      await sell(workspace, { ref: link.refParam, amount: 10_000, currency })
    await later(40, () => openScheduled(workspace))
    assert.deepEqual(
      (await runsOf(workspace)).map(({ currency }) => currency),
      ['EUR', 'JPY', 'USD']
    )
    await assertBalanced(assert, workspace)
  })

  test('what is due after the cutoff is left for the next', async ({ assert }) => {
    const { workspace } = await makeProgram({ holdDays: 0 })
    const cutoff = clock.now().plus({ months: 1 }).startOf('month')
    const { link } = await anotherAffiliate(workspace)
    await clock.at(cutoff.plus({ minutes: 1 }), async () => {
      await sell(workspace, { ref: link.refParam, occurredAt: cutoff.plus({ seconds: 1 }) })
      await openScheduled(workspace)
    })
    const [run] = await runsOf(workspace)
    assert.deepEqual(
      [run.state, run.amount, run.cutoff.toMillis()],
      ['completed', 0, cutoff.toMillis()]
    )
  })
})
