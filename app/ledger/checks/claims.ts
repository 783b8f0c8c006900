import db from '@adonisjs/lucid/services/db'
import { sentences, type Check, type Within } from '#ledger/checks/check'

/** 2. A commission is in one payout at most, by one open line, and is as far as that payout is. */
export const claims: Check = {
  number: 2,
  name: 'each commission is in one payout at most, and as far as it',
  looks: [
    { table: 'commissions', broken: wrongShadows },
    { table: 'commissions', broken: wrongStates },
    { table: 'payout_lines', broken: openInEnded },
  ],
}

async function wrongShadows(within: Within) {
  const rows: { id: string; payout_id: string | null; lines: number; line_of: string | null }[] =
    await within(db.from('commissions'))
      .leftJoin('payout_lines', (join) =>
        join
          .on('payout_lines.commission_id', 'commissions.id')
          .andOnNull('payout_lines.released_at')
      )
      .groupBy('commissions.id', 'commissions.payout_id')
      .havingRaw(
        `count(payout_lines.id) > 1 or coalesce(max(payout_lines.payout_id), '') <> coalesce(commissions.payout_id, '')`
      )
      .select('commissions.id', 'commissions.payout_id')
      .select(db.raw('count(payout_lines.id) as lines, max(payout_lines.payout_id) as line_of'))
  return sentences(rows, ({ payout_id: shadow, lines, line_of: payout }) =>
    Number(lines) > 1
      ? `has ${lines} open lines`
      : `says it is in ${shadow ?? 'no payout'}, but its open line is in ${payout ?? 'none'}`
  )
}

/** What a commission is while its payout is in a state; approved counts as processing. */
const FITS = `(payouts.state = 'awaiting_approval' and commissions.state = 'due')
  or (payouts.state in ('approved', 'processing') and commissions.state = 'processing')
  or (payouts.state = 'paid' and commissions.state = 'paid')
  or (payouts.id is null and commissions.state not in ('processing', 'paid'))`

async function wrongStates(within: Within) {
  const rows: { id: string; state: string; payout: string | null; payout_id: string | null }[] =
    await within(db.from('commissions'))
      .leftJoin('payouts', 'payouts.id', 'commissions.payout_id')
      .whereRaw(`not coalesce((${FITS}), false)`)
      .select(
        'commissions.id',
        'commissions.state',
        'commissions.payout_id',
        'payouts.state as payout'
      )
  return sentences(rows, ({ state, payout, payout_id: id }) =>
    id ? `is ${state}, but its payout ${id} is ${payout}` : `is ${state}, but in no payout`
  )
}

async function openInEnded(within: Within) {
  const rows: { id: string; payout_id: string; state: string }[] = await within(
    db.from('payout_lines')
  )
    .join('payouts', 'payouts.id', 'payout_lines.payout_id')
    .whereNull('payout_lines.released_at')
    .whereIn('payouts.state', ['canceled', 'failed', 'returned'])
    .select('payout_lines.id', 'payout_id', 'payouts.state')
  return sentences(rows, ({ payout_id: id, state }) => `is open, but its payout ${id} is ${state}`)
}
