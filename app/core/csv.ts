import { stringify } from 'csv-stringify/sync'

/** Rows of cells as lines of CSV (RFC 4180, CRLF). Texts of others go through `safeCell` first. */
export function csvLines(rows: string[][]): string {
  return stringify(rows, { record_delimiter: '\r\n' })
}

/** Rows by column as CSV, no cell of which a spreadsheet would run. */
export function csvOf(rows: Record<string, string>[], { header = true } = {}): string {
  const safe = rows.map((row) => Object.values(row).map(safeCell))
  return csvLines(header && rows.length > 0 ? [Object.keys(rows[0]), ...safe] : safe)
}

/** A spreadsheet would run a cell that starts like a formula. What is read back has one quote less. */
export function safeCell(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** What a cell said before it was made safe. */
export function plainCell(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}

/** Whether a cell says exactly this: an address that must be neutralised would be another address. */
export function isPlainCell(text: string) {
  return safeCell(text) === text
}
