import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { dialect } from '#config/database'
import { newId } from '#core/ids'
import { verifyLedger } from '#ledger/verify'
import Commission from '#models/commission'
import {
  approvedRun,
  assertBalanced,
  dueProgram,
  openRun,
  paidRun,
  refund,
  saleOf,
} from '#tests/support/money'
import { later, makeProgram } from '#tests/support/world'
import type Workspace from '#models/workspace'

/** Past the triggers, as a hand on the database would: gone until the test's transaction is rolled back. */
async function withoutTriggers(table: string) {
  const of = dialect === 'postgres' ? ` on ${table}` : ''
  await db.rawQuery(`drop trigger ${table}_keep_update${of}`)
  await db.rawQuery(`drop trigger ${table}_keep_delete${of}`)
}

/** Past the foreign key, too. */
async function withoutItsAffiliate() {
  await withoutTriggers('commissions')
  await db.rawQuery(
    dialect === 'postgres'
      ? 'alter table commissions drop constraint commissions_affiliate_id_fk'
      : 'pragma defer_foreign_keys = on'
  )
}

async function namesOf(workspace: Workspace, number: number) {
  const { breaks, warnings } = await verifyLedger({ workspaceId: workspace.id })
  return [...breaks, ...warnings].filter(({ check }) => check === number).map(({ row }) => row)
}

const change = (table: string, id: string, values: Record<string, unknown>) =>
  db.from(table).where('id', id).update(values)

