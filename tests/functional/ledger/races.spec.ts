import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { system } from '#core/actor'
import { transition } from '#core/transition'
import { recordRefund } from '#ledger/refunds'
import { verifyLedger } from '#ledger/verify'
import Commission from '#models/commission'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import Refund from '#models/refund'
import { freezePieces } from '#payouts/approve'
import { buildRun } from '#payouts/build'
import { continueRuns } from '#payouts/continue'
import { writeFiles } from '#payouts/files'
import { fileOf } from '#payouts/methods/index'
import { openByHand, openScheduled } from '#payouts/open'
import { continueReconciliations, reconcile } from '#payouts/reconcile'
import { recordConversion } from '#tracking/record_conversion'
import { emptyDatabase } from '#tests/support/empty_database'
import { assertBalanced, openRun } from '#tests/support/money'
import { later, makeCrowd, makeProgram, sell } from '#tests/support/world'
import type { ConversionInput } from '#tracking/input'

const times = <T>(count: number, work: (number: number) => T) =>
  Array.from({ length: count }, (_, number) => work(number))

test.group('At once', (group) => {
  group.teardown(emptyDatabase)

  test('100 identical sales make one conversion and one commission', async ({ assert }) => {
    const { workspace, link } = await makeProgram()
    const input: ConversionInput = {
      externalId: 'once',
      amount: 10_000,
      currency: 'USD',
      customer: { externalId: 'ada' },
      ref: link.refParam,
    }
    const answers = await Promise.all(times(100, () => recordConversion(workspace, input, system)))
    assert.equal(answers.filter(({ created }) => created).length, 1)
    assert.equal(new Set(answers.map(({ conversion }) => conversion.id)).size, 1)
    for (const table of ['conversions', 'commissions', 'referrals', 'enrollments']) {
      assert.lengthOf(await db.from(table).where('workspace_id', workspace.id), 1)
    }
    await assertBalanced(assert, workspace)
  })

  test('a sale and its refund never miss each other', async ({ assert }) => {
    const { workspace, link } = await makeProgram()
    await Promise.all(
      times(20, (number) => [
        sell(workspace, { externalId: `sale-${number}`, amount: 10_000, ref: link.refParam }),
        recordRefund(
          workspace.id,
          { externalId: `refund-${number}`, conversionExternalId: `sale-${number}`, amount: 5_000 },
          system
        ),
      ]).flat()
    )
    assert.lengthOf(
      await Refund.query().where({ workspace_id: workspace.id, state: 'applied' }),
      20
    )
    await assertBalanced(assert, workspace)
  })

  test('partial refunds of one sale never give back more than there was', async ({ assert }) => {
    const { workspace, link } = await makeProgram()
    const sale = await sell(workspace, { amount: 10_000, ref: link.refParam })
    const answers = await Promise.allSettled(
      times(20, (number) =>
        recordRefund(
          workspace.id,
          { externalId: `part-${number}`, conversionExternalId: sale.externalId, amount: 1_000 },
          system
        )
      )
    )
    assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 10)
    await assertBalanced(assert, workspace)
  })

  test('a scheduled cutoff is opened once', async ({ assert }) => {
    const { workspace } = await makeCrowd(3)
    await later(40, () => Promise.all(times(6, () => openScheduled(workspace))))
    assert.lengthOf(await PayoutRun.query().where('workspace_id', workspace.id), 1)
    await assertBalanced(assert, workspace)
  })

  test('runs by hand never claim the same commission', async ({ assert }) => {
    const { workspace, owner } = await makeCrowd(10)
    const answers = await Promise.allSettled(times(4, () => openByHand(workspace, {}, owner.actor)))
    assert.isTrue(answers.some(({ status }) => status === 'fulfilled'))
    assert.lengthOf(await Payout.query().where('workspace_id', workspace.id), 10)
    await assertBalanced(assert, workspace)
  })

  test('several workers build one run, and each payout is made once', async ({ assert }) => {
    const { workspace } = await makeCrowd(120)
    const [run] = await later(40, () => openScheduled(workspace))
    await run.cancel(system, 'to be built again')
    const draft = await workspace.related('payoutRuns').create({
      currency: 'USD',
      cutoff: run.cutoff,
      trigger: 'hand',
      state: 'draft',
      openedById: 'system',
      approvalsRequired: 1,
      progressStep: 'building',
      amount: 0,
      payoutsCount: 0,
      leftOutCount: 0,
    })
    await Promise.all(times(4, async () => buildRun(await PayoutRun.findOrFail(draft.id))))
    await draft.refresh()
    assert.deepEqual(
      [draft.state, draft.payoutsCount, draft.amount],
      ['awaiting_approval', 120, 240_000]
    )
    const { breaks } = await verifyLedger({ workspaceId: workspace.id })
    assert.deepEqual(
      breaks.filter(({ row }) => row !== draft.id),
      []
    )
  })

  test('several workers finish an approved run, and its files are written once', async ({
    assert,
  }) => {
    const { workspace, owner } = await makeCrowd(110)
    const { run } = await openRun(workspace, owner)
    await halfApprove(run, owner.id)
    await Promise.all(times(4, () => continueRuns()))
    await run.refresh()
    assert.deepEqual([run.state, run.progressStep], ['approved', null])
    assert.lengthOf(await run.related('files').query(), 1)
    await assertBalanced(assert, workspace)
  })

  test('several workers that write a run’s files put each payout in one', async ({
    assert,
    cleanup,
  }) => {
    const csv = fileOf('csv')
    const { rowsAtMost } = csv
    cleanup(() => void (csv.rowsAtMost = rowsAtMost))
    csv.rowsAtMost = 1
    const { workspace, owner } = await makeCrowd(12)
    const { run } = await openRun(workspace, owner)
    await halfApprove(run, owner.id)
    await freezePieces(run)
    await Promise.all(times(4, async () => writeFiles(await PayoutRun.findOrFail(run.id))))

    const files = await run.related('files').query().orderBy('part')
    const payouts = await Payout.query().where('run_id', run.id)
    assert.deepEqual(
      files.map(({ part, parts }) => [part, parts]),
      times(12, (number) => [number + 1, 12])
    )
    for (const payout of payouts) {
      const holding = files.filter(({ text }) => text.includes(payout.id))
      assert.deepEqual(
        holding.map(({ id }) => id),
        [payout.fileId!]
      )
    }
  })

  test('several workers on one result file count each line once', async ({ assert }) => {
    const { workspace, owner } = await makeCrowd(12)
    const { run } = await openRun(workspace, owner)
    await run.approve(owner.actor)
    await run.execute(owner.actor)
    const payouts = await Payout.query().where('run_id', run.id)
    const known = payouts.map(({ id }) => `${id},paid`)
    const strange = times(100, (number) => `po_${number},paid`)
    const file = ['payout_id,status', ...known, ...strange].join('\n')
    const made = await reconcile(run, file, owner.actor)
    assert.equal(made.state, 'working')
    await Promise.all(times(3, () => continueReconciliations()))
    await made.refresh()
    assert.deepEqual([made.state, made.changedCount, made.unmatchedCount], ['done', 12, 100])
    const told = db.from('events').where({ subject_id: run.id, type: 'payout_run.reconciled' })
    assert.lengthOf(await told, 1)
    await assertBalanced(assert, workspace)
  })

  test('refunds while a run is approved neither deadlock nor change what was approved', async ({
    assert,
  }) => {
    const { workspace, owner, sales } = await makeCrowd(40)
    const { run } = await openRun(workspace, owner)
    const refunds = sales.map((sale, number) =>
      recordRefund(
        workspace.id,
        { externalId: `while-${number}`, conversionExternalId: sale.externalId, amount: 5_000 },
        system
      )
    )
    await Promise.all([...refunds.slice(0, 20), run.approve(owner.actor), ...refunds.slice(20)])
    const event = await db
      .from('events')
      .where({ subject_id: run.id, type: 'payout_run.approved' })
      .firstOrFail()
    await run.refresh()
    assert.equal(run.amount, JSON.parse(event.data).amount)
    await assertBalanced(assert, workspace)
  })

  test('refunds while a run is canceled, and others while one is built', async ({ assert }) => {
    const { workspace, owner, sales } = await makeCrowd(40)
    const { run } = await openRun(workspace, owner)
    const given = (name: string) =>
      sales.map((sale, number) =>
        recordRefund(
          workspace.id,
          { externalId: `${name}-${number}`, conversionExternalId: sale.externalId, amount: 1_000 },
          system
        )
      )
    await Promise.all([...given('cancel'), run.cancel(owner.actor, 'mistake')])
    await assertBalanced(assert, workspace)
    await Promise.all([...given('build'), openByHand(workspace, {}, owner.actor)])
    await assertBalanced(assert, workspace)
  })

  test('payouts of one run that are paid at once complete it', async ({ assert }) => {
    const { workspace, owner } = await makeCrowd(12)
    const { run } = await openRun(workspace, owner)
    await run.approve(owner.actor)
    const payouts = await Payout.query().where('run_id', run.id)
    await Promise.all(payouts.map((payout) => payout.pay(owner.actor, {})))
    await run.refresh()
    assert.equal(run.state, 'completed')
    await assertBalanced(assert, workspace)
  })

  test('payouts excluded at once leave the run with the right sum', async ({ assert }) => {
    const { workspace, owner } = await makeCrowd(12)
    const { run } = await openRun(workspace, owner)
    const payouts = await Payout.query().where('run_id', run.id)
    await Promise.all(payouts.slice(0, 11).map((payout) => payout.exclude(owner.actor, 'asked')))
    await run.refresh()
    assert.deepEqual([run.amount, run.payoutsCount, run.leftOutCount], [2_000, 1, 11])
    await assertBalanced(assert, workspace)
  })

  test('a run that is executed, paid and marked by hand at once pays each once', async ({
    assert,
  }) => {
    const { workspace, owner } = await makeCrowd(12)
    const { run } = await openRun(workspace, owner)
    await run.approve(owner.actor)
    const payouts = await Payout.query().where('run_id', run.id)
    const again = () => PayoutRun.findOrFail(run.id)
    await Promise.allSettled([
      (await again()).execute(owner.actor),
      (await again()).pay(owner.actor, { reference: 'bank' }),
      ...payouts.map((payout) => payout.pay(owner.actor, { reference: 'cash' })),
      (await again()).cancel(owner.actor, 'mistake'),
    ])
    await run.refresh()
    assert.include(['completed', 'canceled'], run.state)
    const paid = await db.from('events').where({ workspace_id: workspace.id, type: 'payout.paid' })
    assert.equal(new Set(paid.map((event) => event.subject_id)).size, paid.length)
    assert.lengthOf(
      await Commission.query().where({ workspace_id: workspace.id, state: 'paid' }),
      paid.length
    )
    await assertBalanced(assert, workspace)
  })
})

/** As a crash leaves it: approved, and no payout frozen yet. */
async function halfApprove(run: PayoutRun, userId: string) {
  await run.related('approvals').create({ workspaceId: run.workspaceId, userId })
  await transition(run, 'approve', {
    actor: { kind: 'user', id: userId },
    set: { approved_at: new Date(), progress_step: 'approving' },
  })
}
