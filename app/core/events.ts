import db from '@adonisjs/lucid/services/db'
import { among } from '#core/among'
import { afterCommit, atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { inChunks } from '#core/chunks'
import { newId } from '#core/ids'
import { insertAll } from '#core/write_rows'
import { retryOnUnique } from '#core/unique'
import type { Actor } from '#core/actor'
import type { EventType } from '#core/event_types'

/** What an event is about: any row of a workspace. */
export interface Subject {
  id: string
  workspaceId: string
}

/** What an event tells. `data` holds ids, states and amounts, never a name, e-mail, address or account. */
export interface Told {
  type: EventType
  actor: Actor
  from?: string | null
  to?: string | null
  reason?: string | null
  note?: string | null
  data?: Record<string, unknown>
}

type Listener = (subjectIds: string[]) => void

const listeners: Listener[] = []

/** Calls the listener with what events were about, once they are committed. */
export function onRecorded(listener: Listener) {
  listeners.push(listener)
}

/** Writes one event, numbered after its subject's last. */
export async function record(subject: Subject, told: Told) {
  await retryOnUnique('events_subject_seq_unique', () =>
    atomically(() => recordAll([{ subject, told }]))
  )
}

/** Writes the first event of a row that this transaction made: there is none that it could be numbered after. */
export async function recordFirst(subject: Subject, told: Told) {
  await recordInOrder([{ subject, told }])
}

/** All that happened to many rows that this transaction made, in this order; those of `stored` have events already. */
export async function recordInOrder(entries: Entry[], stored: string[] = []) {
  if (entries.length > 0) await write(entries, await lastSequences(stored))
}

/** Writes many events with one query a chunk; each subject at most once. */
export async function recordAll(entries: Entry[]) {
  await inChunks(entries, 500, async (chunk) => {
    await write(chunk, await lastSequences(chunk.map(({ subject }) => subject.id)))
  })
}

export interface Entry {
  subject: Subject
  told: Told
}

async function write(entries: Entry[], last: Map<string, number>) {
  const now = clock.now().toJSDate()
  const next = ({ id }: Subject) => {
    const sequence = (last.get(id) ?? 0) + 1
    last.set(id, sequence)
    return sequence
  }
  await insertAll(
    'events',
    entries.map(({ subject, told }) => ({
      id: newId('evt'),
      workspace_id: subject.workspaceId,
      subject_id: subject.id,
      subject_seq: next(subject),
      type: told.type,
      actor_kind: told.actor.kind,
      actor_id: told.actor.id,
      from_state: told.from ?? null,
      to_state: told.to ?? null,
      reason: told.reason ?? null,
      note: told.note ?? null,
      data: told.data ?? {},
      created_at: now,
    }))
  )
  const about = entries.map(({ subject }) => subject.id)
  await afterCommit(() => listeners.forEach((tell) => tell(about)))
}

async function lastSequences(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .from('events')
    .whereRaw(...among('subject_id', ids))
    .groupBy('subject_id')
    .select('subject_id')
    .max('subject_seq as last')
  return new Map(rows.map((row) => [row.subject_id, Number(row.last)]))
}
