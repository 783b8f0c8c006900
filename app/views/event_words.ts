import { reasonsTo } from '#views/pages/reasons'
import { isEventType, type EventType } from '#core/event_types'
import type { Icon } from '#views/icons'
import type { Tone } from '#views/states'

/** How one type of event is told: a plain sentence about its subject, and its mark on a timeline. */
export interface EventWords {
  says: string
  icon: Icon
  tone: Tone
}

const row = (says: string, icon: Icon = 'activity', tone: Tone = 'neutral'): EventWords => ({
  says,
  icon,
  tone,
})

export const eventWords: Record<EventType, EventWords> = {
  'workspace.created': row('Workspace founded', 'plus', 'green'),
  'workspace.updated': row('Settings changed', 'settings'),
  'workspace.payer_changed': row('Payer’s account or credentials changed', 'payout', 'amber'),
  'workspace.source_connected': row('Source connected', 'link', 'amber'),
  'workspace.source_disconnected': row('Source disconnected', 'close', 'amber'),

  'workspace.ownership_transferred': row('Ownership handed over', 'switch', 'amber'),

  'invitation.created': row('Somebody invited', 'plus'),
  'invitation.renewed': row('Invitation sent again', 'undo'),
  'invitation.accepted': row('Invitation accepted', 'check', 'green'),
  'invitation.expired': row('Invitation expired', 'clock'),
  'invitation.revoked': row('Invitation revoked', 'close', 'red'),

  'member.joined': row('Joined the workspace', 'user', 'green'),
  'member.role_changed': row('Role changed', 'shield', 'amber'),
  'member.removed': row('Left the workspace', 'signOut', 'red'),
  'member.password_changed': row('Password changed', 'key'),
  'member.sessions_ended': row('Signed out everywhere else', 'signOut'),
  'member.two_factor_enabled': row('Two-factor sign-in turned on', 'shield', 'green'),
  'member.two_factor_disabled': row('Two-factor sign-in turned off', 'shield', 'amber'),
  'member.recovery_code_used': row('Signed in with a recovery code', 'shield', 'amber'),
  'member.recovery_codes_renewed': row('Recovery codes made anew', 'shield'),

  'campaign.created': row('Campaign made', 'plus'),
  'campaign.updated': row('Campaign changed', 'edit'),
  'campaign.activated': row('Campaign activated', 'play', 'green'),
  'campaign.paused': row('Campaign paused', 'pause'),
  'campaign.archived': row('Campaign archived', 'archive'),
  'campaign.rule_added': row('Rule added to the campaign', 'plus'),
  'campaign.rule_changed': row('Rule of the campaign changed', 'edit'),
  'campaign.rule_removed': row('Rule removed from the campaign', 'minus'),
  'campaign.rules_ordered': row('Rules of the campaign put in another order', 'switch'),

  'affiliate.created': row('Affiliate added', 'plus'),
  'affiliate.updated': row('Affiliate’s profile changed', 'edit'),
  'affiliate.payout_method_changed': row('Affiliate’s payout method changed', 'payout', 'amber'),
  'affiliate.applied': row('Affiliate applied', 'user', 'amber'),
  'affiliate.activated': row('Affiliate let in', 'check', 'green'),
  'affiliate.rejected': row('Affiliate rejected', 'close', 'red'),
  'affiliate.suspended': row('Affiliate suspended', 'pause', 'amber'),
  'affiliate.forgotten': row('Affiliate forgotten', 'shield'),
  'affiliate.archived': row('Affiliate archived', 'archive'),

  'enrollment.created': row('Affiliate enrolled in a campaign', 'plus'),
  'enrollment.updated': row('Enrollment changed', 'edit'),
  'enrollment.activated': row('Enrollment activated', 'check', 'green'),
  'enrollment.rejected': row('Enrollment rejected', 'close', 'red'),
  'enrollment.ended': row('Enrollment ended', 'minus'),
  'enrollment.deleted': row('Enrollment deleted', 'close', 'red'),

  'link.created': row('Link made', 'link'),
  'link.updated': row('Link changed', 'edit'),
  'link.deleted': row('Link deleted', 'close', 'red'),
  'coupon.created': row('Coupon made', 'plus'),
  'coupon.updated': row('Coupon changed', 'edit'),
  'coupon.deleted': row('Coupon deleted', 'close', 'red'),

  'referral.created': row('Customer bound to an affiliate', 'referral'),
  'referral.updated': row('Customer’s details changed', 'edit'),
  'referral.converted': row('Lead became a customer', 'check', 'green'),
  'referral.expired': row('Lead expired without a sale', 'clock'),
  'referral.denied': row('Referral denied', 'close', 'red'),
  'referral.restored': row('Denial of the referral taken back', 'undo', 'green'),
  'referral.forgotten': row('Customer forgotten', 'shield'),
  'referral.moved': row('Customer moved to another affiliate', 'switch', 'amber'),

  'conversion.recorded': row('Conversion recorded', 'conversion'),
  'conversion.forgotten': row('Its customer forgotten', 'shield'),
  'conversion.attributed': row('Conversion attributed by hand', 'edit', 'amber'),
  'refund.recorded': row('Refund recorded', 'refund'),
  'refund.applied': row('Refund applied', 'refund'),
  'refund.undone': row('Refund undone', 'undo'),
  'refund.dropped': row('Refund dropped', 'close'),

  'source_event.replayed': row('Event of a source looked at again', 'undo'),

  'commission.recorded': row('Commission recorded', 'commission'),
  'commission.held': row('Commission put on hold', 'pause', 'amber'),
  'commission.released': row('Commission released from hold', 'play'),
  'commission.matured': row('Commission became due', 'clock', 'blue'),
  'commission.approved': row('Commission made due early', 'check', 'blue'),
  'commission.voided': row('Commission voided', 'close', 'red'),
  'commission.processing': row('Commission is being paid', 'payout', 'blue'),
  'commission.paid': row('Commission paid', 'check', 'green'),
  'commission.let_go': row('Commission due again', 'undo', 'blue'),
  'commission.taken_back': row('Commission due again: its payout came back', 'undo', 'blue'),

  'payout_run.created': row('Payout run begun', 'plus'),
  'payout_run.opened': row('Payout run ready for approval', 'payout', 'amber'),
  'payout_run.approval_given': row('Approval given to the payout run', 'check', 'blue'),
  'payout_run.approvals_withdrawn': row(
    'Approvals set aside: where money goes was changed',
    'undo',
    'amber'
  ),
  'payout_run.approved': row('Payout run approved', 'check', 'blue'),
  'payout_run.executed': row('Payout run set on its way', 'play', 'blue'),
  'payout_run.file_written': row('Payment file made', 'file'),
  'payout_run.file_downloaded': row('Payment file downloaded', 'download'),
  'payout_run.batch_accepted': row('PayPal took a batch of payouts', 'check', 'blue'),
  'payout_run.batch_refused': row('PayPal refused a batch of payouts', 'danger', 'red'),
  'payout_run.batch_not_sent': row('A batch could not be sent to PayPal yet', 'clock', 'amber'),
  'payout_run.batch_unknown': row('Nobody knows whether PayPal took a batch', 'danger', 'red'),
  'payout_run.reconciled': row('Result file read', 'file', 'blue'),
  'payout_run.completed': row('Payout run completed', 'check', 'green'),
  'payout_run.partly_failed': row('Payout run completed, but some payouts failed', 'danger', 'red'),
  'payout_run.canceled': row('Payout run canceled', 'close'),

  'payout.created': row('Payout put into a run', 'payout'),
  'payout.line_joined': row('Commissions joined the payout', 'plus'),
  'payout.line_taken_away': row('Commissions taken out of the payout', 'minus'),
  'payout.approved': row('Payout approved', 'check', 'blue'),
  'payout.executed': row('Payout sent', 'play', 'blue'),
  'payout.paid': row('Payout paid', 'check', 'green'),
  'payout.failed': row('Payout failed', 'danger', 'red'),
  'payout.returned': row('Payout returned by the bank', 'undo', 'red'),
  'payout.canceled': row('Payout taken out of its run', 'close'),
  'payout.included': row('Payout put back into its run', 'undo'),

  'api_key.created': row('API key made', 'key'),
  'api_key.updated': row('API key changed', 'edit'),
  'api_key.disabled': row('API key disabled', 'pause'),
  'api_key.enabled': row('API key enabled again', 'play', 'green'),
  'api_key.expired': row('API key expired', 'clock'),
  'api_key.revoked': row('API key revoked', 'close', 'red'),
}

