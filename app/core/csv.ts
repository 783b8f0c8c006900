import { stringify } from 'csv-stringify/sync'

/** A spreadsheet would run a cell that starts like a formula; plain numbers are none. */
export function safeCell(text: string): string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return text
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** Rows as lines of CSV (RFC 4180), every cell safe in a spreadsheet. */
export function csvLines(rows: string[][]): string {
  return stringify(
    rows.map((cells) => cells.map(safeCell)),
    { record_delimiter: '\r\n' }
  )
}
