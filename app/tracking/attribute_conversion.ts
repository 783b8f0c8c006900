import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { recordFirst } from '#core/events'
import { stateAtInstant } from '#core/history'
import { lockEarners } from '#models/affiliate'
import Campaign from '#models/campaign'
import type Conversion from '#models/conversion'
import Referral from '#models/referral'
import { findReferral } from '#tracking/gather'
import { pay, paymentsBefore } from '#tracking/pay_conversion'
import { whyUnbound } from '#tracking/weigh'
import type { Actor } from '#core/actor'
import type { Attribution } from '#terms/attribution'
import type Workspace from '#models/workspace'
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
  workspace: Workspace,
  conversion: Conversion,
  attribution: Decided,
  actor: Actor
): Promise<boolean> {
  if (attribution.by === 'nobody') {
    await conversion.merge({ explanation: attribution.sentence }).save()
    return false
  }
  const winner = await winnerOf(attribution)
  await lockEarners(winner.affiliateId)

  const campaign = await Campaign.query()
    .where('id', winner.campaignId)
    .preload('rules')
    .firstOrFail()
  const campaignState = await stateAtInstant(campaign, conversion.occurredAt)
  const bond = await findReferral(workspace, conversion.customerExternalId)
  const known = bond?.affiliateId === winner.affiliateId ? bond : null
  const refusal = known ? null : whyUnbound(campaign, campaignState, conversion.occurredAt)
  if (refusal) {
    await conversion.merge({ explanation: `${attribution.sentence}; ${refusal}` }).save()
    return false
  }

  const before = await paymentsBefore(conversion)
  const standing = standingBefore(known, conversion, attribution.by === 'hand')
  const referral = bond ? known : await bind(workspace, conversion, winner, attribution, actor)
  if (referral) await grow(referral, conversion, actor)
  await conversion
    .merge({
      referralId: referral?.id ?? null,
      affiliateId: winner.affiliateId,
      campaignId: winner.campaignId,
      linkId: winner.linkId,
      clickId: winner.clickId,
      visitorId: conversion.visitorId ?? winner.visitorId,
      attributedBy: attribution.by,
      explanation: attribution.sentence,
    })
    .save()
  await pay({
    workspace,
    conversion,
    campaign,
    campaignState,
    referral,
    ...standing,
    before,
    actor,
  })
  return true
}

/**
 * How the customer stood before this conversion. Where a person gives it back to whom it bound the customer to, it
 * is itself the lead that made them known, and the payment that came first.
 */
function standingBefore(known: Referral | null, { occurredAt }: Conversion, isGivenBack: boolean) {
  const isThis = (at: DateTime | null | undefined) =>
    isGivenBack && at?.toMillis() === occurredAt.toMillis()
  return {
    known: known !== null && !isThis(known.createdAt),
    firstPaymentAt: known && !isThis(known.firstPaymentAt) ? known.firstPaymentAt : null,
  }
}

async function winnerOf(attribution: Found): Promise<Winner> {
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
  const click = await db.from('clicks').where('id', attribution.click.id).firstOrFail()
  return {
    ...none,
    affiliateId: click.affiliate_id,
    campaignId: click.campaign_id,
    linkId: click.link_id,
    clickId: click.id,
    visitorId: click.visitor_id,
  }
}

async function bind(
  workspace: Workspace,
  conversion: Conversion,
  winner: Winner,
  attribution: Found,
  actor: Actor
): Promise<Referral> {
  const referral = await Referral.create({
    workspaceId: workspace.id,
    affiliateId: winner.affiliateId,
    campaignId: winner.campaignId,
    linkId: winner.linkId,
    clickId: winner.clickId,
    couponId: winner.couponId,
    state: conversion.kind === 'lead' ? 'lead' : 'customer',
    customerExternalId: conversion.customerExternalId,
    customerEmail: conversion.customerEmail,
    customerName: conversion.customerName,
    customerCountry: conversion.customerCountry,
    attributedBy: attribution.by,
    explanation: attribution.sentence,
    firstPaymentAt: conversion.amount > 0 ? conversion.occurredAt : null,
    createdAt: conversion.occurredAt < clock.now() ? conversion.occurredAt : clock.now(),
  })
  await recordFirst(referral, {
    type: 'referral.created',
    actor,
    to: referral.state,
    data: {
      affiliate_id: referral.affiliateId,
      campaign_id: referral.campaignId,
      by: attribution.by,
    },
  })
  return referral
}

/** A lead's first sale makes a customer; the first payment starts the durations. */
async function grow(referral: Referral, conversion: Conversion, actor: Actor) {
  if (referral.state === 'lead' && conversion.kind !== 'lead') await referral.convert(actor)
  if (conversion.amount > 0 && !referral.firstPaymentAt) {
    await referral.merge({ firstPaymentAt: conversion.occurredAt }).save()
  }
}
