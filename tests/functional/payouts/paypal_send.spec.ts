import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Event from '#models/event'
import ProviderBatch from '#models/provider_batch'
import { limits } from '#payouts/provider/form'
import { sendBatch, sendBatches } from '#payouts/provider/send'
import { assertBalanced } from '#tests/support/money'
import { FakePayPal, type Trouble } from '#tests/support/paypal'
import { batchOf, payPalRun, payoutsOf, statesOf, workIn } from '#tests/support/paypal_run'

test.group('Sending through PayPal', (group) => {
  let fake: FakePayPal
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    const started = await FakePayPal.start()
    fake = started.fake
    return started.stop
  })

  test('a batch carries its own id, and each item its payout’s', async ({ assert }) => {
    const { run } = await payPalRun(2)
    await workIn(0)
    const batch = await batchOf(run)
    assert.deepEqual([batch.state, batch.providerBatchId, batch.items], ['accepted', 'BATCH1', 2])
    assert.equal(fake.batches[0].senderBatchId, batch.id)
    const payouts = await payoutsOf(run)
    assert.deepEqual(
      fake.batches[0].items.map(({ payout_item: item }) => item),
      payouts.map(({ id }, index) => ({
        recipient_type: 'EMAIL',
        receiver: `jane${index + 1}@example.com`,
        amount: { value: '20.00', currency: 'USD' },
        sender_item_id: id,
        note: 'Affiliate payout',
      }))
    )
    assert.deepEqual(await statesOf(run), ['processing', 'processing'])
    const events = await Event.query().where('subject_id', run.id)
    assert.notMatch(JSON.stringify(events), /jane|hush|client-1/)
  })

  const lost: Trouble[] = ['hangs_after', 'drops_after', 'error_after', 'nameless_after']
  for (const trouble of lost) {
    test(`taken, but the answer ${trouble}: unknown, sent again by the same id, paid once`, async ({
      assert,
    }) => {
      const { run, workspace } = await payPalRun(2)
      fake.troubles.push(trouble)
      if (trouble === 'hangs_after') fake.taken = fake.losePatience()
      await sendBatches()
      assert.deepEqual(await statesOf(run), Array(2).fill('processing outcome_unknown'))
      assert.isTrue((await batchOf(run)).outcomeUnknown)

      await workIn(0)
      assert.equal(fake.sends, 1, 'not at once')
      await workIn(20)
      assert.deepEqual([fake.sends, fake.batches.length], [2, 1])
      assert.deepEqual(Object.values(fake.counts), [1, 1])
      assert.equal((await batchOf(run)).providerBatchId, 'BATCH1')
      assert.deepEqual(await statesOf(run), ['processing', 'processing'])
      await assertBalanced(assert, workspace)
    })
  }

  const early: Trouble[] = ['drops_before', 'error_before', 'slow_down', 'no_funds']
  for (const trouble of early) {
    test(`never taken: ${trouble}; it is sent again, and paid once`, async ({ assert }) => {
      const { run } = await payPalRun(1)
      fake.troubles.push(trouble)
      await sendBatches()
      const marks = { no_funds: 'refused_by_provider', slow_down: '' } as Record<string, string>
      const mark = marks[trouble] ?? 'outcome_unknown'
      assert.deepEqual(await statesOf(run), [`processing ${mark}`.trim()])
      assert.isNotEmpty((await batchOf(run)).problem)

      await workIn(30)
      assert.deepEqual(Object.values(fake.counts), [1])
      assert.deepEqual(await statesOf(run), ['processing'])
    })
  }

  test('asked to slow down, it waits as long', async ({ assert }) => {
    await payPalRun(1)
    fake.troubles.push('slow_down')
    const sends = []
    for (const minutes of [0, 14, 16]) {
      await workIn(minutes)
      sends.push(fake.sends)
    }
    assert.deepEqual(sends, [1, 1, 2])
  })

  test('a duplicate without a name stays unknown, and a person says', async ({ assert }) => {
    const { run, owner } = await payPalRun(1)
    fake.linksToOriginal = false
    fake.troubles.push('drops_after')
    await sendBatches()
    await workIn(20)
    assert.deepEqual([fake.sends, fake.batches.length], [2, 1])
    assert.deepEqual(await statesOf(run), ['processing outcome_unknown'])

    const [payout] = await payoutsOf(run)
    await payout.pay(owner.actor, { reference: 'seen at PayPal' })
    assert.deepEqual(await statesOf(run), ['paid'])
    await workIn(2_000)
    assert.equal((await batchOf(run)).state, 'closed')
    assert.equal(fake.sends, 2)
  })

  test('two workers send one batch; what the second sends is known already', async ({ assert }) => {
    const { run } = await payPalRun(1)
    await sendBatches()
    const batch = await batchOf(run)
    await batch.merge({ state: 'sending', providerBatchId: null }).save()
    await sendBatch(batch)
    assert.deepEqual(Object.values(fake.counts), [1])
  })

  test('what a person decided before it left is not sent', async ({ assert }) => {
    const { run, owner } = await payPalRun(2)
    const [first, second] = await payoutsOf(run)
    await first.fail(owner.actor, 'account_closed')
    await workIn(0)
    assert.deepEqual(Object.keys(fake.counts), [second.id])
    await second.refresh()
    assert.equal(second.state, 'processing')
  })

  test('after 25 days nothing unknown is sent again', async ({ assert }) => {
    const { run } = await payPalRun(1)
    fake.troubles.push('drops_after')
    await sendBatches()
    await workIn(60 * 24 * 26)
    await workIn(60 * 24 * 60)
    assert.equal(fake.sends, 1)
    assert.deepEqual(await statesOf(run), ['processing outcome_unknown'])
  })

  test('other credentials never take over what may have arrived', async ({ assert }) => {
    const { run, workspace, owner } = await payPalRun(1)
    fake.troubles.push('drops_after')
    await sendBatches()
    const other = { client_id: 'client-2', client_secret: 'x', environment: 'live' } as const
    await workspace.change({ payer: { paypal: other } }, owner.actor)
    await workIn(60)
    await workspace.change({ payer: { paypal: null } }, owner.actor)
    await workIn(180)
    assert.equal(fake.sends, 1)
    assert.include((await batchOf(run)).problem!, 'no PayPal credentials')
    assert.deepEqual(await statesOf(run), ['processing outcome_unknown'])
  })

  test('wrong credentials send nothing, and say so', async ({ assert }) => {
    const { run } = await payPalRun(1)
    fake.secret = 'changed'
    await sendBatches()
    assert.deepEqual([fake.tokens, fake.sends], [1, 0])
    assert.include((await batchOf(run)).problem!, 'does not take these credentials')
    assert.deepEqual(await statesOf(run), ['processing'])
  })

  test('many are several batches, each payout in one', async ({ assert }) => {
    const { run } = await payPalRun(5)
    limits.items = 2
    try {
      await workIn(0)
    } finally {
      limits.items = 1_000
    }
    const batches = await ProviderBatch.query().where('run_id', run.id).orderBy('id')
    assert.deepEqual(
      batches.map(({ items, amount }) => [items, amount]),
      [
        [2, 4_000],
        [2, 4_000],
        [1, 2_000],
      ]
    )
    assert.deepEqual(Object.values(fake.counts), [1, 1, 1, 1, 1])
  })

  test('marking the run paid leaves to PayPal what PayPal will tell', async ({ assert }) => {
    const { run, owner } = await payPalRun(1)
    await workIn(0)
    await run.pay(owner.actor, { reference: 'bank-1' })
    assert.deepEqual(await statesOf(run), ['processing'])
    assert.equal(run.state, 'processing')
  })
})
