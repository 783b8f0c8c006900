import db from '@adonisjs/lucid/services/db'
import { dialect } from '#config/database'

/** For its turn, on PostgreSQL; on SQLite whoever comes second has not begun. */
export function untilOneWaits() {
  return untilSoManyWait(1)
}

export async function untilSoManyWait(many: number) {
  const waiting = () => db.from('pg_locks').where({ locktype: 'advisory', granted: false })
  while (dialect === 'postgres' && (await waiting()).length < many);
}
