import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Conversion from '#models/conversion'
import SourceEvent from '#models/source_event'
import { processReceived } from '#sources/process'
import { owed, shop, states } from '#tests/functional/sources/shop'
import { assertBalanced } from '#tests/support/money'
import {
  invoicePayment,
  paidInvoice,
  refundEvent,
  subscriptionCheckout,
  take,
} from '#tests/support/stripe'

const personal =
  /buyer@example|Bo Buyer|Unter den Linden|cus_1|"(cs|in|pi|sub|re)_1"|client_reference_id/i

test.group('A customer of Stripe who is forgotten', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is named by no event, and what is given back later still finds its sale', async ({
    assert,
  }) => {
    const { workspace, owner, click } = await shop()
    const [checkout, invoice] = [
      subscriptionCheckout({ client_reference_id: click.id }),
      paidInvoice(),
    ]
    await take(workspace, checkout, invoice, invoicePayment('in_1', 'pi_1'))
    const sale = await Conversion.findByOrFail('external_id', 'in_1')
    await sale.forgetCustomer(owner.actor)
    const kept = await SourceEvent.query().where('workspace_id', workspace.id)
    assert.lengthOf(kept, 3)
    for (const { body, objectId, paymentId, customerId } of kept)
      assert.notMatch(JSON.stringify([body, objectId, paymentId, customerId]), personal)

    await take(workspace, refundEvent('refund.created', { amount: 11_000 }), invoice)
    await sale.refresh()
    assert.equal(sale.refundedAmount, 10_000)
    assert.equal(await owed(workspace), 0)
    for (const event of kept) await (await event.refresh()).replay(owner.actor)
    await processReceived()
    assert.notMatch((await states(workspace)).join(), / (failed|received|waiting)\b/)
    const rows = await Conversion.query().where('workspace_id', workspace.id)
    assert.lengthOf(rows, 2)
    await assertBalanced(assert, workspace)
  })
})
