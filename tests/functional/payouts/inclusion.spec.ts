import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { whyNotIncluded } from '#payouts/include'
import { openByHand } from '#payouts/open'
import Payout from '#models/payout'
import {
  anotherAffiliate,
  assertBalanced,
  assertRefused,
  dueProgram,
  leftOutOf,
  openRun,
  refund,
} from '#tests/support/money'
import { makeUser, sell } from '#tests/support/world'
import type { Actor } from '#core/actor'
import type { Assert } from '@japa/assert'

test.group('An exclusion taken back', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('the payout is in its run again, with the lines that it had', async ({ assert }) => {
    const { run, payout, owner, workspace, commission } = await excluded()
    await payout.include(owner.actor)
    await run.refresh()
    await commission.refresh()
    assert.deepEqual(
      [payout.state, payout.cancelReason, payout.note, payout.endedAt],
      ['awaiting_approval', null, null, null]
    )
    assert.deepEqual([run.amount, run.payoutsCount, run.leftOutCount], [3_000, 2, 0])
    assert.equal(commission.payoutId, payout.id)
    assert.isEmpty(await leftOutOf(run))
    await Payout.complete([payout])
    assert.equal(payout.$extras.lines_count, 1)
    await assertBalanced(assert, workspace)

    await run.approve(owner.actor)
    await commission.refresh()
    assert.equal(commission.state, 'processing')
    await assertBalanced(assert, workspace)
  })

  test('again and again', async ({ assert }) => {
    const { run, payout, owner, workspace } = await excluded()
    for (let round = 0; round < 2; round++) {
      await payout.include(owner.actor)
      await payout.exclude(owner.actor, 'asked')
    }
    await run.refresh()
    assert.deepEqual([run.amount, run.leftOutCount], [1_000, 1])
    await assertBalanced(assert, workspace)
  })

  test('not once somebody approved the run', async ({ assert }) => {
    const { run, payout, owner } = await excluded({ approvals: { required: 2 } })
    await run.approve(owner.actor)
    assert.equal(run.state, 'awaiting_approval')
    await refused(assert, payout, owner.actor, 'Its run has an approval')
    await run.approve((await makeUser()).actor)
    await refused(assert, payout, owner.actor, 'Its run is approved')
  })

  test('not while another payout has it', async ({ assert }) => {
    const { payout, owner, workspace } = await excluded()
    await openByHand(workspace, {}, owner.actor)
    await refused(assert, payout, owner.actor, 'What it held has changed since')
    await assertBalanced(assert, workspace)
  })

  test('not after a refund took something of it back', async ({ assert }) => {
    const { payout, owner, workspace, sale } = await excluded()
    await refund(sale, 5_000)
    await refused(assert, payout, owner.actor, 'What it held has changed since')
    await assertBalanced(assert, workspace)
  })

  test('not while its affiliate is suspended, and again once they are active', async ({
    assert,
  }) => {
    const { payout, owner, affiliate } = await excluded()
    await affiliate.suspend(owner.actor, 'fraud')
    await refused(assert, payout, owner.actor, 'What it held has changed since')
    await affiliate.activate(owner.actor)
    await payout.include(owner.actor)
    assert.equal(payout.state, 'awaiting_approval')
  })

  test('not where it left its run for another cause', async ({ assert }) => {
    const { payout, owner, affiliate } = await withAnother()
    await affiliate.suspend(owner.actor, 'fraud')
    await payout.refresh()
    assert.equal(payout.state, 'canceled')
    await affiliate.activate(owner.actor)
    await refused(assert, payout, owner.actor, 'was not excluded')
  })

  test('an approval names the amount that was seen, and is refused for another', async ({
    assert,
  }) => {
    const { run, payout, owner } = await excluded()
    await run.refresh()
    const seen = run.amount
    await payout.include(owner.actor)
    const error = await assertRefused(assert, 409, 'CONFLICT', () => run.approve(owner.actor, seen))
    assert.include(error.message, 'of $10.00 when you looked, and is of $30.00 now')
    await run.approve(owner.actor, 3_000)
    assert.equal(run.state, 'approved')
  })
})

/** A run of $20.00 and $10.00. */
async function withAnother(settings: Parameters<typeof dueProgram>[0] = {}) {
  const program = await dueProgram(settings)
  const { workspace, owner, affiliate } = program
  const other = await anotherAffiliate(workspace)
  await sell(workspace, { ref: other.link.refParam, amount: 5_000 })
  const { run } = await openRun(workspace, owner)
  const payout = await Payout.findByOrFail({ run_id: run.id, affiliate_id: affiliate.id })
  return { ...program, run, payout }
}

async function excluded(settings: Parameters<typeof dueProgram>[0] = {}) {
  const program = await withAnother(settings)
  await program.payout.exclude(program.owner.actor, 'asked', 'next month')
  return program
}

async function refused(assert: Assert, payout: Payout, actor: Actor, why: string) {
  assert.include(await whyNotIncluded(payout), why)
  const error = await assertRefused(assert, 409, 'INVALID_TRANSITION', () => payout.include(actor))
  assert.include(error.message, why)
}
