import { stringify } from 'csv-stringify/sync'

/** Rows as CSV (RFC 4180): CRLF, quoted where needed, no cell that a spreadsheet would run. */
export function csvOf(rows: Record<string, string>[], { header = true } = {}): string {
  const safe = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [name, safeCell(text)]))
  )
  return stringify(safe, { header, record_delimiter: '\r\n' })
}

/** Whether a cell says exactly this: an address that must be neutralised would be another address. */
export function isPlainCell(text: string) {
  return safeCell(text) === text
}

/** A spreadsheet would run a cell that starts like a formula. */
export function safeCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
