import { riskMarks } from '#payouts/marks'
import type { RiskMark } from '#models/types'

/** What a reviewer looks at first: the marks of a payout, and whether something came up after it was put into the run. */
export type Mark = RiskMark | 'attention'

export const marks: readonly Mark[] = [...riskMarks, 'attention']

export function isMark(word: unknown): word is Mark {
  return marks.includes(word as Mark)
}

/** Whether a payout has the mark, in SQL. */
export function has(mark: Mark) {
  return mark === 'attention' ? 'payouts.attention is not null' : `payouts.marks like '%"${mark}"%'`
}

/** What is taken back in a payout, or would have been, in minor units below zero, in SQL; null where nothing is. */
export const takenBack = `case when ${has('negative')} then (
  select sum(amount) from payout_lines
  where payout_id = payouts.id and amount < 0
    and (released_at is null or payouts.state in ('failed', 'returned', 'canceled'))
    and not exists (
      select 1 from payout_lines later
      where later.payout_id = payouts.id and later.commission_id = payout_lines.commission_id and later.id > payout_lines.id
    )
) end`
