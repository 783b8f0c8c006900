import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { newId } from '#core/ids'
import ProcessSourceEventsJob from '#jobs/process_source_events_job'
import { hurry } from '#queue/queue'
import type { SourceName } from '#models/types'
import type Workspace from '#models/workspace'
import type { Incoming } from '#sources/source'

/** Stores what a provider sent, for a job to look at. What is stored already stays as it is. */
export async function receive(
  workspace: Workspace,
  source: SourceName,
  incoming: Incoming,
  body: Buffer
) {
  const now = clock.now().toJSDate()
  await db
    .insertQuery()
    .table('source_events')
    .insert({
      id: newId('sevt'),
      workspace_id: workspace.id,
      source,
      external_id: incoming.externalId,
      type: incoming.type,
      object_id: incoming.objectId,
      payment_id: incoming.paymentId,
      customer_id: incoming.customerId,
      body: body.toString(),
      occurred_at: incoming.occurredAt.toJSDate(),
      state: 'received',
      created_at: now,
      updated_at: now,
    })
    .onConflict(['workspace_id', 'source', 'external_id'])
    .ignore()
  await hurry(ProcessSourceEventsJob, {}, { id: 'received' })
}
