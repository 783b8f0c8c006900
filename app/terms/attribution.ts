import { describeDay } from '#terms/local'
import type { DateTime } from 'luxon'
import type { Mark } from '#models/types'

/** How long a conversion waits for the click that it names, counted from its arrival. */
export const CLICK_WAIT_MINUTES = 15

/** The customer's referral that is in force; an expired one is none. */
export interface ReferralCandidate {
  id: string
  affiliateId: string
  campaignId: string
  /** The link that brought the customer, where one did. */
  linkId: string | null
  boundAt: DateTime
  /** When they first paid more than nothing, as far as they did. */
  firstPaymentAt: DateTime | null
}

export interface CouponCandidate {
  id: string
  affiliateId: string
  campaignId: string
  code: string
}

export interface LinkCandidate {
  id: string
  affiliateId: string
  campaignId: string
  refParam: string
}

export interface ClickCandidate {
  id: string
  affiliateId: string
  linkId: string
  refParam: string
  at: DateTime
  /** Why it is not counted. */
  mark: Mark | null
  /** Days of 24 hours, of the link's campaign, else of the workspace. */
  cookieDays: number
}

/** The click that a conversion names: missing is well-formed and not stored. */
export type NamedClick =
  { status: 'found'; click: ClickCandidate } | { status: 'missing' } | { status: 'malformed' }

export interface Candidates {
  referral: ReferralCandidate | null
  coupon: CouponCandidate | null
  /** Null when the conversion names none. */
  namedClick: NamedClick | null
  visitorClicks: ClickCandidate[]
  refLink: LinkCandidate | null
  /** The referral of a customer of another id, who has the same e-mail. */
  sameEmail: ReferralCandidate | null
  /** What the conversion names that is none of the workspace's. */
  unknown: ('coupon' | 'ref')[]
  /** Which of the visitor's clicks wins. */
  model: 'first' | 'last'
  /** When the conversion occurred. */
  at: DateTime
  /** When it first reached us, which is when its wait begins. */
  receivedAt: DateTime
  now: DateTime
  /** The workspace's, for the days in sentences. */
  zone: string
}

/** Who brought a customer, and the half-sentence of why. */
export type Attribution =
  | { by: 'referral'; referral: ReferralCandidate; sentence: string }
  | { by: 'coupon'; coupon: CouponCandidate; sentence: string }
  | { by: 'click' | 'visitor'; click: ClickCandidate; sentence: string }
  | { by: 'ref'; link: LinkCandidate; sentence: string }
  | { by: 'wait'; sentence: string }
  | { by: 'nobody'; sentence: string }

/**
 * Who a conversion is attributed to, in order: the customer's referral, the coupon, the click that
 * it names, the visitor's clicks, the `ref`, the referral of their e-mail. A click counts when no bot made
 * it, its campaign and affiliate were active, it came no later than the conversion and its cookie days were not
 * over. Throws RangeError for what is no zone.
 */
export function attribute(candidates: Candidates): Attribution {
  return (
    byReferral(candidates) ??
    byCoupon(candidates) ??
    byNamedClick(candidates) ??
    byVisitor(candidates) ??
    byRef(candidates) ??
    bySameEmail(candidates) ??
    byNobody(candidates)
  )
}

/** Whether a conversion that names a click not stored yet is still young enough to wait for it. */
export function waitsForClick(receivedAt: DateTime, now: DateTime): boolean {
  return now < receivedAt.plus({ minutes: CLICK_WAIT_MINUTES })
}

/** A browser that fetches ahead tells nobody when it shows the page: whoever names that click has seen it. */
const whyMarked: Record<Mark, string | null> = {
  bot: 'was made by a bot',
  prefetch: null,
  campaign_not_active: 'came while its campaign was not active',
  affiliate_not_active: 'came while its affiliate was not active',
}

/** Why a click does not count for a conversion at this instant, or null when it does. */
export function whyClickDoesNotCount(click: ClickCandidate, at: DateTime): string | null {
  const marked = click.mark && whyMarked[click.mark]
  if (marked) return marked
  // Many tell of whole seconds, Stripe among them: within one nobody can say what came first.
  if (click.at.startOf('second') > at) return 'came after the conversion'
  if (at >= click.at.plus({ hours: 24 * click.cookieDays })) {
    return `is older than ${click.cookieDays} cookie days`
  }
  return null
}

function byReferral({ referral, zone }: Candidates): Attribution | null {
  if (!referral) return null
  const sentence = `customer of this affiliate since ${describeDay(referral.boundAt, zone)}`
  return { by: 'referral', referral, sentence }
}

function byCoupon({ coupon }: Candidates): Attribution | null {
  return coupon && { by: 'coupon', coupon, sentence: `coupon ${coupon.code}` }
}

function byNamedClick({ namedClick, at, receivedAt, now, zone }: Candidates): Attribution | null {
  if (namedClick?.status === 'missing' && waitsForClick(receivedAt, now)) {
    return { by: 'wait', sentence: 'waiting for the click it names to be stored' }
  }
  if (namedClick?.status !== 'found') return null

  const { click } = namedClick
  if (whyClickDoesNotCount(click, at)) return null
  return { by: 'click', click, sentence: `the click it names, ${describeClick(click, zone)}` }
}

function byVisitor({ visitorClicks, model, at, zone }: Candidates): Attribution | null {
  const counting = visitorClicks
    .filter((click) => whyClickDoesNotCount(click, at) === null)
    .sort((one, other) => one.at.toMillis() - other.at.toMillis() || (one.id < other.id ? -1 : 1))

  const click = counting.at(model === 'first' ? 0 : -1)
  if (!click) return null
  return { by: 'visitor', click, sentence: `${model} click ${describeClick(click, zone)}` }
}

function byRef({ refLink }: Candidates): Attribution | null {
  return refLink && { by: 'ref', link: refLink, sentence: `link ${refLink.refParam}, by its ref` }
}

function bySameEmail({ sameEmail: referral, zone }: Candidates): Attribution | null {
  if (!referral) return null
  const sentence = `their e-mail is of a customer of this affiliate since ${describeDay(referral.boundAt, zone)}`
  return { by: 'referral', referral, sentence }
}

function byNobody(candidates: Candidates): Attribution {
  const named = candidates.unknown.map((what) => `there is no such ${what}`)
  const reasons = [whyNoClick(candidates), ...named].filter((reason) => reason !== null)
  const why = reasons.join(', and ') || 'no referral, coupon, click or ref'
  return { by: 'nobody', sentence: `nobody: ${why}` }
}

function whyNoClick({ namedClick, visitorClicks, at }: Candidates): string | null {
  if (namedClick?.status === 'malformed') return 'the click id it names is malformed'
  if (namedClick?.status === 'missing') return 'the click it names was never stored'
  if (namedClick) return `the click it names ${whyClickDoesNotCount(namedClick.click, at)}`
  if (visitorClicks.length === 0) return null
  if (visitorClicks.length > 1) return "none of the visitor's clicks counts"
  return `the visitor's click ${whyClickDoesNotCount(visitorClicks[0], at)}`
}

function describeClick(click: ClickCandidate, zone: string): string {
  return `on ${describeDay(click.at, zone)} on link ${click.refParam}`
}
