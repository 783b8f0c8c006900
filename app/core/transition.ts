import db from '@adonisjs/lucid/services/db'
import { among } from '#core/among'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { eventType } from '#core/event_types'
import { record, recordAll, type Subject } from '#core/events'
import { forChange } from '#core/for_change'
import { InvalidTransitionException } from '#exceptions/errors'
import type { Actor } from '#core/actor'
import type { Machine } from '#core/state_machine'
import type { LucidRow } from '@adonisjs/lucid/types/model'

/** A model that declares its states as a table of verbs. */
export interface StatefulModel {
  table: string
  /** What the events and sentences call its rows. */
  word: string
  machine: Machine<string>
}

type StatefulRow = LucidRow & Subject & { state: string }

type Data = Record<string, unknown>

export interface How {
  actor: Actor
  reason?: string | null
  note?: string | null
  data?: Data
  /** Columns that change with the state. */
  set?: Record<string, unknown>
  /** Where the verb's outcome depends on the row. */
  to?: string
}

/**
 * The only way to change a row's state: one conditional update and one event, in one transaction.
 *
 * @throws InvalidTransitionException when the row was in no state that the verb starts from
 */
export async function transition(row: StatefulRow, verb: string, how: How) {
  const model = row.constructor as unknown as StatefulModel
  const { from, to: usual, event } = model.machine[verb]
  const to = how.to ?? usual

  await atomically(async () => {
    const before = await forChange(db.from(model.table).where('id', row.id).select('state')).first()
    const changed = await db
      .from(model.table)
      .where('id', row.id)
      .whereIn('state', [...from])
      .update({ ...how.set, state: to, updated_at: clock.now().toJSDate() })
    if (Number(changed) === 0) throw refused(model, verb, before?.state)

    await record(row, { ...how, type: eventType(model.word, event), from: before.state, to })
  })
  await row.refresh()
}

/**
 * `transition` for many rows of one model at once. Rows that are in no state the verb starts from are left
 * alone; the answer is the ids of those that changed.
 */
export async function transitionAll(
  model: StatefulModel,
  verb: string,
  ids: string[],
  how: Omit<How, 'data'> & { silent?: boolean; data?: Data | ((id: string) => Data) }
): Promise<string[]> {
  const { from, to: usual, event } = model.machine[verb]
  const { data } = how
  const to = how.to ?? usual
  if (ids.length === 0) return []

  return atomically(async () => {
    const rows: { id: string; workspace_id: string; state: string }[] = await forChange(
      db
        .from(model.table)
        .whereRaw(...among('id', ids))
        .whereIn('state', [...from])
        .orderBy('id')
        .select('id', 'workspace_id', 'state')
    )
    if (rows.length === 0) return []

    await db
      .from(model.table)
      .whereRaw(
        ...among(
          'id',
          rows.map(({ id }) => id)
        )
      )
      .update({ ...how.set, state: to, updated_at: clock.now().toJSDate() })
    if (!how.silent) {
      await recordAll(
        rows.map((row) => ({
          subject: { id: row.id, workspaceId: row.workspace_id },
          told: {
            ...how,
            data: typeof data === 'function' ? data(row.id) : data,
            type: eventType(model.word, event),
            from: row.state,
            to,
          },
        }))
      )
    }
    return rows.map(({ id }) => id)
  })
}

function refused(model: StatefulModel, verb: string, state: string | undefined) {
  const name = model.word.replace('_', ' ')
  const how = verb.replaceAll('_', ' ')
  return new InvalidTransitionException(
    `This ${name} is ${state?.replaceAll('_', ' ')}: it cannot ${how}.`,
    {
      state,
      verb,
    }
  )
}
