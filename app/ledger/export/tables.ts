/**
 * What an exported ledger holds: every row that money rests on, and none of the columns that name a person, an
 * account or a credential. Tables come in the order in which their rows refer to each other.
 */

/** How a column is written: `text` and `instant` as text, `integer` as a number, `json` as it is. */
export type Kind = 'text' | 'instant' | 'integer' | 'json'

export interface ExportedTable {
  name: string
  columns: Record<string, Kind>
}

const stamps = { created_at: 'instant', updated_at: 'instant' } as const
const ofWorkspace = { id: 'text', workspace_id: 'text' } as const

export const exportedTables: readonly ExportedTable[] = [
  { name: 'workspaces', columns: { id: 'text', currency: 'text', timezone: 'text', ...stamps } },
  { name: 'campaigns', columns: { ...ofWorkspace, state: 'text', ...stamps } },
  { name: 'affiliates', columns: { ...ofWorkspace, state: 'text', ...stamps } },
  {
    name: 'referrals',
    columns: {
      ...ofWorkspace,
      affiliate_id: 'text',
      campaign_id: 'text',
      state: 'text',
      ...stamps,
    },
  },
  {
    name: 'conversions',
    columns: {
      ...ofWorkspace,
      external_id: 'text',
      kind: 'text',
      referral_id: 'text',
      affiliate_id: 'text',
      campaign_id: 'text',
      amount: 'integer',
      refunded_amount: 'integer',
      currency: 'text',
      occurred_at: 'instant',
      ...stamps,
    },
  },
  {
    name: 'refunds',
    columns: {
      ...ofWorkspace,
      conversion_id: 'text',
      conversion_external_id: 'text',
      external_id: 'text',
      kind: 'text',
      state: 'text',
      amount: 'integer',
      requested_amount: 'integer',
      currency: 'text',
      occurred_at: 'instant',
      applied_at: 'instant',
      undone_at: 'instant',
      ...stamps,
    },
  },
  {
    name: 'payout_runs',
    columns: {
      ...ofWorkspace,
      currency: 'text',
      cutoff: 'instant',
      trigger: 'text',
      state: 'text',
      approvals_required: 'integer',
      amount: 'integer',
      payouts_count: 'integer',
      left_out_count: 'integer',
      opened_at: 'instant',
      approved_at: 'instant',
      completed_at: 'instant',
      ...stamps,
    },
  },
  {
    name: 'payouts',
    columns: {
      ...ofWorkspace,
      run_id: 'text',
      affiliate_id: 'text',
      amount: 'integer',
      currency: 'text',
      state: 'text',
      method: 'text',
      approved_at: 'instant',
      executed_at: 'instant',
      paid_at: 'instant',
      ended_at: 'instant',
      ...stamps,
    },
  },
  {
    name: 'commissions',
    columns: {
      ...ofWorkspace,
      affiliate_id: 'text',
      campaign_id: 'text',
      conversion_id: 'text',
      referral_id: 'text',
      link_id: 'text',
      kind: 'text',
      amount: 'integer',
      currency: 'text',
      rate_bps: 'integer',
      rule_id: 'text',
      reversal_of: 'text',
      state: 'text',
      due_at: 'instant',
      paid_at: 'instant',
      voided_at: 'instant',
      void_reason: 'text',
      payout_id: 'text',
      ...stamps,
    },
  },
  {
    name: 'payout_lines',
    columns: {
      ...ofWorkspace,
      payout_id: 'text',
      commission_id: 'text',
      amount: 'integer',
      currency: 'text',
      released_at: 'instant',
      ...stamps,
    },
  },
  {
    name: 'left_outs',
    columns: {
      ...ofWorkspace,
      run_id: 'text',
      affiliate_id: 'text',
      amount: 'integer',
      currency: 'text',
      reason: 'text',
      ...stamps,
    },
  },
  {
    name: 'approvals',
    columns: { ...ofWorkspace, run_id: 'text', user_id: 'text', api_key_id: 'text', ...stamps },
  },
  {
    name: 'events',
    columns: {
      ...ofWorkspace,
      subject_id: 'text',
      subject_seq: 'integer',
      type: 'text',
      actor_kind: 'text',
      actor_id: 'text',
      from_state: 'text',
      to_state: 'text',
      reason: 'text',
      data: 'json',
      created_at: 'instant',
    },
  },
]
