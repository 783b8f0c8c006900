import { namesOf } from '#privacy/pseudonym'
import type SourceEvent from '#models/source_event'
import type Workspace from '#models/workspace'
import type { StripeEvent } from '#sources/stripe/event'

export interface Related {
  event: SourceEvent
  told: StripeEvent
}

/** Stripe's events about one of these objects or payments, as they came. */
export async function eventsAbout(
  workspace: Workspace,
  { objects = [], payment = null }: { objects?: string[]; payment?: string | null }
): Promise<Related[]> {
  const called = (ids: string[]) => ids.flatMap((id) => namesOf(workspace.id, id))
  const events = await workspace
    .related('sourceEvents')
    .query()
    .where('source', 'stripe')
    .where((about) =>
      about
        .whereIn('object_id', called(objects))
        .orWhereIn('payment_id', called(payment ? [payment] : []))
    )
    .orderBy('id')
  return events.map((event) => ({ event, told: JSON.parse(event.body) }))
}