/** What a type that is not in the table says of itself. */
export function wordsOf(type: string): EventWords {
  if (isEventType(type)) return eventWords[type]
  const sentence = type.replace('.', ' ').replaceAll('_', ' ')
  return row(sentence.charAt(0).toUpperCase() + sentence.slice(1))
}

const reasons: Record<string, string> = {
  affiliate_activated: 'The affiliate was let in',
  affiliate_not_active: 'The affiliate is not active',
  other: 'Another reason',
  below_minimum: 'Less than the minimum is left',
  by_hand: 'By hand',
  by_oneself: 'By their own wish',
  maker_left: 'Who made it left the workspace',
  forgotten: 'The old one was forgotten',
  cookie_days_over: 'The cookie days were over',
  not_above_zero: 'Nothing above zero is left',
  nothing_left: 'Nothing of the sale was left to give back',
  nothing_left_to_pay: 'Nothing was left to pay',
  provider_failed: 'The bank or provider could not pay it',
  provider_returned: 'The bank or provider sent it back',
  run_canceled: 'Its run was canceled',
}

/** Those that a person chose from a list. */
const chosen = new Map(
  Object.values(reasonsTo)
    .flat()
    .map(({ value, label }) => [value, label])
)

/** A reason's code in words. */
export function reasonInWords(code: string): string {
  return (
    reasons[code] ??
    chosen.get(code) ??
    code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ')
  )
}
