import type { Actor } from '#core/actor'
import type { HoldLimits } from '#terms/holds/hold'
import type { Amounts, Condition, Duration, Reward } from '#terms/types'

/** The words and documents that columns hold, as the generated schema names them. */
export type { Amounts, Condition, Duration, HoldLimits, Reward }

export type Role = 'owner' | 'admin' | 'member'
export type InvitationState = 'pending' | 'accepted' | 'expired' | 'revoked'
export type MailState = 'pending' | 'sent' | 'failed'
export type AttributionModel = 'first' | 'last'
export type AttributedBy = 'referral' | 'coupon' | 'click' | 'visitor' | 'ref' | 'hand'

export type CampaignState = 'draft' | 'active' | 'paused' | 'archived'
export type AffiliateState =
  'invited' | 'pending' | 'active' | 'rejected' | 'suspended' | 'archived'
export type EnrollmentState = 'pending' | 'active' | 'rejected' | 'ended'
export type ReferralState = 'lead' | 'customer' | 'denied' | 'expired'
export type ConversionKind = 'lead' | 'sale' | 'renewal'
export type ConversionSource = 'api' | 'browser' | 'stripe' | 'postback'
/** Who sends events as they happen. */
export type SourceName = 'stripe'
export type SourceEventState = 'received' | 'waiting' | 'applied' | 'ignored' | 'failed'

export type RefundKind = 'refund' | 'chargeback'
export type RefundState = 'waiting' | 'applied' | 'undone' | 'dropped'

export type CommissionState = 'held' | 'pending' | 'due' | 'processing' | 'paid' | 'voided'
export type CommissionKind =
  'lead' | 'sale' | 'renewal' | 'bonus' | 'adjustment' | 'reversal' | 'referral_share'

export interface HeldReason {
  code: string
  sentence: string
}

export type PayoutRunState =
  | 'draft'
  | 'awaiting_approval'
  | 'approved'
  | 'processing'
  | 'completed'
  | 'partly_failed'
  | 'canceled'
export type RunTrigger = 'schedule' | 'hand'
export type PayoutState =
  'awaiting_approval' | 'approved' | 'processing' | 'paid' | 'returned' | 'canceled' | 'failed'
export type LeftOutReason =
  | 'below_minimum'
  | 'not_above_zero'
  | 'affiliate_not_active'
  | 'excluded'
  | 'method_refuses_currency'
/** Why a reviewer looks at a payout: the first one, a new destination, an unusual amount, something taken back. */
export type RiskMark = 'first' | 'changed' | 'jump' | 'negative'
export type MethodKind = 'manual' | 'paypal' | 'wise' | 'sepa'
/** How a payout goes out: in one of these files, or by a provider's API. */
export type WayName = FileFormat | 'paypal_api'
export type FileFormat = 'csv' | 'paypal' | 'wise' | 'wise_email' | 'sepa'

export type ProviderBatchState = 'waiting' | 'sending' | 'accepted' | 'refused' | 'closed'

export type ReconciliationState = 'working' | 'done'
export type ResultFormat = 'paypal' | 'wise' | 'pain002' | 'csv'
/** What a line of a result file says became of the money. */
export type LineOutcome = 'paid' | 'failed' | 'returned' | 'open' | 'unclear'
/** What came of the line. */
export type LineResult =
  | 'paid'
  | 'failed'
  | 'returned'
  | 'still_open'
  | 'already_so'
  | 'unknown_id'
  | 'other_run'
  | 'other_amount'
  | 'other_currency'
  | 'already_final'
  | 'contradiction'
  | 'unclear'
  | 'unreadable'

export interface PayoutSchedule {
  every: 'manual' | 'week' | 'half_month' | 'month'
  /** ISO: Monday is 1. */
  weekday?: number
  day?: number
  net_days: number
}

/** What a run that is being marked as paid was told, so that a job can go on with it. */
export interface RunPaymentInput {
  actor: Actor
  reference: string
  paid_at: string
  except: string[]
}

/** What the browser snippet of a workspace does. */
export interface SnippetSettings {
  /** The query parameter of the site's own addresses that names a link, such as `via`. */
  parameter: string
  /** The origins that browsers may speak from. */
  sites: string[]
  /** Whether it keeps and sends nothing before the site tells of the visitor's consent. */
  consent: boolean
}

export interface ApprovalPolicy {
  required: 1 | 2
  /** Runs above this need two, by currency. */
  two_above?: Amounts
}

/** A looser policy than that of two, and who asked for it. */
export interface ProposedApprovals {
  policy: ApprovalPolicy
  by_id: string
}

/** Who pays: the account that bank files name, and the credentials of providers. Kept encrypted. */
export interface Payer {
  name?: string
  iban?: string
  bic?: string
  paypal?: PayPalAccount
}

export interface PayPalAccount {
  client_id: string
  client_secret: string
  environment: 'sandbox' | 'live'
}

/** What other systems may tell, and the secrets that they sign it with. Kept encrypted. */
export interface SourceSettings {
  stripe?: StripeSettings
  postback?: { secret: string }
}

export interface StripeSettings {
  signing_secret: string
  /** Whether commission is reckoned on amounts with tax. */
  with_tax: boolean
  /** Whether what happens in Stripe's test mode counts. */
  test_mode: boolean
}

export type ApiKeyState = 'active' | 'disabled' | 'expired' | 'revoked'
export type ApiKeyKind = 'secret' | 'affiliate' | 'publishable'
export type TokenEnd = 'signed_out' | 'reused' | 'password_changed'
export type PermissionMap = Record<string, boolean>

/** Why a click does not count. It is stored and redirected all the same. */
export type Mark = 'bot' | 'prefetch' | 'campaign_not_active' | 'affiliate_not_active'
