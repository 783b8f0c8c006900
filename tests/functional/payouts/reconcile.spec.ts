import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Event from '#models/event'
import Payout from '#models/payout'
import Reconciliation from '#models/reconciliation'
import { openByHand } from '#payouts/open'
import { continueReconciliations, reconcile } from '#payouts/reconcile'
import { apiOf } from '#tests/support/api'
import { anotherAffiliate, assertBalanced, dueProgram, openRun } from '#tests/support/money'
import { sell } from '#tests/support/world'

/** A run of three payouts of $20.00 that is on its way. */
async function threeOnTheirWay() {
  const program = await dueProgram()
  const { workspace, owner } = program
  for (let more = 0; more < 2; more++) {
    const { link } = await anotherAffiliate(workspace)
    await sell(workspace, { ref: link.refParam, amount: 10_000 })
  }
  const [run] = await openByHand(workspace, {}, owner.actor)
  await run.approve(owner.actor)
  await run.execute(owner.actor)
  const payouts = await Payout.query().where('run_id', run.id).orderBy('id')
  const api = await apiOf(workspace, owner)
  return { ...program, run, payouts, api, path: `/payout_runs/${run.id}/reconciliations` }
}

const table = (...rows: string[]) => `payout_id,status,reference,amount\n${rows.join('\n')}\n`

