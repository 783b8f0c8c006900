import pg from 'pg'

type Done = (error: Error | null, connection: pg.Client) => void

/** int8 and numeric sums come as numbers (refused when inexact), instants and JSON as text, as SQLite answers them. */
pg.types.setTypeParser(pg.types.builtins.INT8, exactNumber)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, exactNumber)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => text)
pg.types.setTypeParser(pg.types.builtins.JSON, (text) => text)
pg.types.setTypeParser(pg.types.builtins.JSONB, (text) => text)

/** Compiling a query to machine code takes longer than any that a page waits for. */
export function configurePostgres(connection: pg.Client, done: Done) {
  connection
    .query(
      "set time zone 'UTC'; set statement_timeout = '60s'; set lock_timeout = '10s'; set jit = off"
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
