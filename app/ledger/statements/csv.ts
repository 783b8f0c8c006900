import { stringify } from 'csv-stringify/sync'
import { fromStored } from '#database/instants'
import { formatDecimal } from '#money/format'
import { safeCell } from '#core/csv'
import type { Statement, StatementLine } from '#ledger/statements/statement'

const COLUMNS = [
  'booked_at',
  'kind',
  'currency',
  'amount',
  'balance',
  'commission_id',
  'payout_id',
  'description',
] as const

type Cells = Partial<Record<(typeof COLUMNS)[number], string | null>>

/** Lines that are written at once. */
const PIECE = 500

/** A statement as CSV, piece by piece: each currency's opening balance, every line, each closing balance. */
export async function* statementCsv(statement: Statement): AsyncGenerator<string> {
  const { startsAt, endsAt, balances } = statement
  const balanceRow = (kind: 'opening' | 'closing') =>
    balances.map((each) => ({
      booked_at: (kind === 'opening' ? startsAt : endsAt).toISO(),
      kind: `${kind}_balance`,
      currency: each.currency,
      balance: formatDecimal(each[kind], each.currency),
    }))

  yield csv([Object.fromEntries(COLUMNS.map((name) => [name, name])), ...balanceRow('opening')])
  let piece: Cells[] = []
  for await (const line of statement.lines()) {
    piece.push(cellsOf(line))
    if (piece.length < PIECE) continue
    yield csv(piece)
    piece = []
  }
  yield csv([...piece, ...balanceRow('closing')])
}

function cellsOf(line: StatementLine): Cells {
  return {
    ...line,
    booked_at: fromStored(line.at).toISO(),
    amount: formatDecimal(line.amount, line.currency),
    balance: formatDecimal(line.balance, line.currency),
    description: safeCell(line.text ?? ''),
  }
}

function csv(rows: Cells[]) {
  return stringify(rows, { columns: [...COLUMNS], record_delimiter: '\r\n' })
}
