import db from '@adonisjs/lucid/services/db'
import { exportedTables, type ExportedTable, type Kind } from '#ledger/export/tables'
import { publicKeyOf, sha256, signedLine } from '#ledger/export/seal'
import { fromStored } from '#database/instants'
import type { KeyObject } from 'node:crypto'

/** Of the format: what `ledger:verify --file` reads. */
export const FORMAT = 'tributary-ledger/1'

/** Rows read with one query. */
const PIECE = 5_000

type Stored = Record<string, unknown> & { id: string }

/**
 * The ledger as lines of JSON: a head, every row, a tail. Each line but the first holds the SHA-256 of the one
 * before it; head and tail are signed, the tail over the hash of all that came before. It depends on nothing but the
 * rows and the key, so the same books are the same bytes. Read in pieces: it takes the same memory at any size.
 */
export async function* ledgerLines(key: KeyObject, workspaceId?: string): AsyncGenerator<string> {
  const head = { n: 0, format: FORMAT, workspace: workspaceId ?? null, key: publicKeyOf(key) }
  let line = signedLine(head, key)
  yield line

  const counts: Record<string, number> = {}
  let n = 0
  for (const table of exportedTables) {
    counts[table.name] = 0
    for await (const row of rowsOf(table, workspaceId)) {
      counts[table.name]++
      line = JSON.stringify({ n: ++n, prev: sha256(line), table: table.name, row })
      yield line
    }
  }
  yield signedLine({ n: n + 1, prev: sha256(line), rows: n, counts }, key)
}

async function* rowsOf({ name, columns }: ExportedTable, workspaceId: string | undefined) {
  const owner = name === 'workspaces' ? 'id' : 'workspace_id'
  const kinds = Object.entries(columns)
  for (let after: string | undefined; ;) {
    const rows: Stored[] = await db
      .from(name)
      .if(workspaceId, (query) => query.where(owner, workspaceId!))
      .if(after, (query) => query.where('id', '>', after!))
      .orderBy('id')
      .limit(PIECE)
      .select(...Object.keys(columns))
    for (const row of rows)
      yield Object.fromEntries(kinds.map(([column, kind]) => [column, written(row[column], kind)]))
    if (rows.length < PIECE) return
    after = rows.at(-1)!.id
  }
}

/** The same on either database. */
function written(value: unknown, kind: Kind): unknown {
  if (value === null || value === undefined) return null
  if (kind === 'integer') return Number(value)
  if (kind === 'instant') return fromStored(value as string).toISO()
  return kind === 'json' ? JSON.parse(value as string) : value
}
