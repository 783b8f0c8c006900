import { CsvError, parse } from 'csv-parse/sync'
import { plainCell } from '#core/csv'
import { amountIn, currencyIn } from '#payouts/results/amount'
import { readLine, type ResultFile } from '#payouts/results/line'
import { MalformedFile } from '#payouts/results/malformed'
import { sources, type Column, type Source } from '#payouts/results/sources'
import type { Currency } from '#money/currencies'

/** What separates cells: a comma, or what spreadsheets of other countries write. */
const SEPARATORS = [',', ';', '\t']

/** Lines above the names of the columns: some reports begin with a title. */
const ABOVE = 20

interface Row {
  cells: string[]
  line: number
}

/** A table in CSV, of one of the sources that its columns name. */
export function readTable(text: string, currency: Currency): ResultFile {
  const { source, names, rows } = recognised(text)
  const lines = rows.map(({ cells, line }) => {
    const said = (column: Column) =>
      source.columns[column].map((name) => cells[names.indexOf(name)]).find(Boolean) ?? ''
    return readLine(line, said('id'), () => {
      if (cells.length !== names.length)
        throw new MalformedFile('It has more or fewer cells than there are columns.', line)
      return toldBy(said, source, currency, line)
    })
  })
  return { format: source.format, lines, files: [] }
}

function toldBy(said: (column: Column) => string, source: Source, own: Currency, line: number) {
  const status = said('status')
  if (!status) throw new MalformedFile('The status is missing.', line)
  const currency = currencyIn(said('currency'), line)
  const amount = said('amount')
  return {
    outcome: source.outcomeOf(status, line),
    status: status.slice(0, 60),
    reason: said('reason').slice(0, 60) || null,
    reference: said('reference').slice(0, 255) || null,
    amount: amount ? amountIn(amount, currency ?? own, line) : null,
    currency,
    paidAt: said('paidAt') || null,
  }
}

/** The separator and the source by which one of the first lines names its columns. */
function recognised(text: string) {
  let broken: MalformedFile | undefined
  for (const separator of SEPARATORS) {
    const rows = rowsOf(text, separator)
    if (rows instanceof MalformedFile) {
      broken ??= rows
      continue
    }
    for (const [at, { cells }] of rows.slice(0, ABOVE).entries()) {
      const names = cells.map((cell) => cell.toLowerCase().replaceAll(/[^a-z]/g, ''))
      const has = (name: string) => names.includes(name)
      const source = sources.find(({ needs, columns }) =>
        needs.every((column) => columns[column].some(has))
      )
      if (source) return { source, names, rows: rows.slice(at + 1) }
    }
  }
  if (broken) throw broken
  throw new MalformedFile(
    'The columns payout_id and status are needed, or those of PayPal’s or Wise’s report.',
    1
  )
}

function rowsOf(text: string, delimiter: string): Row[] | MalformedFile {
  try {
    const rows = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
    return (rows as unknown as { record: string[]; info: { lines: number } }[]).map(
      ({ record, info }) => ({
        cells: record.map((cell) => plainCell(cell.trim())),
        line: info.lines,
      })
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as CsvError & { lines?: number }
    return new MalformedFile('This is no CSV: a quote is missing or too many.', lines ?? 1)
  }
}
