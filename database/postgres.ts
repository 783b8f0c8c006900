import pg from 'pg'

type Done = (error: Error | null, connection: pg.Client) => void

/** int8 and numeric sums come as numbers (refused when inexact), instants and JSON as text, as SQLite answers them. */
pg.types.setTypeParser(pg.types.builtins.INT8, exactNumber)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, exactNumber)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => text)
pg.types.setTypeParser(pg.types.builtins.JSON, (text) => text)
pg.types.setTypeParser(pg.types.builtins.JSONB, (text) => text)

/**
 * What each connection is told. To compile a query to machine code, and to start processes that share it, takes longer
 * than any that a page waits for. The planner supposes a disk that turns, and reads a table whole where an index holds
 * all that is asked for: a count of 100,000 rows took 40 ms so, and takes 17.
 */
const settings = {
  TimeZone: 'UTC',
  statement_timeout: '60s',
  lock_timeout: '10s',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  random_page_cost: '1.1',
}

export function configurePostgres(connection: pg.Client, done: Done) {
  connection
    .query(
      Object.entries(settings)
        .map(([name, value]) => `set ${name} = '${value}'`)
        .join('; ')
    )
    .then(
      () => done(null, connection),
      (error) => done(error, connection)
    )
}

function exactNumber(text: string) {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is no safe integer`)
  return number
}
