import Sqlite from 'better-sqlite3'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onSqliteFile } from '#core/other_database'
import { checks } from '#ledger/checks/index'
import { Chain, type Fault, type LedgerRow } from '#ledger/export/chain'
import { exportedTables } from '#ledger/export/tables'
import { runChecks, type Findings } from '#ledger/verify'
import type { Break } from '#ledger/checks/check'

export interface FileVerdict extends Pick<Findings, 'checked' | 'breaks'> {
  /** Lines of the file, head and tail among them. */
  lines: number
  /** What is wrong with the file itself. */
  faults: Fault[]
}

/**
 * Verifies an exported ledger by itself: that no line was changed, removed, moved or added, that the trusted key
 * signed it, and that its books balance. For that its rows go into a database file of their own, which the very
 * checks of `ledger:verify` look at; those that rest on what an export leaves out are left out.
 *
 * @param trusted the public key, base64 of its SPKI; null when none is known, which is a fault
 */
export async function verifyFile(
  path: string,
  { trusted, onBreak }: { trusted: string | null; onBreak?: (found: Break) => unknown }
): Promise<FileVerdict> {
  const folder = await mkdtemp(join(tmpdir(), 'tributary-ledger-'))
  try {
    const copy = join(folder, 'ledger.sqlite3')
    const { faults, lines } = await load(path, copy, new Chain(trusted))
    const { checked, breaks } = await onSqliteFile(copy, () =>
      runChecks(checksOfFiles, { onBreak })
    )
    return { lines, faults, checked, breaks }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const names = new Set(exportedTables.map(({ name }) => name))

/** A file says how things were; what waits too long is not its matter. */
const checksOfFiles = checks
  .filter(({ warns }) => !warns)
  .map((check) => ({
    ...check,
    looks: check.looks.filter(({ table, beyondExport }) => names.has(table) && !beyondExport),
  }))

/** Nothing here needs to survive a crash, so the file is written as fast as can be. */
async function load(path: string, copy: string, chain: Chain) {
  const database = new Sqlite(copy)
  database.pragma('journal_mode = off')
  database.pragma('synchronous = off')
  let lines = 0
  try {
    const insert = tablesIn(database)
    database.exec('begin')
    for await (const text of createInterface({ input: createReadStream(path) })) {
      lines++
      const taken = chain.take(text)
      if (!taken) continue
      const reason = insert(taken)
      if (reason) chain.faults.push({ line: lines, sentence: reason })
    }
    chain.end()
    database.exec('commit')
    for (const [table, columns] of INDEXES)
      database.exec(
        `create index ${table}_${columns.replace(/\W+/g, '_')} on ${table} (${columns})`
      )
  } finally {
    database.close()
  }
  return { faults: chain.faults, lines }
}

/** What the checks look up. */
const INDEXES = [
  ['commissions', 'reversal_of'],
  ['payouts', 'run_id'],
  ['payout_lines', 'payout_id'],
  ['payout_lines', 'commission_id'],
  ['refunds', 'conversion_id'],
  ['refunds', 'workspace_id, external_id'],
  ['conversions', 'workspace_id, external_id'],
  ['approvals', 'run_id'],
  ['events', 'subject_id, subject_seq'],
] as const

/** Makes the tables; answers what puts a row into its own, and says why one could not be. */
function tablesIn(database: Sqlite.Database) {
  const inserts = new Map(
    exportedTables.map(({ name, columns }) => {
      const list = Object.keys(columns)
      const types = Object.entries(columns).map(
        ([column, kind]) => `"${column}" ${kind === 'integer' ? 'integer' : 'text'}`
      )
      database.exec(`create table ${name} (${types.join(', ')}, primary key (id)) without rowid`)
      const places = list.map(() => '?').join(', ')
      return [name, { list, run: database.prepare(`insert into ${name} values (${places})`) }]
    })
  )
  return ({ table, row }: LedgerRow): string | null => {
    const insert = inserts.get(table)
    if (!insert) return `is of a table that there is not: ${table}`
    try {
      insert.run.run(insert.list.map((column) => bound(row[column])))
      return null
    } catch (error) {
      return `cannot be: ${(error as Error).message}`
    }
  }
}

function bound(value: LedgerRow['row'][string] | undefined) {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return value ?? null
}
