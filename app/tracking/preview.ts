import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { stateAtInstant } from '#core/history'
import { InvalidFieldsException } from '#exceptions/errors'
import { firstState } from '#ledger/record_commission'
import { ask } from '#core/ask'
import Affiliate, { sharersAmong } from '#models/affiliate'
import Enrollment from '#models/enrollment'
import Link from '#models/link'
import { attribute } from '#terms/attribution'
import { dueAfter } from '#terms/due'
import { couponsOf, linksTold } from '#tracking/questions'
import { standingOf } from '#tracking/standing'
import { noPast, weigh, whyUnbound, type Bound, type Earned, type Weighed } from '#tracking/weigh'
import type { Paid } from '#terms/types'
import type Campaign from '#models/campaign'
import type Workspace from '#models/workspace'
import type { CommissionKind, CommissionState, ConversionKind } from '#models/types'

/** A conversion that nobody made. Amounts are minor units of its currency. */
export interface Supposed {
  event: ConversionKind
  amount: number
  currency: string
  /** Whose it is, where no coupon and no ref says so; else an affiliate of no name, without own terms. */
  affiliateId?: string | null
  ref?: string | null
  coupon?: string | null
  product?: string | null
  plan?: string | null
  country?: string | null
  customerEmail?: string | null
  /** From 1; the customer is a new one's when it is left out. */
  nthPayment?: number
  newCustomer?: boolean
  /** Of the customer; left out, each payment before took a month. */
  firstPaymentAt?: DateTime | null
  occurredAt?: DateTime | null
}

/** What would be paid to one affiliate. */
export interface Would extends Earned {
  outcome: Paid
  kind: CommissionKind
  state: CommissionState
  dueAt: DateTime
}

export interface Preview {
  /** Who would be paid first, and by what: null for the affiliate of no name. */
  affiliate: Affiliate | null
  attributed: string
  weighed: Weighed
  /** One for each that would be recorded. */
  would: Would[]
}

/** Who brought the customer, as far as the terms ask. */
interface Brought {
  affiliate: Affiliate | null
  link: Link | null
  couponCode: string | null
  sentence: string
}

/**
 * What a conversion would earn, by the very functions that attribute and weigh a real one. It writes nothing. What
 * the affiliate sold and earned before counts as it stands now; the customer is one who earned them nothing yet.
 *
 * @throws InvalidFieldsException where it names what is not there, or is of another campaign
 */
export async function preview(
  workspace: Workspace,
  campaign: Campaign,
  supposed: Supposed
): Promise<Preview> {
  const occurredAt = supposed.occurredAt ?? clock.now()
  const brought = await broughtBy(workspace, campaign, supposed, occurredAt)
  await campaign.load('rules')

  const bound = await suppose({ workspace, campaign, supposed, brought, occurredAt })
  const unbound = bound.known ? null : whyUnbound(campaign, bound.campaignState, occurredAt)
  const weighed = unbound ? nothing(bound, unbound) : await weigh(bound)

  const dueAt = dueAfter(occurredAt, campaign.holdDays)
  const would = [
    ...wouldBe(weighed, supposed.event, dueAt),
    ...(weighed.share ? wouldBe(weighed.share, 'referral_share', dueAt) : []),
  ]
  return { affiliate: brought.affiliate, attributed: brought.sentence, weighed, would }
}

/** What comes to nothing makes no commission. */
function wouldBe(earned: Earned, kind: CommissionKind, dueAt: DateTime): Would[] {
  const { affiliate, outcome, heldReasons } = earned
  if (!('currency' in outcome)) return []
  const state = firstState(heldReasons, dueAt)
  return [{ affiliate, outcome, heldReasons, kind, state, dueAt }]
}

function nothing({ affiliate }: Bound, because: string): Weighed {
  const outcome = { amount: 0, because } as const
  return { affiliate, outcome, heldReasons: [], terms: null, tried: [], share: null }
}

