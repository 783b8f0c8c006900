import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { fromStored } from '#database/instants'
import type { DateTime } from 'luxon'

const KEY = 'clicks_lost'

/** Clicks of this instance that neither the database nor the spill file could take. */
export interface LostClicks {
  count: number
  /** When some were last lost, as far as the database was told. */
  lastAt: DateTime
}

/** Null where none ever was. */
export async function lostClicks(): Promise<LostClicks | null> {
  const row = await db.from('settings').where('key', KEY).first()
  return row && { count: Number(row.value), lastAt: fromStored(row.updated_at) }
}

/** Adds to what the instance tells of, since the process that lost them ends some day. */
export async function tellLost(count: number) {
  await atomically(async () => {
    const before = await db.from('settings').where('key', KEY).forUpdate().first()
    await db
      .insertQuery()
      .table('settings')
      .insert({
        key: KEY,
        value: String(Number(before?.value ?? 0) + count),
        updated_at: clock.now().toJSDate(),
      })
      .onConflict('key')
      .merge()
  })
}
