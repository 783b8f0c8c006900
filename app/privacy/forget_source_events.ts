import Refund from '#models/refund'
import SourceEvent from '#models/source_event'
import { pseudonymOf } from '#privacy/pseudonym'
import { sources } from '#sources/index'
import type Conversion from '#models/conversion'

/**
 * What providers sent of a customer loses names and addresses, and its ids become the pseudonyms that the books
 * have: a later refund still finds its sale. Before the ids of the conversions are forgotten.
 */
export async function forgetSourceEvents(workspaceId: string, conversions: Conversion[]) {
  const hidden = (id: string) => pseudonymOf(workspaceId, id)
  for (const event of await eventsOf(workspaceId, conversions)) {
    const { source, body, objectId, paymentId } = event
    await event
      .merge({
        objectId: objectId && hidden(objectId),
        paymentId: paymentId && hidden(paymentId),
        customerId: null,
        body: sources[source].redact(body, hidden),
      })
      .save()
  }
}

async function eventsOf(workspaceId: string, conversions: Conversion[]): Promise<SourceEvent[]> {
  const told = conversions.filter(({ source }) => source === 'stripe')
  const refunds = await Refund.query().whereIn(
    'conversion_id',
    told.map(({ id }) => id)
  )
  const objects = [
    ...told.map(({ externalId }) => externalId.replace(/^lead:/, '')),
    ...refunds.map(({ externalId }) => externalId),
  ]
  const customers = told.map(({ customerExternalId }) => customerExternalId)
  const named = await SourceEvent.query()
    .where('workspace_id', workspaceId)
    .where((about) =>
      about
        .whereIn('customer_id', customers)
        .orWhereIn('object_id', objects)
        .orWhereIn('payment_id', objects)
    )
  const payments = named.flatMap(({ paymentId }) => paymentId ?? [])
  const paid = await SourceEvent.query()
    .where('workspace_id', workspaceId)
    .whereIn('payment_id', payments)
  return [...new Map([...named, ...paid].map((event) => [event.id, event])).values()]
}
