/**
 * Every type of event that is recorded: subject and what happened to it. Published: programs that listen rest on
 * these names, so one that has gone out is never renamed. The order is that of the Activity filter.
 */
export const eventTypes = [
  'workspace.created',
  'workspace.updated',
  'workspace.payer_changed',
  'workspace.source_connected',
  'workspace.source_disconnected',
  'workspace.ownership_transferred',

  'invitation.created',
  'invitation.renewed',
  'invitation.accepted',
  'invitation.expired',
  'invitation.revoked',

  'member.joined',
  'member.role_changed',
  'member.removed',
  'member.password_changed',
  'member.sessions_ended',
  'member.two_factor_enabled',
  'member.two_factor_disabled',
  'member.recovery_code_used',
  'member.recovery_codes_renewed',

  'campaign.created',
  'campaign.updated',
  'campaign.activated',
  'campaign.paused',
  'campaign.archived',
  'campaign.rule_added',
  'campaign.rule_changed',
  'campaign.rule_removed',
  'campaign.rules_ordered',

  'affiliate.created',
  'affiliate.updated',
  'affiliate.payout_method_changed',
  'affiliate.applied',
  'affiliate.activated',
  'affiliate.rejected',
  'affiliate.suspended',
  'affiliate.archived',
  'affiliate.forgotten',

  'enrollment.created',
  'enrollment.updated',
  'enrollment.activated',
  'enrollment.rejected',
  'enrollment.ended',
  'enrollment.deleted',

  'link.created',
  'link.updated',
  'link.deleted',

  'coupon.created',
  'coupon.updated',
  'coupon.deleted',

  'referral.created',
  'referral.updated',
  'referral.converted',
  'referral.expired',
  'referral.denied',
  'referral.restored',
  'referral.moved',
  'referral.forgotten',

  'conversion.recorded',
  'conversion.attributed',
  'conversion.forgotten',

  'refund.recorded',
  'refund.applied',
  'refund.undone',
  'refund.dropped',

  'source_event.replayed',

  'commission.recorded',
  'commission.held',
  'commission.released',
  'commission.matured',
  'commission.approved',
  'commission.voided',
  'commission.processing',
  'commission.paid',
  'commission.let_go',
  'commission.taken_back',

  'payout_run.created',
  'payout_run.opened',
  'payout_run.approval_given',
  'payout_run.approvals_withdrawn',
  'payout_run.approved',
  'payout_run.executed',
  'payout_run.file_written',
  'payout_run.reconciled',
  'payout_run.file_downloaded',
  'payout_run.batch_accepted',
  'payout_run.batch_refused',
  'payout_run.batch_not_sent',
  'payout_run.batch_unknown',
  'payout_run.completed',
  'payout_run.partly_failed',
  'payout_run.canceled',

  'payout.created',
  'payout.line_joined',
  'payout.line_taken_away',
  'payout.approved',
  'payout.executed',
  'payout.paid',
  'payout.failed',
  'payout.returned',
  'payout.canceled',
  'payout.included',

  'api_key.created',
  'api_key.updated',
  'api_key.disabled',
  'api_key.enabled',
  'api_key.expired',
  'api_key.revoked',
] as const

export type EventType = (typeof eventTypes)[number]

const known: ReadonlySet<string> = new Set(eventTypes)

export function isEventType(type: string): type is EventType {
  return known.has(type)
}

/** @throws Error for a type that is not published */
export function eventType(subject: string, happened: string): EventType {
  const type = `${subject}.${happened}`
  if (!isEventType(type)) throw new Error(`${type} is not in the list of event types`)
  return type
}
