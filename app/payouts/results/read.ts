import { isCurrency } from '#money/currencies'
import { readTable } from '#payouts/results/table'
import { LINES, withoutContradictions, type ResultFile } from '#payouts/results/line'
import { MalformedFile } from '#payouts/results/malformed'
import { readPain002 } from '#payouts/results/pain002'

/**
 * Reads what a bank or provider says became of payouts: pain.002, PayPal's report, or a table with payout_id and
 * status. Which one it is, the file says.
 *
 * @param currency of the run, where the file names none
 * @throws MalformedFile with the line
 */
export function readResults(text: string, currency: string): ResultFile {
  if (!isCurrency(currency)) throw new RangeError(`${currency} is no currency`)
  const content = text.replace(/^\uFEFF/, '')
  if (content.trim() === '') throw new MalformedFile('The file is empty.', 1)

  const file = content.trimStart().startsWith('<')
    ? readPain002(content, currency)
    : readTable(content, currency)
  if (file.lines.length > LINES)
    throw new MalformedFile(
      `More than ${LINES} payouts in one file. Split it.`,
      file.lines[LINES].line
    )
  return { ...file, lines: withoutContradictions(file.lines) }
}
