import logger from '@adonisjs/core/services/logger'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { oneByOne } from '#core/one_by_one'
import { takeTurn } from '#core/turns'
import { Refusal, UnavailableException } from '#exceptions/errors'
import SourceEvent from '#models/source_event'
import Workspace from '#models/workspace'
import { sources } from '#sources/index'
import type { Outcome } from '#sources/source'

const CHUNK = 200

/** Looks at everything that was received and not looked at yet, oldest first. */
export async function processReceived(): Promise<{ processed: number }> {
  let processed = 0
  for (;;) {
    const received = await SourceEvent.query()
      .where('state', 'received')
      .orderBy('id')
      .limit(CHUNK)
      .select('id', 'workspace_id')
    if (received.length === 0) return { processed }
    await oneByOne(received, processEvent)
    processed += received.length
  }
}

/** What fails waits for a person, but for a database that was away: then the event stays as it was. */
async function processEvent({ id, workspaceId }: SourceEvent) {
  try {
    await atomically(() => apply(id, workspaceId))
  } catch (error) {
    if (error instanceof UnavailableException) throw error
    const isForeseen = error instanceof Refusal
    if (!isForeseen) logger.error({ err: error, id }, 'An event of a source failed')
    const reason = isForeseen ? error.message : 'something went wrong on our side: the log has it'
    await end(await SourceEvent.findOrFail(id), 'failed', reason)
  }
}

async function apply(id: string, workspaceId: string) {
  await takeTurn('source', workspaceId)
  const event = await SourceEvent.findOrFail(id)
  if (event.state !== 'received') return

  const workspace = await Workspace.findOrFail(workspaceId)
  const { state, reason } = await sources[event.source].apply(event, workspace)
  await end(event, state, reason)
  if (state !== 'waiting') await wakeOthers(event)
}

function end(event: SourceEvent, state: Outcome['state'] | 'failed', reason: string) {
  return event.merge({ state, reason, processedAt: clock.now() }).save()
}

/** What waits for this event's payment is looked at again. */
async function wakeOthers({ workspaceId, objectId, paymentId }: SourceEvent) {
  const paid = paymentId ? [paymentId] : []
  const ofObject = SourceEvent.query()
    .where({ workspace_id: workspaceId, object_id: objectId })
    .whereNotNull('payment_id')
    .select('payment_id')
  await SourceEvent.query()
    .where({ workspace_id: workspaceId, state: 'waiting' })
    .where((same) => same.whereIn('payment_id', paid).orWhereIn('payment_id', ofObject))
    .update({ state: 'received', updated_at: clock.now().toJSDate() })
}
