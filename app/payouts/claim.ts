import db from '@adonisjs/lucid/services/db'
import { among } from '#core/among'
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
    .if(affiliateIds, (query) => query.whereRaw(...among('affiliate_id', affiliateIds!)))
}

/** The commissions whose hold has ended by the cutoff, which a run matures first. */
export function maturing({ workspaceId, currency, cutoff, affiliateIds }: Scope) {
  return db
    .from('commissions')
    .whereRaw(`state = 'pending'`)
    .where('workspace_id', workspaceId)
    .where('due_at', '<=', cutoff.toJSDate())
    .if(currency, (query) => query.where('currency', currency!))
    .if(affiliateIds, (query) => query.whereRaw(...among('affiliate_id', affiliateIds!)))
}

/**
 * Puts due commissions into payouts, each into that of its affiliate. Inside the caller's transaction, which has
 * locked the affiliates; the payouts are of one run, or it is one.
 */
export async function claim(claims: { payout: Claiming; commissions: Claimable[] }[]) {
  const lines = claims.flatMap(({ payout, commissions }) =>
    commissions.map(({ id, amount }) => ({ payout, id, amount }))
  )
  await inChunks(lines, 500, async (chunk) => {
    const now = clock.now().toJSDate()
    const claimed = await putInto(chunk, now)
    if (claimed !== chunk.length) {
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

interface Line extends Claimable {
  payout: Claiming
}

/**
 * Each by its own id into the payout that is said, so that no plan rests on what the database knows: the payouts of a
 * young run are new to it. The state stands in the query so that PostgreSQL cannot take the partial index of what is
 * claimable, which it believes to be empty until it has looked at what became due. Answers how many there were.
 */
async function putInto(lines: Line[], now: Date): Promise<number> {
  const connection = db.connection()
  const onPostgres = connection.dialect.name === 'postgres'
  const [listed, values] = onPostgres
    ? ['unnest(?::text[], ?::text[]) as line (id, payout_id)', columnsOf(lines)]
    : [
        '(select value ->> 0 as id, value ->> 1 as payout_id from json_each(?)) as line',
        rowsOf(lines),
      ]
  const answer = await connection.rawQuery(
    `update commissions set payout_id = line.payout_id, updated_at = ? from ${listed}
     where commissions.id = line.id and commissions.state is not distinct from 'due' and commissions.payout_id is null`,
    [now, ...values]
  )
  return onPostgres ? answer.rowCount : answer.changes
}

const columnsOf = (lines: Line[]) => [
  lines.map(({ id }) => id),
  lines.map(({ payout }) => payout.id),
]

const rowsOf = (lines: Line[]) => [JSON.stringify(lines.map(({ id, payout }) => [id, payout.id]))]
