import type { DateTime } from 'luxon'
import { describeDay } from '#terms/local'

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
  bot: boolean
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
 * it names, the visitor's clicks, the `ref`. A click counts when no bot made
 * it, it came no later than the conversion and its cookie days were not over. Throws RangeError
 * for what is no zone.
 */
export function attribute(candidates: Candidates): Attribution {
  return (
    byReferral(candidates) ??
    byCoupon(candidates) ??
    byNamedClick(candidates) ??
    byVisitor(candidates) ??
    byRef(candidates) ??
    byNobody(candidates)
  )
}

/** Whether a conversion that names a click not stored yet is still young enough to wait for it. */
export function waitsForClick(receivedAt: DateTime, now: DateTime): boolean {
  return now < receivedAt.plus({ minutes: CLICK_WAIT_MINUTES })
}

/** Why a click does not count for a conversion at this instant, or null when it does. */
export function whyClickDoesNotCount(click: ClickCandidate, at: DateTime): string | null {
  if (click.bot) return 'was made by a bot'
  if (click.at > at) return 'came after the conversion'
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

function byNobody({ namedClick, visitorClicks, at }: Candidates): Attribution {
  return { by: 'nobody', sentence: `nobody: ${whyNobody(namedClick, visitorClicks, at)}` }
}

function whyNobody(
  namedClick: NamedClick | null,
  visitorClicks: ClickCandidate[],
  at: DateTime
): string {
  if (namedClick?.status === 'malformed') return 'the click id it names is malformed'
  if (namedClick?.status === 'missing') return 'the click it names was never stored'
  if (namedClick) return `the click it names ${whyClickDoesNotCount(namedClick.click, at)}`
  if (visitorClicks.length === 0) return 'no referral, coupon, click or ref'
  if (visitorClicks.length > 1) return "none of the visitor's clicks counts"
  return `the visitor's click ${whyClickDoesNotCount(visitorClicks[0], at)}`
}

function describeClick(click: ClickCandidate, zone: string): string {
  return `on ${describeDay(click.at, zone)} on link ${click.refParam}`
}
