import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { assertBalanced } from '#tests/support/money'
import { FakePayPal } from '#tests/support/paypal'
import { batchOf, payPalRun, payoutsOf, statesOf, workIn } from '#tests/support/paypal_run'

test.group('Asking PayPal', (group) => {
  let fake: FakePayPal
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    const started = await FakePayPal.start()
    fake = started.fake
    return started.stop
  })

  const becomes: Record<string, string> = {
    SUCCESS: 'paid',
    FAILED: 'failed',
    BLOCKED: 'failed',
    UNCLAIMED: 'processing',
    ONHOLD: 'processing',
    PENDING: 'processing',
    RETURNED: 'failed',
    REFUNDED: 'failed',
    REVERSED: 'failed',
    SOMETHING_NEW: 'processing outcome_unknown',
  }

  test('each status becomes an outcome, page by page', async ({ assert }) => {
    const { run, workspace } = await payPalRun(Object.keys(becomes).length)
    fake.pageSize = 3
    const payouts = await payoutsOf(run)
    payouts.forEach(({ id }, index) => fake.statuses.set(id, Object.keys(becomes)[index]))
    await workIn(0)
    assert.deepEqual(await statesOf(run), Object.values(becomes))

    const [paid, failed] = await payoutsOf(run)
    assert.equal(paid.reference, 'TX1-0')
    assert.equal(paid.paidAt?.toUTC().toISO(), '2026-03-02T10:00:00.000Z')
    assert.deepEqual([failed.failureReason, failed.providerStatus], ['provider_failed', 'FAILED'])
    await run.refresh()
    assert.equal(run.state, 'processing')
    await assertBalanced(assert, workspace)
  })

  test('what was paid and comes back is returned', async ({ assert }) => {
    const { run, workspace } = await payPalRun(2)
    const [first, second] = await payoutsOf(run)
    for (const { id } of [first, second]) fake.statuses.set(id, 'SUCCESS')
    await workIn(0)
    await run.refresh()
    assert.equal(run.state, 'completed')

    fake.statuses.set(first.id, 'REVERSED')
    await workIn(60 * 25)
    assert.deepEqual(await statesOf(run), ['returned', 'paid'])
    await run.refresh()
    assert.equal(run.state, 'partly_failed')
    await assertBalanced(assert, workspace)
    await workIn(60 * 24 * 40)
    assert.equal((await batchOf(run)).state, 'closed')
  })

  test('an unclaimed payout waits until PayPal says more', async ({ assert }) => {
    const { run } = await payPalRun(1)
    const [{ id }] = await payoutsOf(run)
    fake.statuses.set(id, 'UNCLAIMED')
    await workIn(0)
    await workIn(60 * 24 * 29)
    assert.deepEqual(await statesOf(run), ['processing'])
    fake.statuses.set(id, 'RETURNED')
    await workIn(60 * 24 * 31)
    assert.deepEqual(await statesOf(run), ['failed'])
    const [payout] = await payoutsOf(run)
    assert.equal(payout.failureReason, 'provider_returned')
  })

  test('between two records nobody chooses', async ({ assert }) => {
    const { run } = await payPalRun(1)
    await workIn(0)
    const [batch] = fake.batches
    const twin = { ...batch.items[0], payout_item_id: 'ITEM-TWIN', transaction_status: 'FAILED' }
    batch.items.push(twin)
    await workIn(5)
    assert.deepEqual(await statesOf(run), ['processing outcome_unknown'])
    batch.items.pop()
    fake.statuses.set((await payoutsOf(run))[0].id, 'SUCCESS')
    await workIn(10)
    assert.deepEqual(await statesOf(run), ['paid'])
  })

  test('a record of another amount, or none, is no answer', async ({ assert }) => {
    const { run } = await payPalRun(2)
    await workIn(0)
    const [batch] = fake.batches
    batch.items[0].transaction_status = 'SUCCESS'
    batch.items[0].payout_item.amount.value = '200.00'
    batch.items.pop()
    await workIn(5)
    assert.deepEqual(await statesOf(run), Array(2).fill('processing outcome_unknown'))
  })

  test('a denied batch paid nobody', async ({ assert }) => {
    const { run } = await payPalRun(2)
    await workIn(0)
    fake.batches[0].status = 'DENIED'
    fake.batches[0].items = []
    await workIn(5)
    assert.deepEqual(await statesOf(run), ['failed', 'failed'])
  })

  test('what a person called failed, and PayPal paid, is marked', async ({ assert }) => {
    const { run, owner, workspace } = await payPalRun(1)
    await workIn(0)
    const [payout] = await payoutsOf(run)
    await payout.fail(owner.actor, 'account_closed')
    fake.statuses.set(payout.id, 'SUCCESS')
    await workIn(5)
    assert.deepEqual(await statesOf(run), ['failed contradicted'])
    await assertBalanced(assert, workspace)
  })

  test('an answer that is none changes nothing, and is asked for again', async ({ assert }) => {
    const { run } = await payPalRun(1)
    await workIn(0)
    const [batch] = fake.batches
    const { id } = batch
    batch.id = 'GONE'
    await assert.rejects(() => workIn(5), /PayPal answered 404/)
    assert.deepEqual(await statesOf(run), ['processing'])
    batch.id = id
    fake.statuses.set((await payoutsOf(run))[0].id, 'SUCCESS')
    await workIn(20)
    assert.deepEqual(await statesOf(run), ['paid'])
  })
})