test.group('Result files of a run', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('set each payout’s outcome, and say what did not match', async ({ assert }) => {
    const { run, workspace, payouts, api, path } = await threeOnTheirWay()
    const [first, second, third] = payouts
    const stranger = 'po_01k90000000000000000000000'
    const content = table(
      `${first.id},paid,bank-1,20.00`,
      `${second.id},failed,,`,
      `${third.id},paid,bank-1,21.00`,
      `${stranger},paid,,`
    )
    const made = await api.post(path, { content })
    assert.equal(made.status, 201)
    assert.deepInclude(made.body, {
      format: 'csv',
      state: 'done',
      lines_count: 4,
      changed_count: 2,
      unmatched_count: 2,
    })
    const { body: lines } = await api.get(`${path}/${made.body.id}/lines?sort=line&order=asc`)
    assert.deepEqual(
      lines.data.map((line: { line: number; result: string }) => [line.line, line.result]),
      [
        [2, 'paid'],
        [3, 'failed'],
        [4, 'other_amount'],
        [5, 'unknown_id'],
      ]
    )
    for (const payout of payouts) await payout.refresh()
    assert.deepEqual(
      payouts.map(({ state, reference }) => [state, reference]),
      [
        ['paid', 'bank-1'],
        ['failed', null],
        ['processing', null],
      ]
    )
    const event = await Event.query()
      .where({ subject_id: run.id, type: 'payout_run.reconciled' })
      .firstOrFail()
    assert.deepInclude(event.data, { lines: 4, changed_count: 2, unmatched_count: 2 })
    await assertBalanced(assert, workspace)
  })

  test('the same file again changes nothing', async ({ assert }) => {
    const { run, payouts, api, path } = await threeOnTheirWay()
    const content = table(...payouts.map(({ id }) => `${id},paid,bank-1,20.00`))
    const first = await api.post(path, { content })
    await run.refresh()
    assert.equal(run.state, 'completed')
    const events = await Event.query().whereLike('type', 'payout.%').count('* as total').pojo()
    const again = await api.post(path, { content })
    assert.deepEqual([first.body.changed_count, again.body.changed_count], [3, 0])
    assert.equal(again.body.unmatched_count, 0)
    const after = await Event.query().whereLike('type', 'payout.%').count('* as total').pojo()
    assert.deepEqual(after, events)
    const { body: all } = await api.get(path)
    assert.equal(all.pagination.total_count, 2)
  })

  test('money that came back is returned; what contradicts an end is marked', async ({
    assert,
  }) => {
    const { run, workspace, owner, payouts } = await threeOnTheirWay()
    const [first, second, third] = payouts
    await reconcile(run, table(`${first.id},paid,,`, `${second.id},failed,,`), owner.actor)
    const content = table(`${first.id},returned,,`, `${second.id},paid,,`, `${third.id},open,,`)
    const made = await reconcile(run, content, owner.actor)
    const results = await made.related('lines').query().orderBy('line')
    assert.deepEqual(
      results.map(({ result }) => result),
      ['returned', 'contradiction', 'still_open']
    )
    for (const payout of payouts) await payout.refresh()
    assert.deepEqual(
      payouts.map(({ state, attention }) => [state, attention]),
      [
        ['returned', null],
        ['failed', 'contradicted'],
        ['processing', null],
      ]
    )
    await assertBalanced(assert, workspace)
  })

  test('two lines that contradict each other leave it unknown', async ({ assert }) => {
    const { run, owner, payouts } = await threeOnTheirWay()
    const [{ id }] = payouts
    await reconcile(run, table(`${id},paid,,`, `${id},failed,,`), owner.actor)
    await payouts[0].refresh()
    assert.deepEqual([payouts[0].state, payouts[0].attention], ['processing', 'outcome_unknown'])
  })

  test('what is no result file changes nothing, and names the line', async ({ assert }) => {
    const { payouts, api, path } = await threeOnTheirWay()
    const refused = await api.post(path, { content: `payout_id,status\n"${payouts[0].id},paid\n` })
    assert.equal(refused.status, 422)
    assert.match(refused.body.error, /Line 2: This is no CSV/)
    await payouts[0].refresh()
    assert.equal(payouts[0].state, 'processing')
    assert.lengthOf(await Reconciliation.all(), 0)
    for (const body of [{}, { content: '' }, { content: 5 }, { file: 'x' }])
      assert.equal((await api.post(path, body)).status, 422)
  })

  test('a line that cannot be read changes nothing, and is listed with why', async ({ assert }) => {
    const { payouts, api, path } = await threeOnTheirWay()
    const [first, second] = payouts
    const content = table(`${first.id},perhaps,,`, `${second.id},paid,bank-1,20.00`)
    const { body: made } = await api.post(path, { content })
    assert.deepInclude(made, { changed_count: 1, unmatched_count: 1 })
    const { body: lines } = await api.get(`${path}/${made.id}/lines?result=unreadable`)
    assert.lengthOf(lines.data, 1)
    assert.deepInclude(lines.data[0], { line: 2, payout_id: first.id, outcome: 'unclear' })
    assert.match(lines.data[0].reason, /The status "perhaps" is none of/)
    await first.refresh()
    assert.deepEqual([first.state, first.attention], ['processing', null])
  })

  test('another run’s payout, and another currency, are told apart', async ({ assert }) => {
    const { run, workspace, owner, payouts } = await threeOnTheirWay()
    const { link } = await anotherAffiliate(workspace)
    await sell(workspace, { ref: link.refParam, amount: 10_000 })
    const [later] = await openByHand(workspace, {}, owner.actor)
    await later.approve(owner.actor)
    const content =
      `payout_id,status,amount,currency\n${payouts[0].id},paid,20.00,EUR\n` +
      `${(await Payout.findByOrFail({ run_id: later.id })).id},paid,20.00,USD\n`
    const made = await reconcile(run, content, owner.actor)
    const results = await made.related('lines').query().orderBy('line')
    assert.deepEqual(
      results.map(({ result }) => result),
      ['other_currency', 'other_run']
    )
  })

  test('Wise’s list pays by the end of the id, on the day that it says', async ({ assert }) => {
    const { run, owner, payouts } = await threeOnTheirWay()
    const [{ id }] = payouts
    const content =
      `ID,Status,"Finished on","Target amount (after fees)","Target currency",Reference\n` +
      `TRANSFER-7,COMPLETED,"2026-01-03 10:00:00",20.0,USD,${id.slice(-10).toUpperCase()}\n` +
      `TRANSFER-8,COMPLETED,"2026-01-03 10:00:00",9.0,USD,0000000000\n`
    const made = await reconcile(run, content, owner.actor)
    await payouts[0].refresh()
    assert.deepInclude(made.serialize(), { format: 'wise', changedCount: 1, unmatchedCount: 1 })
    assert.equal(payouts[0].reference, 'TRANSFER-7')
    assert.equal(payouts[0].paidAt?.toUTC().toISO(), '2026-01-03T10:00:00.000Z')
  })

  test('before approval nothing is on its way', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { run } = await openRun(workspace, owner)
    const api = await apiOf(workspace, owner)
    const answer = await api.post(`/payout_runs/${run.id}/reconciliations`, { content: 'x' })
    assert.deepEqual([answer.status, answer.body.code], [409, 'INVALID_TRANSITION'])
  })

  test('another workspace’s run and file are not there', async ({ assert }) => {
    const { path, api, payouts } = await threeOnTheirWay()
    const made = await api.post(path, { content: table(`${payouts[0].id},open,,`) })
    const other = await dueProgram()
    const foreign = await apiOf(other.workspace, other.owner)
    for (const each of [path, `${path}/${made.body.id}`, `${path}/${made.body.id}/lines`])
      assert.equal((await foreign.get(each)).status, 404)
    assert.equal((await foreign.post(path, { content: 'x' })).status, 404)
  })

  test('a long one is gone on with by a job', async ({ assert }) => {
    const { run, owner, payouts } = await threeOnTheirWay()
    const strangers = Array.from(
      { length: 100 },
      (_, number) => `po_01k9${String(number).padStart(22, '0')},open,,`
    )
    const made = await reconcile(run, table(`${payouts[0].id},paid,,`, ...strangers), owner.actor)
    assert.equal(made.state, 'working')
    await continueReconciliations()
    await continueReconciliations()
    await made.refresh()
    assert.deepEqual([made.state, made.changedCount, made.unmatchedCount], ['done', 1, 100])
  })
})
