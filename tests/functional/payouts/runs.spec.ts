import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import ApiKey from '#models/api_key'
import Commission from '#models/commission'
import LeftOut from '#models/left_out'
import Payout from '#models/payout'
import PayoutMethod from '#models/payout_method'
import PayoutRun from '#models/payout_run'
import { openByHand, openDueRuns, openScheduled } from '#payouts/open'
import {
  approvedRun,
  assertBalanced,
  assertRefused,
  dueProgram,
  openRun,
  paidRun,
  refund,
  saleOf,
} from '#tests/support/money'
import { later, makeAffiliate, makeCampaign, makeProgram, makeUser, sell } from '#tests/support/world'
import type Workspace from '#models/workspace'

const runsOf = (workspace: Workspace) => PayoutRun.query().where('workspace_id', workspace.id).orderBy('id')

async function leftOutOf(run: PayoutRun) {
  const rows = await LeftOut.query().where('run_id', run.id).orderBy('id')
  return rows.map(({ reason, amount }) => [reason, amount])
}

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
    assert.deepEqual([runs[0].state, runs[0].amount, runs[0].trigger], ['awaiting_approval', 2_000, 'schedule'])
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
    assert.deepEqual(runs.map(({ cutoff }) => cutoff.toISODate()), [now.startOf('month').toISODate()])
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
    for (const currency of ['EUR', 'JPY']) await sell(workspace, { ref: link.refParam, amount: 10_000, currency })
    await later(40, () => openScheduled(workspace))
    assert.deepEqual((await runsOf(workspace)).map(({ currency }) => currency), ['EUR', 'JPY', 'USD'])
    await assertBalanced(assert, workspace)
  })

  test('what is due after the cutoff is left for the next', async ({ assert }) => {
    const { workspace } = await makeProgram({ holdDays: 0 })
    const cutoff = clock.now().plus({ months: 1 }).startOf('month')
    const { link } = await makeProgramLink(workspace)
    await clock.at(cutoff.plus({ minutes: 1 }), async () => {
      await sell(workspace, { ref: link.refParam, occurredAt: cutoff.plus({ seconds: 1 }) })
      await openScheduled(workspace)
    })
    const [run] = await runsOf(workspace)
    assert.deepEqual([run.state, run.amount, run.cutoff.toMillis()], ['completed', 0, cutoff.toMillis()])
  })
})

async function makeProgramLink(workspace: Workspace) {
  const { default: Link } = await import('#models/link')
  const campaign = await makeCampaign(workspace, { holdDays: 0 })
  const affiliate = await makeAffiliate(workspace)
  return { affiliate, link: await Link.make(affiliate, campaign, {}, system) }
}

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
    await assertRefused(assert, 422, 'VALIDATION_ERROR', () => openByHand(workspace, { cutoff }, owner.actor))
  })

  test('a run of chosen affiliates pays them alone', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const other = await makeProgramLink(workspace)
    await sell(workspace, { ref: other.link.refParam, amount: 5_000 })
    const [run] = await openByHand(workspace, { affiliateIds: [other.affiliate.id] }, owner.actor)
    assert.deepEqual([run.amount, run.payoutsCount], [1_000, 1])
  })

  test('what one run claimed no other does', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    await openRun(workspace, owner)
    assert.deepEqual(await openByHand(workspace, {}, owner.actor), [])
  })

  test('below the minimum, at or below zero, not active, and not payable are left out, each with its reason', async ({ assert }) => {
    const { workspace, owner, sale, campaign } = await dueProgram({ payoutMinimums: { EUR: 1_500 } })
    const { default: Link } = await import('#models/link')
    const people = []
    for (const state of ['small', 'negative', 'suspended', 'paid'] as const) {
      const affiliate = await makeAffiliate(workspace, state === 'paid' ? { payoutMinimums: { EUR: 0 } } : {})
      const link = await Link.make(affiliate, campaign, {}, system)
      const amount = state === 'suspended' ? 20_000 : 5_000
      await sell(workspace, { ref: link.refParam, amount, currency: 'EUR' })
      if (state === 'negative') await adjust(affiliate.workspaceId, affiliate.id, -1_500)
      if (state === 'suspended') await affiliate.suspend(system, 'fraud')
      people.push(affiliate)
    }
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
    assert.deepEqual(await openByHand(workspace, {}, owner.actor), [])
    await saleOf(program)
    const [run] = await openByHand(workspace, {}, owner.actor)
    assert.equal(run.amount, 4_000)
  })

  test('a way of paying that does not take the currency is left out', async ({ assert }) => {
    const program = await dueProgram()
    const { workspace, owner, affiliate } = program
    const other = await makeProgramLink(workspace)
    await sell(workspace, { ref: other.link.refParam })
    await destination(workspace, affiliate.id, owner.id, 'sepa')
    const [run] = await openByHand(workspace, {}, owner.actor)
    assert.deepEqual(await leftOutOf(run), [['method_refuses_currency', 2_000]])
  })
})