async function suppose(about: {
  workspace: Workspace
  campaign: Campaign
  supposed: Supposed
  brought: Brought
  occurredAt: DateTime
}): Promise<Bound> {
  const { workspace, campaign, supposed, brought, occurredAt } = about
  const affiliate = brought.affiliate ?? ofNoName(workspace)
  const nth = supposed.nthPayment ?? 1
  const known = nth > 1 || supposed.newCustomer === false
  const { event: kind, amount, currency, product = null, plan = null } = supposed
  const referrer = affiliate.referrerId ? await Affiliate.findOrFail(affiliate.referrerId) : null
  const whose = { workspace, campaign, affiliate, occurredAt, conversionId: null, referralId: null }
  const [sharers] = await ask(sharersAmong(new Set([affiliate.id])))
  return {
    workspace,
    campaign,
    campaignState: await stateAtInstant(campaign, occurredAt),
    conversion: {
      ...{ kind, amount, currency, product, plan, occurredAt },
      couponCode: brought.couponCode,
      customerEmail: supposed.customerEmail ?? null,
      customerCountry: supposed.country ?? null,
    },
    affiliate,
    referrer,
    enrollment: await Enrollment.query()
      .where({ affiliate_id: affiliate.id, campaign_id: campaign.id })
      .first(),
    link: brought.link,
    referralState: 'customer',
    known,
    firstPaymentAt:
      supposed.firstPaymentAt ?? (nth > 1 ? occurredAt.minus({ months: nth - 1 }) : null),
    before: { ofCustomer: known ? Math.max(1, nth - 1) : 0, ofSubscription: nth - 1 },
    past: noPast,
    sharers: new Set(sharers),
    standing: (decider, asked) => standingOf(whose, decider, asked),
  }
}

async function broughtBy(
  workspace: Workspace,
  campaign: Campaign,
  supposed: Supposed,
  occurredAt: DateTime
): Promise<Brought> {
  const coupon = supposed.coupon?.toUpperCase() ?? null
  const told = [{ coupon: coupon ?? undefined, ref: supposed.ref ?? undefined }]
  const asked = [{ workspace, told }]
  const [[couponTold = null], [refLink = null]] = await ask(couponsOf(asked), linksTold(asked))
  const attribution = attribute({
    ...{ referral: null, coupon: couponTold, namedClick: null, visitorClicks: [], refLink },
    ...{ sameEmail: null, unknown: [] },
    model: workspace.attribution,
    at: occurredAt,
    receivedAt: occurredAt,
    now: occurredAt,
    zone: workspace.timezone,
  })
  const { sentence } = attribution
  if (attribution.by === 'coupon') {
    refuseForeign('coupon', attribution.coupon.campaignId, campaign)
    const affiliate = await Affiliate.findOrFail(attribution.coupon.affiliateId)
    return { affiliate, link: null, couponCode: coupon, sentence }
  }
  if (attribution.by === 'ref') {
    refuseForeign('ref', attribution.link.campaignId, campaign)
    const affiliate = await Affiliate.findOrFail(attribution.link.affiliateId)
    const link = await Link.findOrFail(attribution.link.id)
    return { affiliate, link, couponCode: coupon, sentence }
  }
  if (supposed.ref) refuse('ref', 'There is no link with this end.')
  return { ...(await named(workspace, supposed)), link: null, couponCode: coupon }
}

async function named(workspace: Workspace, { affiliateId }: Supposed) {
  if (!affiliateId) return { affiliate: null, sentence: 'an affiliate without own terms' }
  const affiliate = await workspace.related('affiliates').query().where('id', affiliateId).first()
  if (!affiliate) return refuse('affiliate_id', 'There is no affiliate with this id.')
  return { affiliate, sentence: 'the affiliate that was named' }
}

/** One who is active, has sold nothing yet and was brought by nobody. It is never saved. */
function ofNoName(workspace: Workspace) {
  const about = { id: '', workspaceId: workspace.id, email: '', referrerId: null }
  const updatedAt = DateTime.fromMillis(0)
  return new Affiliate().fill({ ...about, state: 'active', tags: [], updatedAt })
}

function refuseForeign(field: string, campaignId: string, campaign: Campaign) {
  if (campaignId !== campaign.id) refuse(field, 'This is of another campaign. Try it there.')
}

function refuse(field: string, sentence: string): never {
  throw InvalidFieldsException.on(field, 'invalid', sentence)
}