test.group('verifyLedger', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a whole life of commissions balances', async ({ assert }) => {
    const program = await dueProgram()
    const { workspace, owner, sale } = program
    await paidRun(workspace, owner)
    await refund(sale, 3_000)
    await saleOf(program)
    await openRun(workspace, owner)
    await refund((await saleOf(program)).sale)

    await assertBalanced(assert, workspace)
    const { checked } = await verifyLedger({ workspaceId: workspace.id })
    assert.deepEqual(
      checked.map(({ check }) => check),
      [1, 2, 3, 4, 5, 6, 7, 8]
    )
    assert.isTrue(checked.every(({ rows }) => rows > 0))
  })

  test('1: a payout that is not the sum of its lines', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await change('payouts', payout.id, { amount: payout.amount + 1 })
    assert.sameMembers(await namesOf(workspace, 1), [payout.id, run.id])
  })

  test('1: a run that is not the sum of its payouts', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { run } = await openRun(workspace, owner)
    await change('payout_runs', run.id, { amount: run.amount + 1 })
    assert.deepEqual(await namesOf(workspace, 1), [run.id])
  })

  test('1: a line of another amount than its commission', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { payout } = await openRun(workspace, owner)
    await withoutTriggers('commissions')
    await change('commissions', commission.id, { amount: commission.amount + 1 })
    const [line] = await payout.related('lines').query()
    assert.deepEqual(await namesOf(workspace, 1), [line.id])
  })

  test('1: a positive line that is due after its run’s cutoff', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await change('commissions', commission.id, {
      due_at: run.cutoff.plus({ seconds: 1 }).toJSDate(),
    })
    const [line] = await payout.related('lines').query()
    assert.deepEqual(await namesOf(workspace, 1), [line.id])
  })

  test('2: a commission whose payout_id is not its open line', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    await openRun(workspace, owner)
    await change('commissions', commission.id, { payout_id: null })
    assert.deepEqual(await namesOf(workspace, 2), [commission.id])
  })

  test('2: a commission with two open lines', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { payout } = await openRun(workspace, owner)
    const line = await db.from('payout_lines').where('payout_id', payout.id).firstOrFail()
    await db.rawQuery('drop index payout_lines_open_unique')
    await db.table('payout_lines').insert({ ...line, id: newId('line') })
    assert.deepEqual(await namesOf(workspace, 2), [commission.id])
  })

  test('2: a commission that is not as far as its payout', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    await approvedRun(workspace, owner)
    await change('commissions', commission.id, { state: 'paid' })
    assert.deepEqual(await namesOf(workspace, 2), [commission.id])
  })

  test('2: a commission that is paid by no payout', async ({ assert }) => {
    const { workspace, commission } = await dueProgram()
    await change('commissions', commission.id, { state: 'paid' })
    assert.deepEqual(await namesOf(workspace, 2), [commission.id])
  })

  test('2: an open line of a payout that has ended', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { payout } = await openRun(workspace, owner)
    await change('payouts', payout.id, { state: 'canceled' })
    const [line] = await payout.related('lines').query()
    assert.sameMembers(await namesOf(workspace, 2), [commission.id, line.id])
  })

  test('3: a family that misses its target', async ({ assert }) => {
    const { workspace, sale, commission } = await dueProgram()
    await refund(sale, 5_000)
    const reversal = await Commission.findByOrFail('reversal_of', commission.id)
    await withoutTriggers('commissions')
    await change('commissions', reversal.id, { amount: -999 })
    assert.deepEqual(await namesOf(workspace, 3), [commission.id])
  })

  test('3: a commission that is voided without a reason', async ({ assert }) => {
    const { workspace, commission } = await dueProgram()
    await change('commissions', commission.id, { state: 'voided' })
    assert.deepEqual(await namesOf(workspace, 3), [commission.id])
  })

  test('3: a reversal of another currency than its original', async ({ assert }) => {
    const { workspace, sale, commission } = await dueProgram()
    await refund(sale, 5_000)
    const reversal = await Commission.findByOrFail('reversal_of', commission.id)
    await withoutTriggers('commissions')
    await change('commissions', reversal.id, { currency: 'EUR' })
    assert.deepEqual(await namesOf(workspace, 3), [reversal.id])
  })

  test('4: a conversion that was refunded otherwise than its refunds say', async ({ assert }) => {
    const { workspace, sale } = await dueProgram()
    await refund(sale, 5_000)
    await change('conversions', sale.id, { refunded_amount: 5_001 })
    assert.deepEqual(await namesOf(workspace, 4), [sale.id])
  })

  for (const table of ['affiliates', 'campaigns', 'referrals', 'enrollments'] as const) {
    test(`5: a row of ${table} in a state that no event tells`, async ({ assert }) => {
      const { workspace } = await dueProgram()
      const row = await db.from(table).where('workspace_id', workspace.id).firstOrFail()
      const state = {
        affiliates: 'archived',
        campaigns: 'archived',
        referrals: 'denied',
        enrollments: 'ended',
      }[table]
      await change(table, row.id, { state })
      assert.deepEqual(await namesOf(workspace, 5), [row.id])
    })
  }

  test('5: a commission, a payout and a run in states that no event tells', async ({ assert }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await change('commissions', commission.id, { state: 'due', payout_id: null })
    await change('commissions', commission.id, { state: 'held' })
    await change('payouts', payout.id, { state: 'paid' })
    await change('payout_runs', run.id, { state: 'approved' })
    assert.sameMembers(await namesOf(workspace, 5), [commission.id, payout.id, run.id])
  })

  test('5: events with a gap', async ({ assert }) => {
    const { workspace, commission } = await dueProgram()
    await withoutTriggers('events')
    await db.from('events').where('subject_id', commission.id).update({ subject_seq: 7 })
    assert.deepEqual(await namesOf(workspace, 5), [commission.id])
  })

  test('6: two conversions of one external_id', async ({ assert }) => {
    const program = await dueProgram()
    const { sale } = await saleOf(program)
    await dropUnique('conversions', 'conversions_workspace_external_unique')
    await change('conversions', sale.id, { external_id: program.sale.externalId })
    assert.deepEqual(await namesOf(program.workspace, 6), [sale.id])
  })

  test('6: two answers to one idempotency key', async ({ assert }) => {
    const answer = {
      credential: 'c',
      key: 'k',
      fingerprint: 'f',
      status: 200,
      headers: '{}',
      body: '',
      created_at: new Date(),
    }
    await db.table('idempotency_keys').insert(answer)
    assert.notInclude(
      (await verifyLedger()).breaks.map(({ row }) => row),
      'k'
    )
    if (dialect !== 'postgres') return
    await dropUnique('idempotency_keys', 'idempotency_keys_primary')
    await db.table('idempotency_keys').insert(answer)
    assert.include(
      (await verifyLedger()).breaks.map(({ row }) => row),
      'k'
    )
  })

  test('6: a commission of an affiliate of another workspace', async ({ assert }) => {
    const { workspace, commission } = await dueProgram()
    const other = await makeProgram()
    await withoutItsAffiliate()
    await change('commissions', commission.id, { affiliate_id: other.affiliate.id })
    assert.deepEqual(await namesOf(workspace, 6), [commission.id])
  })

  test('6: a commission of a customer who is nowhere', async ({ assert }) => {
    const { workspace, commission } = await dueProgram()
    await withoutTriggers('commissions')
    await change('commissions', commission.id, { referral_id: newId('ref') })
    assert.deepEqual(await namesOf(workspace, 6), [commission.id])
  })

  test('7: a run that went on without its approvals', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { run } = await approvedRun(workspace, owner)
    await db.from('approvals').where('run_id', run.id).delete()
    assert.deepEqual(await namesOf(workspace, 7), [run.id])
  })

  test('7: an approval that came after the run was approved', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { run } = await approvedRun(workspace, owner)
    await db
      .from('approvals')
      .where('run_id', run.id)
      .update({ created_at: run.approvedAt!.plus({ seconds: 1 }).toJSDate() })
    assert.deepEqual(await namesOf(workspace, 7), [run.id])
  })

  test('7: a payout that goes elsewhere than when it was approved', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { payout } = await approvedRun(workspace, owner)
    await change('payouts', payout.id, { destination: 'another' })
    assert.deepEqual(await namesOf(workspace, 7), [payout.id])
  })

  test('8: what waits too long is a warning, no break', async ({ assert }) => {
    const { workspace, link } = await makeProgram({ holdDays: 1 })
    const { commission, sale } = await saleOf({ workspace, link })
    await change('conversions', sale.id, { external_id: 'moved' })
    const waiting = await refund(sale, 100)
    await later(32, async () => {
      const { breaks, warnings } = await verifyLedger({ workspaceId: workspace.id })
      assert.deepEqual(breaks, [])
      assert.sameMembers(
        warnings.map(({ row }) => row),
        [commission.id, waiting.id]
      )
    })
  })

  test('8: a draft run that nobody goes on with', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { run } = await openRun(workspace, owner)
    await change('payout_runs', run.id, { progress_step: 'building' })
    await later(1, async () => assert.deepEqual(await namesOf(workspace, 8), [run.id]))
  })

  test('triggers that are gone are told', async ({ assert }) => {
    await withoutTriggers('events')
    const { missingTriggers } = await verifyLedger()
    assert.includeMembers(missingTriggers, ['events_keep_update', 'events_keep_delete'])
  })

  test('each break is told as it is found', async ({ assert }) => {
    const { workspace, commission } = await dueProgram()
    await change('commissions', commission.id, { state: 'voided' })
    const told: string[] = []
    await verifyLedger({ workspaceId: workspace.id, onBreak: ({ row }) => told.push(row) })
    assert.deepEqual(told, [commission.id, commission.id])
  })
})

async function dropUnique(table: string, name: string) {
  if (!name.endsWith('_primary')) await db.rawQuery(`drop index ${name}`)
  else if (dialect === 'postgres') await db.rawQuery(`alter table ${table} drop constraint ${name}`)
}