function adjust(workspaceId: string, affiliateId: string, amount: number) {
  return Commission.record(
    { workspaceId, affiliateId, kind: 'adjustment', amount, currency: 'EUR', dueAt: null, explanation: 'adjusted' },
    system
  )
}

function destination(workspace: Workspace, affiliateId: string, changedById: string, kind: 'sepa' | 'paypal') {
  return PayoutMethod.create({
    workspaceId: workspace.id,
    affiliateId,
    kind,
    destination: 'sealed',
    masked: '…1234',
    changedById,
    changedAt: clock.now(),
    lockVersion: 0,
  })
}

test.group('Exclusion, rejection and cancelling', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('an excluded payout is listed and its rows are carried over', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const other = await makeProgramLink(workspace)
    await sell(workspace, { ref: other.link.refParam, amount: 5_000 })
    const { run, payout } = await openRun(workspace, owner)
    await payout.exclude(owner.actor, 'asked', 'next month')
    await run.refresh()
    assert.deepEqual([run.state, run.payoutsCount, run.leftOutCount], ['awaiting_approval', 1, 1])
    assert.deepEqual(await leftOutOf(run), [['excluded', payout.amount]])
    assert.lengthOf(await openByHand(workspace, {}, owner.actor), 1)
    await assertBalanced(assert, workspace)
  })

  test('excluding the last payout cancels the run', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await payout.exclude(owner.actor, 'asked')
    await run.refresh()
    assert.deepEqual([run.state, run.amount, run.cancelReason], ['canceled', 0, 'nothing_left_to_pay'])
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => payout.exclude(owner.actor, 'asked'))
  })

  test('a rejected run lets everything go', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await run.reject(owner.actor, 'wrong_amounts', 'see mail')
    await payout.refresh()
    await commission.refresh()
    assert.deepEqual([run.state, payout.state, commission.state, commission.payoutId], ['canceled', 'canceled', 'due', null])
    assert.isNull(run.progressStep)
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => run.reject(owner.actor, 'again'))
    await assertBalanced(assert, workspace)
  })

  test('an approved run is canceled but not rejected', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { run } = await approvedRun(workspace, owner)
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => run.reject(owner.actor, 'late'))
    await run.cancel(owner.actor, 'mistake')
    await commission.refresh()
    assert.deepEqual([run.state, commission.state], ['canceled', 'due'])
    await assertBalanced(assert, workspace)
  })

  test('a run of which something was paid is not canceled', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const other = await makeProgramLink(workspace)
    await sell(workspace, { ref: other.link.refParam })
    const { run, payout } = await approvedRun(workspace, owner)
    await payout.pay(owner.actor, { reference: 'cash' })
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => run.cancel(owner.actor, 'mistake'))
    await assertBalanced(assert, workspace)
  })

  test('a run on its way is not canceled', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { run } = await approvedRun(workspace, owner)
    await run.execute(owner.actor)
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => run.cancel(owner.actor, 'mistake'))
  })
})

