import db from '@adonisjs/lucid/services/db'
import { fingerprintOf } from '#payouts/approve'
import { sentences, type Check, type Within } from '#ledger/checks/check'

/** 7. What was approved was approved by enough people, and goes where they saw it go. */
export const approvals: Check = {
  number: 7,
  name: 'approved runs have their approvals, and their payouts the destinations of then',
  looks: [
    { table: 'payout_runs', broken: tooFew },
    { table: 'payouts', broken: changedDestinations, beyondExport: true },
  ],
}

/** A run without payouts completes without anyone's yes. */
async function tooFew(within: Within) {
  const rows: { id: string; given: number; approvals_required: number }[] = await within(
    db.from('payout_runs')
  )
    .leftJoin('approvals', (join) =>
      join
        .on('approvals.run_id', 'payout_runs.id')
        .andOn('approvals.created_at', '<=', 'payout_runs.approved_at')
    )
    .whereRaw(
      `(payout_runs.approved_at is not null or payout_runs.state in ('approved', 'processing', 'partly_failed')
        or (payout_runs.state = 'completed' and payout_runs.payouts_count > 0))`
    )
    .groupBy('payout_runs.id', 'payout_runs.approvals_required')
    .havingRaw(
      'count(distinct coalesce(approvals.user_id, approvals.api_key_id)) < payout_runs.approvals_required'
    )
    .select('payout_runs.id', 'payout_runs.approvals_required')
    .select(db.raw('count(distinct coalesce(approvals.user_id, approvals.api_key_id)) as given'))
  return sentences(
    rows,
    ({ given, approvals_required: needed }) =>
      `was approved by ${given} before it went on, but needed ${needed}`
  )
}

/**
 * Where someone who was forgotten was paid is known no more. The event is asked for payout by payout: a join would be
 * planned by what PostgreSQL knew of the types of events before a million of this one came.
 */
async function changedDestinations(within: Within) {
  const rows: { id: string; destination: string | null; data: string | null }[] = await within(
    db.from('payouts')
  )
    .join('affiliates', 'affiliates.id', 'payouts.affiliate_id')
    .whereIn('payouts.state', ['approved', 'processing', 'paid', 'returned', 'failed'])
    .whereRaw('(affiliates.forgotten_at is null or payouts.destination is not null)')
    .select('payouts.id', 'payouts.destination')
    .select(
      db.raw(
        `(select data from events where events.subject_id = payouts.id and events.type = 'payout.approved' limit 1) as data`
      )
    )
  return sentences(
    rows.filter(
      ({ data, destination }) => data === null || frozen(data) !== fingerprintOf(destination)
    ),
    ({ data }) =>
      data === null ? 'was never approved' : 'goes elsewhere than when it was approved'
  )
}

function frozen(data: string): string | null {
  return JSON.parse(data).destination_sha256 ?? null
}
