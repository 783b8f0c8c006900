import { once } from 'node:events'
import { test } from '@japa/runner'
import { startWorker } from '#tests/fault/worker'
import { assertBalanced } from '#tests/support/money'
import { FakePayPal } from '#tests/support/paypal'
import { batchOf, payPalRun, payoutsOf, statesOf, workIn } from '#tests/support/paypal_run'

test.group('PayPal, and a process that is killed', () => {
  test('killed after PayPal took the batch and before that was stored, it pays once', async ({
    assert,
    cleanup,
  }) => {
    const { fake, stop } = await FakePayPal.start()
    cleanup(stop)
    const { run, workspace } = await payPalRun(3)
    const worker = await startWorker('paypal_worker.ts', [], { PAYPAL_API_URL: fake.url })
    cleanup(() => void worker.kill('SIGKILL'))

    fake.troubles.push('hangs_after')
    fake.taken = () => void worker.kill('SIGKILL')
    worker.send('go')
    const [, signal] = await once(worker, 'exit')
    assert.equal(signal, 'SIGKILL')
    assert.deepEqual(Object.values(fake.counts), [1, 1, 1])
    const batch = await batchOf(run)
    assert.deepEqual([batch.state, batch.providerBatchId], ['sending', null])

    await workIn(15)
    assert.deepEqual([fake.sends, fake.batches.length], [2, 1])
    assert.deepEqual(Object.values(fake.counts), [1, 1, 1])
    for (const { id } of await payoutsOf(run)) fake.statuses.set(id, 'SUCCESS')
    await workIn(30)
    assert.deepEqual(await statesOf(run), ['paid', 'paid', 'paid'])
    await assertBalanced(assert, workspace)
  })
})
