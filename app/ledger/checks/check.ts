import type db from '@adonisjs/lucid/services/db'

/** A row that breaks a rule of the books, and the sentence that says how. */
export interface Break {
  check: number
  row: string
  sentence: string
}

type Query = ReturnType<typeof db.from>

/** Cuts a query down to the piece that is being looked at (and to one workspace, where one was asked for). */
export type Within = (query: Query) => Query

/** One thing that is looked at in every row of a table, piece by piece. */
export interface Look {
  table: string
  /** The column that pieces are cut by; `id` when left out. It begins an index. */
  by?: string
  /** Its rows belong to no workspace: left out where one was asked for. */
  ofAll?: true
  /** It rests on columns that an exported ledger leaves out. */
  beyondExport?: true
  /** The broken rows of one piece. The table's name in the query is its own. */
  broken: (within: Within) => Promise<Omit<Break, 'check'>[]>
}

/** One of the eight rules that the books must hold (docs/architecture.md). */
export interface Check {
  number: number
  name: string
  /** A warning is no broken book: something only waits too long. */
  warns?: true
  looks: Look[]
}

/** Rows of a query that hold what their sentence tells. */
export function sentences<Row extends { id: string }>(rows: Row[], sentence: (row: Row) => string) {
  return rows.map((row) => ({ row: row.id, sentence: sentence(row) }))
}
