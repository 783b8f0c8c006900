import { stateAtInstant } from '#core/history'
import { chooseTerms } from '#terms/choose'
import { earn } from '#terms/earn'
import { holdsOf } from '#terms/holds/index'
import type Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import type Conversion from '#models/conversion'
import type Enrollment from '#models/enrollment'
import type Workspace from '#models/workspace'
import type { HoldReason } from '#terms/holds/reasons'
import type { Facts, Outcome } from '#terms/types'
import type { DateTime } from 'luxon'

/** What is asked of a conversion, whether it was recorded or is only supposed. */
export type Told = Pick<
  Conversion,
  | 'kind'
  | 'amount'
  | 'currency'
  | 'product'
  | 'plan'
  | 'couponCode'
  | 'customerEmail'
  | 'customerCountry'
  | 'occurredAt'
>

/** A conversion of a customer who is bound to an affiliate, and all that its worth hangs on. */
export interface Bound {
  workspace: Workspace
  /** With its rules. */
  campaign: Campaign
  /** When the conversion occurred. */
  campaignState: string
  conversion: Told
  affiliate: Affiliate
  /** Null where the affiliate is not in the campaign yet. */
  enrollment: Enrollment | null
  referralState: string
  /** Whether the customer was bound before this conversion. */
  known: boolean
  /** When the customer's first payment above 0 before this one occurred. */
  firstPaymentAt: DateTime | null
  before: Payments
}

/** The customer's payments above 0 so far. */
export interface Payments {
  ofCustomer: number
  /** Of the same subscription; of the customer where there is none. */
  ofSubscription: number
}

/** What a conversion earns its affiliate and why, and why it would be held. */
export interface Weighed {
  outcome: Outcome
  heldReasons: HoldReason[]
}

/** Weighs a conversion by the terms in force. It only reads: `pay` records what comes of it, a preview shows it. */
export async function weigh(bound: Bound): Promise<Weighed> {
  const refusal = whyNothing(bound)
  if (refusal) return { outcome: { amount: 0, because: refusal }, heldReasons: [] }

  const { workspace, campaign, conversion, affiliate, enrollment } = bound
  const terms = chooseTerms({
    link: null,
    enrollment: enrollment && { reward: enrollment.reward, duration: enrollment.duration },
    campaign: {
      reward: campaign.reward,
      duration: campaign.duration,
      rules: campaign.rules.map((rule) => rule.asTerms),
    },
  })
  const heldReasons = holdsOf({
    amount: conversion.amount,
    currency: currencyOf(bound),
    customerEmail: conversion.customerEmail,
    affiliateEmail: affiliate.email,
    affiliateState: await stateAtInstant(affiliate, conversion.occurredAt),
    enrollmentState: enrollment?.state ?? 'active',
    holdAbove: campaign.holdAbove ?? {},
  })
  return { outcome: earn(terms, factsOf(bound), workspace.timezone), heldReasons }
}

function whyNothing({ referralState, campaignState, known, conversion }: Bound): string | null {
  if (referralState === 'denied') return 'the referral is denied and earns nothing more'
  if (campaignState === 'archived') return 'the campaign is archived and pays nothing more'
  if (known && conversion.kind === 'lead') return 'the customer is known: only the first lead pays'
  return null
}

function factsOf(bound: Bound): Facts {
  const { conversion, affiliate, firstPaymentAt, before } = bound
  return {
    event: conversion.kind,
    amount: conversion.amount,
    currency: currencyOf(bound),
    product: conversion.product,
    plan: conversion.plan,
    country: conversion.customerCountry,
    couponCode: conversion.couponCode,
    affiliateTags: affiliate.tags,
    nthPayment: before.ofSubscription + 1,
    newCustomer: before.ofCustomer === 0,
    occurredAt: conversion.occurredAt,
    firstPaymentAt,
  }
}

/** A lead may have none: it is rewarded in the workspace's. */
function currencyOf({ conversion, workspace }: Bound) {
  return conversion.currency ?? workspace.currency
}
