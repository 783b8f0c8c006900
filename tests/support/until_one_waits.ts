import db from '@adonisjs/lucid/services/db'
import { dialect } from '#config/database'

/** For its turn, on PostgreSQL; on SQLite whoever comes second has not begun. */
export async function untilOneWaits() {
  const waiting = () => db.from('pg_locks').where({ locktype: 'advisory', granted: false }).first()
  while (dialect === 'postgres' && !(await waiting()));
}
