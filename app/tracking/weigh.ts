import { chooseTerms } from '#terms/choose'
import { decide, earn, type Tried } from '#terms/earn'
import { holdsOf, type HoldReason } from '#terms/holds/index'
import { shareOf } from '#terms/share'
import { holdFacts } from '#tracking/hold_facts'
import type Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import type Conversion from '#models/conversion'
import type Enrollment from '#models/enrollment'
import type Link from '#models/link'
import type Workspace from '#models/workspace'
import type { Decider } from '#terms/earn'
import type { Facts, Outcome, Standing, Terms } from '#terms/types'
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
  /** Who brought the affiliate. */
  referrer: Affiliate | null
  /** Null where the affiliate is not in the campaign yet. */
  enrollment: Enrollment | null
  /** The link that brought the customer. */
  link: Link | null
  /** Null where there is no referral: the customer is another's. */
  referralState: string | null
  /** Whether the customer was bound before this conversion. */
  known: boolean
  /** When the customer's first payment above 0 before this one occurred. */
  firstPaymentAt: DateTime | null
  before: Payments
  past: Past
  /** Those of its earners whose payout account another affiliate gave too. */
  sharers: Set<string>
  /** What the affiliate sold and earned before, as far as tiers and caps ask. */
  standing: (decider: Decider, currency: string) => Promise<Standing | undefined>
}

/** What may hold a conversion because of what came before. */
export interface Past {
  /** Within the workspace's `visitor_hours`, this one among them. */
  salesOfVisitor: number
  /** Whether the customer, by id or e-mail, is bound to another affiliate. */
  customerOfAnother: boolean
  /** Between this conversion and the nearest other that is like it; null when none is. */
  minutesFromAlike: number | null
  /** Whether it is a lead that a browser sent. */
  browserLead: boolean
}

/** Of what is only supposed: it has nothing to be compared with. */
export const noPast: Past = {
  salesOfVisitor: 0,
  customerOfAnother: false,
  minutesFromAlike: null,
  browserLead: false,
}

/** The customer's payments above 0 so far. */
export interface Payments {
  ofCustomer: number
  /** Of the same subscription; of the customer where there is none. */
  ofSubscription: number
}

/** What a conversion earns someone and why, and why that would be held. */
export interface Earned {
  affiliate: Affiliate
  outcome: Outcome
  heldReasons: HoldReason[]
}

/** What a conversion earns its affiliate, and whoever brought that affiliate. */
export interface Weighed extends Earned {
  /** Null where terms are not even asked. */
  terms: Terms | null
  /** The rules that were tried, up to the one that decided. */
  tried: Tried[]
  /** Null where there is no referrer, or nothing to share in. */
  share: Earned | null
}

/**
 * Weighs a conversion by the terms in force, as they stand when its affiliate is locked. It only reads: `pay`
 * records what comes of it, a preview shows it.
 */
export async function weigh(bound: Bound): Promise<Weighed> {
  const { affiliate, workspace, link, enrollment, campaign } = bound
  const refusal = whyNothing(bound)
  const none = { affiliate, heldReasons: [], share: null }
  if (refusal) return { ...none, outcome: { amount: 0, because: refusal }, terms: null, tried: [] }

  const terms = chooseTerms({
    link: link && link.asTerms,
    enrollment: enrollment && enrollment.asTerms,
    campaign: campaign.asTerms,
  })
  const facts = factsOf(bound)
  const { decider, tried } = decide(terms, facts)
  const standing = decider ? await bound.standing(decider, facts.currency) : undefined
  const outcome = earn(terms, facts, workspace.timezone, standing)
  if (outcome.amount === 0) return { ...none, outcome, terms, tried }

  const heldReasons = holdsOf(await holdFacts(bound, affiliate))
  const share = await shareIn(bound, facts, heldReasons)
  return { affiliate, outcome, heldReasons, terms, tried, share }
}

/** What holds the sale holds the share in it; the referrer may be a reason of their own. */
async function shareIn(
  bound: Bound,
  facts: Facts,
  heldReasons: HoldReason[]
): Promise<Earned | null> {
  const { campaign, referrer } = bound
  if (!campaign.referralShareBps || !referrer || facts.event === 'lead') return null

  const own = holdsOf(await holdFacts(bound, referrer))
  return {
    affiliate: referrer,
    outcome: shareOf(campaign.referralShareBps, facts),
    heldReasons: unique([...heldReasons, ...own]),
  }
}

function unique(reasons: HoldReason[]) {
  return [...new Map(reasons.map((reason) => [reason.code, reason])).values()]
}

/** Why a campaign binds no new customer, or null when it does; it still pays for the customers it has. */
export function whyUnbound({ startsAt, endsAt }: Campaign, state: string, at: DateTime) {
  if (state !== 'active') return `the campaign was ${state}, which binds no new customer`
  if (startsAt && at < startsAt) return 'the campaign had not begun'
  if (endsAt && at >= endsAt) return 'the campaign had ended'
  return null
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
