import db from '@adonisjs/lucid/services/db'
import type { DateTime } from 'luxon'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { fromStored, toStored } from '#database/instants'

/** What a process or a job last said of itself. */
export interface Beat<Data> {
  name: string
  data: Data
  beatAt: DateTime
}

/** What a worker says of itself, under the name `worker`. */
export interface WorkerFacts {
  pid: number
  host: string
  started_at: string
}

/** Writes that this process or job is alive now. */
export async function beat(name: string, data: object) {
  await atomically(() =>
    db
      .insertQuery()
      .table('heartbeats')
      .insert({ name, data: JSON.stringify(data), beat_at: toStored(clock.now()) })
      .onConflict('name')
      .merge()
  )
}

/** The last beats of these names, by name. */
export async function lastBeats<Data>(names: string[]): Promise<Map<string, Beat<Data>>> {
  const rows = await db.from('heartbeats').whereIn('name', names)
  return new Map(
    rows.map(({ name, data, beat_at: beatAt }) => [
      name,
      {
        name,
        data: typeof data === 'string' ? JSON.parse(data) : data,
        beatAt: fromStored(beatAt),
      },
    ])
  )
}
