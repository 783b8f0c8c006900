/** Started by tests as a process of its own: takes the lock that writers of clicks need, and keeps it. */
const [dialect, place] = process.argv.slice(2)

if (dialect === 'sqlite') {
  const { default: Database } = await import('better-sqlite3')
  globalThis.connection = new Database(place)
  connection.exec('BEGIN IMMEDIATE')
} else {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: place })
  await client.connect()
  await client.query('BEGIN; LOCK TABLE clicks IN SHARE ROW EXCLUSIVE MODE')
}

process.send('locked')
setInterval(() => {}, 60_000)
