import db from '@adonisjs/lucid/services/db'
import type PayoutRun from '#models/payout_run'

/** What a reviewer looks at first. */
export const marks = ['first', 'changed', 'jump', 'negative', 'attention'] as const

export type Mark = (typeof marks)[number]

export function isMark(word: unknown): word is Mark {
  return marks.includes(word as Mark)
}

/** An earlier payout of the same affiliate that arrived; payouts_paid_before_index is made for it. */
const paidBefore = `from payouts earlier
  where earlier.affiliate_id = those.affiliate_id
    and earlier.run_id < those.run_id
    and earlier.state = 'paid'`

/** The amount that was paid last in the payout's currency, which is mostly that of the last one. */
const lastAmount = `case when last.currency = those.currency then last.amount else (
  select earlier.amount ${paidBefore} and earlier.currency = those.currency
  order by earlier.run_id desc limit 1
) end`

/** What payouts take back of what was paid before; payout_lines_taken_back_index holds no more. */
const takenBack = `select payout_id, sum(amount) as amount from payout_lines
  where workspace_id = ? and amount < 0 and released_at is null
  group by payout_id`

/** Each a condition on a payout; `last` is the one paid before it, `taken` what it takes back. */
const conditions: Record<Mark, string> = {
  /** Nothing was ever paid to them before this run. */
  first: 'last.id is null',

  /** Where it goes was changed since they were paid last (and before this was approved, which froze it). */
  changed: `last.id is not null and payout_methods.changed_at > last.approved_at
    and (those.approved_at is null or payout_methods.changed_at <= those.approved_at)
    and not exists (select 1 ${paidBefore} and earlier.approved_at >= payout_methods.changed_at)`,

  /** It is three times what they were paid the last time, or more. */
  jump: `last.id is not null and those.amount >= 3 * ${lastAmount}`,

  /** Something that was paid before is taken back in it. */
  negative: 'taken.amount is not null',

  /** Something came up after it was put into the run. */
  attention: 'those.attention is not null',
}

/**
 * Payouts of one run with 1 or 0 for each mark and `taken_back`, in minor units below zero, null where nothing is.
 * What was paid before is looked up once for each payout, however many marks ask for it.
 */
export function marked({ id, workspaceId }: PayoutRun, payoutIds?: string[]) {
  const those = db
    .from('payouts as those')
    .where('those.run_id', id)
    .if(payoutIds, (query) => query.whereIn('those.id', payoutIds!))
    .select('those.*')
    .select(
      db.raw(`(select earlier.id ${paidBefore} order by earlier.run_id desc limit 1) as last_id`)
    )
  return db
    .from(those.as('those'))
    .leftJoin('payouts as last', 'last.id', 'those.last_id')
    .leftJoin('payout_methods', 'payout_methods.affiliate_id', 'those.affiliate_id')
    .joinRaw(`left join (${takenBack}) taken on taken.payout_id = those.id`, [workspaceId])
    .select('those.id', 'those.method', 'those.state', 'those.amount', 'taken.amount as taken_back')
    .select(
      marks.map((mark) => db.raw(`case when ${conditions[mark]} then 1 else 0 end as ${mark}`))
    )
}
