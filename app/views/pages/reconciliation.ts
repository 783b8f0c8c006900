import Payout from '#models/payout'
import { sum } from '#money/arithmetic'
import { CHANGES, countsOf, UNMATCHED } from '#payouts/reconcile'
import type PayoutRun from '#models/payout_run'
import type Reconciliation from '#models/reconciliation'
import type { LineResult, ResultFormat } from '#models/types'

/** Lines that the page shows of each kind; the API lists all. */
const SHOWN = 250

const words: Record<LineResult, string> = {
  paid: 'Marked paid',
  failed: 'Marked failed',
  returned: 'Marked returned',
  still_open: 'Still on its way',
  already_so: 'Was so already',
  unknown_id: 'No payout has this id',
  other_run: 'A payout of another run',
  other_amount: 'Another amount',
  other_currency: 'Another currency',
  already_final: 'Was decided already, otherwise',
  contradiction: 'Contradicts what was decided',
  unclear: 'Says nothing certain',
  unreadable: 'Cannot be read',
}

const formats: Record<ResultFormat, string> = {
  paypal: 'PayPal’s report',
  wise: 'Wise’s list of transfers',
  pain002: 'the bank’s status report (pain.002)',
  csv: 'a table',
}

/** What a result file changed, and what did not match. */
export async function reconciliationPage(reconciliation: Reconciliation, run: PayoutRun) {
  const counts = await countsOf(reconciliation)
  const count = (results: LineResult[]) => sum(results.map((result) => counts.get(result) ?? 0))
  return {
    run,
    format: formats[reconciliation.format],
    done: reconciliation.linesCount - (counts.get(null) ?? 0),
    changed: count(CHANGES),
    same: count(['already_so']),
    open: count(['still_open']),
    unmatched: await linesOf(reconciliation, run, UNMATCHED),
    matched: await linesOf(reconciliation, run, [...CHANGES, 'already_so', 'still_open']),
    before: await run
      .related('reconciliations')
      .query()
      .where('checksum', reconciliation.checksum)
      .where('id', '<', reconciliation.id)
      .orderBy('id')
      .first(),
  }
}

async function linesOf(reconciliation: Reconciliation, run: PayoutRun, results: LineResult[]) {
  const lines = await reconciliation
    .related('lines')
    .query()
    .whereIn('result', results)
    .orderBy('line')
    .limit(SHOWN)
  const payouts = await Payout.query()
    .where('workspace_id', run.workspaceId)
    .whereIn(
      'id',
      lines.map(({ payoutId }) => payoutId)
    )
    .preload('affiliate')
  const byId = new Map(payouts.map((payout) => [payout.id, payout]))
  return lines.map((line) => ({
    line,
    payout: byId.get(line.payoutId) ?? null,
    says: words[line.result!],
    isChange: CHANGES.includes(line.result!),
  }))
}
