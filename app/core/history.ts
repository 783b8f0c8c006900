import db from '@adonisjs/lucid/services/db'
import type { Subject } from '#core/events'
import type { DateTime } from 'luxon'

/** The state that a row was in at an instant, as its events tell; before its first event, its first state. */
export async function stateAtInstant(
  row: Subject & { state: string; updatedAt: DateTime },
  at: DateTime
): Promise<string> {
  if (at >= row.updatedAt) return row.state

  const told = () =>
    db.from('events').where('subject_id', row.id).whereNotNull('to_state').select('to_state')
  const last = await told()
    .where('created_at', '<=', at.toJSDate())
    .orderBy('subject_seq', 'desc')
    .first()
  const first = last ?? (await told().orderBy('subject_seq').first())
  return first?.to_state ?? row.state
}