test.group('Approval', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('two approvals are two people’s', async ({ assert }) => {
    const { workspace, owner } = await dueProgram({ approvals: { required: 2 } })
    const second = await makeUser()
    const { run } = await openRun(workspace, owner)
    await run.approve(owner.actor)
    assert.equal(run.state, 'awaiting_approval')
    await assertRefused(assert, 409, 'CONFLICT', () => run.approve(owner.actor))
    await run.approve(second.actor)
    assert.deepEqual([run.state, run.progressStep], ['approved', null])
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => run.approve(owner.actor))
    await assertBalanced(assert, workspace)
  })

  test('a key approves where one is enough, and not where two are needed', async ({ assert }) => {
    for (const required of [1, 2] as const) {
      const { workspace, owner } = await dueProgram({ approvals: { required } })
      const key = await ApiKey.mint(workspace, owner, { name: 'erp' })
      const { run } = await openRun(workspace, owner)
      if (required === 1) await run.approve(key.actor)
      else await assertRefused(assert, 403, 'FORBIDDEN', () => run.approve(key.actor))
      assert.equal(run.state, required === 1 ? 'approved' : 'awaiting_approval')
    }
  })

  test('who changed where money goes lately does not approve it', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const second = await makeUser()
    await destination(workspace, affiliate.id, owner.id, 'paypal')
    const { run, payout } = await openRun(workspace, owner)
    await assertRefused(assert, 403, 'FORBIDDEN', () => run.approve(owner.actor))
    await run.approve(second.actor)
    await payout.refresh()
    assert.deepEqual([payout.state, payout.method, payout.destination], ['approved', 'paypal', 'sealed'])
    await assertBalanced(assert, workspace)
  })

  test('a change of fourteen days ago is old enough', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    await destination(workspace, affiliate.id, owner.id, 'paypal')
    await later(14, async () => {
      const { run } = await openRun(workspace, owner)
      await run.approve(owner.actor)
      assert.equal(run.state, 'approved')
    })
  })

  test('a payout above the limit for one needs two', async ({ assert }) => {
    const { workspace, owner } = await dueProgram({ approvals: { required: 1, two_above: { USD: 1_999 } } })
    const { run } = await openRun(workspace, owner)
    assert.equal(run.approvalsRequired, 2)
  })

  test('what one person approved alone in thirty days counts towards the limit', async ({ assert }) => {
    const program = await dueProgram({ approvals: { required: 1, two_above: { USD: 3_999 } } })
    const { workspace, owner } = program
    await approvedRun(workspace, owner)
    await saleOf(program)
    assert.equal((await openRun(workspace, owner)).run.approvalsRequired, 2)
    await later(31, async () => {
      await saleOf(program)
      assert.equal((await openRun(workspace, owner)).run.approvalsRequired, 1)
    })
  })

  test('runs opened together are not approved alone one after the other', async ({ assert }) => {
    const program = await dueProgram({ approvals: { required: 1, two_above: { USD: 3_999 } } })
    const { workspace, owner } = program
    const first = await openRun(workspace, owner)
    await saleOf(program)
    const second = await openRun(workspace, owner)
    await first.run.approve(owner.actor)
    await second.run.approve(owner.actor)
    assert.deepEqual([first.run.state, second.run.state], ['approved', 'awaiting_approval'])
    await assertBalanced(assert, workspace)
  })
})

test.group('What becomes of the money', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function two() {
    const program = await dueProgram()
    const other = await makeProgramLink(program.workspace)
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

  test('one failed payout makes a run partly failed, and its rows are due again', async ({ assert }) => {
    const { workspace, owner, run, first } = await two()
    await run.execute(owner.actor)
    assert.equal(run.state, 'processing')
    await first.fail(owner.actor, 'account_closed')
    await run.pay(owner.actor, { reference: 'bank' })
    assert.deepEqual([run.state, run.progressStep, run.progressInput], ['partly_failed', null, null])
    assert.lengthOf(await openByHand(workspace, {}, owner.actor), 1)
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => first.pay(owner.actor, {}))
    await assertBalanced(assert, workspace)
  })

  test('a run is marked as paid but for some, and these stay on their way', async ({ assert }) => {
    const { workspace, owner, run, first, second } = await two()
    await run.pay(owner.actor, { reference: 'bank', except: [first.id] })
    await first.refresh()
    await second.refresh()
    assert.deepEqual([run.state, first.state, second.state, second.reference], ['processing', 'approved', 'paid', 'bank'])
    await assertRefused(assert, 422, 'VALIDATION_ERROR', () => run.pay(owner.actor, { reference: 'x', except: ['po_x'] }))
    await run.pay(owner.actor, { reference: 'bank-2' })
    assert.equal(run.state, 'completed')
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => run.pay(owner.actor, { reference: 'x' }))
    await assertBalanced(assert, workspace)
  })

  test('a payout that comes back makes a completed run partly failed', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { run, payout } = await paidRun(workspace, owner)
    assert.equal(run.state, 'completed')
    await payout.return(owner.actor, 'account_closed', 'came back on Monday')
    await run.refresh()
    await commission.refresh()
    assert.deepEqual([run.state, payout.state, commission.state, commission.paidAt], ['partly_failed', 'returned', 'due', null])
    await assertBalanced(assert, workspace)
  })

  test('what comes back after a refund is settled: the reversal is voided with it', async ({ assert }) => {
    const { workspace, owner, sale, commission } = await dueProgram()
    const { payout } = await paidRun(workspace, owner)
    await refund(sale)
    await payout.return(owner.actor, 'account_closed')
    await commission.refresh()
    assert.equal(commission.state, 'voided')
    await assertBalanced(assert, workspace)
  })
})
