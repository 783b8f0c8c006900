import { clock } from '#core/clock'
import { stateAtInstant } from '#core/history'
import type { Plain } from '#core/plain'
import Conversion from '#models/conversion'
import { holdReason } from '#terms/holds/index'
import { pay } from '#tracking/pay_conversion'
import { whyUnbound } from '#tracking/weigh'
import type { Actor } from '#core/actor'
import type Referral from '#models/referral'
import type { Attribution, ReferralCandidate } from '#terms/attribution'
import type { Piece } from '#tracking/piece'
import type { DateTime } from 'luxon'

/** What an attribution names, whichever way it was found. */
interface Winner {
  affiliateId: string
  campaignId: string
  linkId: string | null
  clickId: string | null
  visitorId: string | null
  couponId: string | null
}

/** A person says whose it is. */
export interface ByHand {
  by: 'hand'
  affiliateId: string
  campaignId: string
  sentence: string
}

type Decided = Exclude<Attribution, { by: 'wait' }> | ByHand
type Found = Exclude<Decided, { by: 'nobody' }>

/**
 * Binds the customer and makes the commission. A person may give an affiliate the sale of another's customer, who
 * stays bound to the other. Inside the transaction that records the conversion. Answers whether it found someone.
 */
export async function settleAttribution(
  piece: Piece,
  conversion: Plain<Conversion>,
  attribution: Decided,
  actor: Actor
): Promise<boolean> {
  if (attribution.by === 'nobody') {
    conversion.explanation = attribution.sentence
    return false
  }
  const winner = winnerOf(piece, attribution)
  const campaign = piece.found.campaign(winner.campaignId)!
  const campaignState = await stateAtInstant(campaign, conversion.occurredAt)
  const bond = piece.referralOf(conversion.customerExternalId)
  const known = bond?.affiliateId === winner.affiliateId ? bond : null
  const earlier = attribution.by === 'referral' ? attribution.referral : null
  const isNew = !known && !earlier
  const refusal = isNew ? whyUnbound(campaign, campaignState, conversion.occurredAt) : null
  if (refusal) {
    conversion.explanation = `${attribution.sentence}; ${refusal}`
    return false
  }

  const standing = known
    ? standingBefore(known, conversion, attribution.by === 'hand')
    : { known: !isNew, firstPaymentAt: earlier?.firstPaymentAt ?? null }
  const referral = bond ? known : bind(piece, conversion, winner, attribution, actor)
  if (referral) grow(piece, referral, conversion, actor)
  Object.assign(conversion, {
    referralId: referral?.id ?? null,
    affiliateId: winner.affiliateId,
    campaignId: winner.campaignId,
    linkId: winner.linkId,
    clickId: winner.clickId,
    visitorId: conversion.visitorId ?? winner.visitorId,
    attributedBy: attribution.by,
    explanation: attribution.sentence,
  })
  const held = !bond && earlier && (await isOfBrowser(earlier)) ? [holdReason('browser_lead')] : []
  await pay(piece, { conversion, campaign, campaignState, referral, ...standing, held, actor })
  return true
}

/**
 * How the customer stood before this conversion. Where a person gives it back to whom it bound the customer to, it
 * is itself the lead that made them known, and the payment that came first.
 */
function standingBefore(
  referral: Plain<Referral>,
  { occurredAt }: Plain<Conversion>,
  isGivenBack: boolean
) {
  const isThis = (at: DateTime | null | undefined) =>
    isGivenBack && at?.toMillis() === occurredAt.toMillis()
  return {
    known: !isThis(referral.createdAt),
    firstPaymentAt: isThis(referral.firstPaymentAt) ? null : referral.firstPaymentAt,
  }
}

function winnerOf(piece: Piece, attribution: Found): Winner {
  const none = { linkId: null, clickId: null, visitorId: null, couponId: null }
  if (attribution.by === 'hand') {
    const { affiliateId, campaignId } = attribution
    return { ...none, affiliateId, campaignId }
  }
  if (attribution.by === 'referral') {
    const { affiliateId, campaignId, linkId } = attribution.referral
    return { ...none, affiliateId, campaignId, linkId }
  }
  if (attribution.by === 'coupon') {
    const { affiliateId, campaignId, id: couponId } = attribution.coupon
    return { ...none, affiliateId, campaignId, couponId }
  }
  if (attribution.by === 'ref') {
    const { affiliateId, campaignId, id: linkId } = attribution.link
    return { ...none, affiliateId, campaignId, linkId }
  }
  const {
    affiliateId,
    campaignId,
    linkId,
    id: clickId,
    visitorId,
  } = piece.found.click(attribution.click.id)!
  return { ...none, affiliateId, campaignId, linkId, clickId, visitorId }
}

function bind(
  piece: Piece,
  conversion: Plain<Conversion>,
  winner: Winner,
  attribution: Found,
  actor: Actor
): Plain<Referral> {
  const state = conversion.kind === 'lead' ? 'lead' : 'customer'
  return piece.bind(
    {
      workspaceId: piece.workspace.id,
      affiliateId: winner.affiliateId,
      campaignId: winner.campaignId,
      linkId: winner.linkId,
      clickId: winner.clickId,
      couponId: winner.couponId,
      state,
      customerExternalId: conversion.customerExternalId,
      customerEmail: conversion.customerEmail,
      customerName: conversion.customerName,
      customerCountry: conversion.customerCountry,
      attributedBy: attribution.by,
      explanation: attribution.sentence,
      firstPaymentAt: firstPaymentOf(conversion, attribution),
      createdAt: conversion.occurredAt < clock.now() ? conversion.occurredAt : clock.now(),
    },
    {
      type: 'referral.created',
      actor,
      to: state,
      data: {
        affiliate_id: winner.affiliateId,
        campaign_id: winner.campaignId,
        by: attribution.by,
      },
    }
  )
}

/** Anyone may have told e-mails of strangers, who never paid and now come by themselves. */
async function isOfBrowser({ id, firstPaymentAt }: ReferralCandidate) {
  if (firstPaymentAt) return false
  const lead = { referral_id: id, kind: 'lead', source: 'browser' }
  return (await Conversion.query().where(lead).first()) !== null
}

/** Who paid under another id has paid: the durations count from there. */
function firstPaymentOf({ amount, occurredAt }: Plain<Conversion>, attribution: Found) {
  const before = attribution.by === 'referral' ? attribution.referral.firstPaymentAt : null
  return before ?? (amount > 0 ? occurredAt : null)
}

/** A lead's first sale makes a customer; the first payment starts the durations. */
function grow(
  piece: Piece,
  referral: Plain<Referral>,
  { kind, amount, occurredAt }: Plain<Conversion>,
  actor: Actor
) {
  if (referral.state === 'lead' && kind !== 'lead') piece.convert(referral, actor)
  if (amount > 0 && !referral.firstPaymentAt) piece.paid(referral, occurredAt)
}
