import { MalformedFile } from '#payouts/results/malformed'
import type { ResultFormat } from '#models/types'
import type { Told } from '#payouts/tell'

/** One thing that a result file says, and where. */
export interface ResultLine extends Told {
  /** Of the file, from 1. */
  line: number
  payoutId: string
  /** What is wrong with a line that cannot be read. */
  problem?: string
}

/** What is said of a whole file of ours, by its message id: `run-01k9…-1`. */
export interface WholeFile extends Told {
  line: number
  messageId: string
}

export interface ResultFile {
  format: ResultFormat
  lines: ResultLine[]
  files: WholeFile[]
}

/** The most lines that one file may have. */
export const LINES = 5_000

/** A payout's id as banks give it back: without the underscore, in capitals. Else what was said, shortened. */
export function payoutIdIn(text: string): string {
  const [, id] = /\bpo[-_ ]?([0-7][0-9a-hjkmnp-tv-z]{25})\b/i.exec(text) ?? []
  return id ? `po_${id.toLowerCase()}` : text.trim().slice(0, 40)
}

/** A line that cannot be read says what is wrong with it; it keeps none of the others from being read. */
export function readLine(
  line: number,
  id: string,
  read: () => Omit<ResultLine, 'line' | 'payoutId'>
) {
  const place = { line, payoutId: payoutIdIn(id) }
  try {
    if (!place.payoutId) throw new MalformedFile('The id of the payout is missing.', line)
    return { ...place, ...read() }
  } catch (error) {
    if (!(error instanceof MalformedFile)) throw error
    return { ...place, outcome: 'unclear' as const, status: '', problem: error.says }
  }
}

/** Lines that say different things of one payout say nothing: nobody chooses between them. */
export function withoutContradictions(lines: ResultLine[]): ResultLine[] {
  const said = Map.groupBy(lines, ({ payoutId }) => payoutId)
  const isClear = ({ payoutId }: ResultLine) =>
    new Set(said.get(payoutId)!.map(({ outcome }) => outcome)).size === 1
  return lines.map((line) => (isClear(line) ? line : { ...line, outcome: 'unclear' }))
}
