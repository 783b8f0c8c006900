import db from '@adonisjs/lucid/services/db'
import { inChunks } from '#core/chunks'
import { clock } from '#core/clock'
import { newId } from '#core/ids'
import { insertAll } from '#core/write_rows'
import type Payout from '#models/payout'
import type { DateTime } from 'luxon'

/**
 * Which commissions are in which payout. Payout lines are the record, `commissions.payout_id` their shadow;
 * besides the release in #payouts/lines nothing else writes either.
 */

export interface Scope {
  workspaceId: string
  currency?: string
  cutoff: DateTime
  affiliateIds: string[] | null
}

export interface Claimable {
  id: string
  amount: number
}

type Claiming = Pick<Payout, 'id' | 'workspaceId' | 'runId' | 'currency'>

/**
 * The commissions that a run may claim: due up to its cutoff and in no payout. The state stands in the query
 * as it is: SQLite takes a partial index only where it can see that it fits.
 */
export function claimable({ workspaceId, currency, cutoff, affiliateIds }: Scope) {
  return db
    .from('commissions')
    .whereRaw(`state = 'due'`)
    .whereNull('payout_id')
    .where('workspace_id', workspaceId)
    .where((due) => due.whereNull('due_at').orWhere('due_at', '<=', cutoff.toJSDate()))
    .if(currency, (query) => query.where('currency', currency!))
    .if(affiliateIds, (query) => query.whereIn('affiliate_id', affiliateIds!))
}

/** The commissions whose hold has ended by the cutoff, which a run matures first. */
export function maturing({ workspaceId, currency, cutoff, affiliateIds }: Scope) {
  return db
    .from('commissions')
    .whereRaw(`state = 'pending'`)
    .where('workspace_id', workspaceId)
    .where('due_at', '<=', cutoff.toJSDate())
    .if(currency, (query) => query.where('currency', currency!))
    .if(affiliateIds, (query) => query.whereIn('affiliate_id', affiliateIds!))
}

/**
 * Puts due commissions into payouts, each into that of its affiliate. Inside the caller's transaction, which has
 * locked the affiliates; the payouts are of one run, or it is one.
 */
export async function claim(claims: { payout: Claiming; commissions: Claimable[] }[]) {
  const lines = claims.flatMap(({ payout, commissions }) =>
    commissions.map(({ id, amount }) => ({ payout, id, amount }))
  )
  const payoutId = oneOf(claims.map(({ payout }) => payout))
  await inChunks(lines, 500, async (chunk) => {
    const now = clock.now().toJSDate()
    const claimed = await db
      .from('commissions')
      .whereIn(
        'id',
        chunk.map(({ id }) => id)
      )
      .whereRaw(`state = 'due'`)
      .whereNull('payout_id')
      .update({ payout_id: payoutId, updated_at: now })
    if (Number(claimed) !== chunk.length) {
      throw new Error(
        `${claimed} of ${chunk.length} commissions could be claimed: is one in a payout?`
      )
    }
    await insertAll(
      'payout_lines',
      chunk.map(({ payout, id, amount }) => ({
        id: newId('line'),
        workspace_id: payout.workspaceId,
        payout_id: payout.id,
        commission_id: id,
        amount,
        currency: payout.currency,
        created_at: now,
        updated_at: now,
      }))
    )
  })
}

/** Which of the payouts a commission goes into. */
function oneOf([payout, ...others]: Claiming[]) {
  if (others.length === 0) return payout.id
  return db.raw(
    '(select payouts.id from payouts where payouts.run_id = ? and payouts.affiliate_id = commissions.affiliate_id)',
    [payout.runId]
  )
}
