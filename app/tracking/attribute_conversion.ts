import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { record as recordEvent } from '#core/events'
import { stateAtInstant } from '#core/history'
import Affiliate, { lockAffiliates } from '#models/affiliate'
import Campaign from '#models/campaign'
import Commission from '#models/commission'
import type Conversion from '#models/conversion'
import Enrollment from '#models/enrollment'
import Referral from '#models/referral'
import { chooseTerms } from '#terms/choose'
import { earn } from '#terms/earn'
import { holdsOf } from '#terms/holds/index'
import { sum } from '#money/arithmetic'
import { findReferral } from '#tracking/gather'
import type { Actor } from '#core/actor'
import type { Attribution } from '#terms/attribution'
import type { Facts } from '#terms/types'
import type Workspace from '#models/workspace'
import type { DateTime } from 'luxon'

/** What an attribution names, whichever way it was found. */
interface Winner {
  affiliateId: string
  campaignId: string
  linkId: string | null
  clickId: string | null
  couponId: string | null
}

type Decided = Exclude<Attribution, { by: 'wait' }>
type Found = Exclude<Decided, { by: 'nobody' }>

/** Binds the customer and makes the commission. Inside the transaction that records the conversion. */
export async function settleAttribution(
  workspace: Workspace,
  conversion: Conversion,
  attribution: Decided,
  actor: Actor
) {
  if (attribution.by === 'nobody') {
    await conversion.merge({ explanation: attribution.sentence }).save()
    return
  }
  const winner = await winnerOf(attribution)
  await lockAffiliates([winner.affiliateId])

  const campaign = await Campaign.query()
    .where('id', winner.campaignId)
    .preload('rules')
    .firstOrFail()
  const campaignState = await stateAtInstant(campaign, conversion.occurredAt)
  const existing = await findReferral(workspace, conversion.customerExternalId)
  const refusal = whyUnbound(campaign, campaignState, conversion, existing)
  if (refusal) {
    await conversion.merge({ explanation: `${attribution.sentence}; ${refusal}` }).save()
    return
  }

  const before = await paymentsBefore(conversion)
  const referral = existing ?? (await bind(workspace, conversion, winner, attribution, actor))
  const { firstPaymentAt } = referral
  await grow(referral, conversion, actor)
  await conversion
    .merge({
      referralId: referral.id,
      affiliateId: referral.affiliateId,
      campaignId: referral.campaignId,
      clickId: winner.clickId,
      attributedBy: attribution.by,
      explanation: attribution.sentence,
    })
    .save()
  const known = existing !== null
  await pay({
    workspace,
    conversion,
    campaign,
    campaignState,
    referral,
    known,
    firstPaymentAt,
    before,
    actor,
  })
}

/** What a campaign that is not open refuses; it still pays for the customers it has. */
function whyUnbound(
  campaign: Campaign,
  state: string,
  conversion: Conversion,
  existing: Referral | null
) {
  if (existing) return null
  if (state !== 'active') return `the campaign was ${state}, which binds no new customer`
  if (campaign.startsAt && conversion.occurredAt < campaign.startsAt)
    return 'the campaign had not begun'
  if (campaign.endsAt && conversion.occurredAt >= campaign.endsAt) return 'the campaign had ended'
  return null
}

async function winnerOf(attribution: Found): Promise<Winner> {
  const none = { linkId: null, clickId: null, couponId: null }
  if (attribution.by === 'referral') {
    const { affiliateId, campaignId } = attribution.referral
    return { ...none, affiliateId, campaignId }
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
    createdAt: conversion.occurredAt < clock.now() ? conversion.occurredAt : clock.now(),
  })
  await recordEvent(referral, {
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

interface Payment {
  workspace: Workspace
  conversion: Conversion
  campaign: Campaign
  campaignState: string
  referral: Referral
  /** Whether the customer was bound before this conversion. */
  known: boolean
  firstPaymentAt: DateTime | null
  before: Payments
  actor: Actor
}

async function pay(payment: Payment) {
  const { workspace, conversion, campaign, campaignState, referral, known, actor } = payment
  if (referral.state === 'denied')
    return explain(conversion, 'the referral is denied and earns nothing more')
  if (campaignState === 'archived')
    return explain(conversion, 'the campaign is archived and pays nothing more')

  if (known && conversion.kind === 'lead')
    return explain(conversion, 'the customer is known: only the first lead pays')

  const affiliate = await Affiliate.findOrFail(referral.affiliateId)
  const enrollment = await Enrollment.ensure(affiliate, campaign, actor)
  const terms = chooseTerms({
    link: null,
    enrollment: { reward: enrollment.reward, duration: enrollment.duration },
    campaign: {
      reward: campaign.reward,
      duration: campaign.duration,
      rules: campaign.rules.map((rule) => rule.asTerms),
    },
  })
  const outcome = earn(terms, factsOf(payment, affiliate), workspace.timezone)
  if (!('currency' in outcome)) return explain(conversion, outcome.because)

  const heldReasons = holdsOf({
    amount: conversion.amount,
    currency: outcome.currency,
    customerEmail: conversion.customerEmail,
    affiliateEmail: affiliate.email,
    affiliateState: await stateAtInstant(affiliate, conversion.occurredAt),
    enrollmentState: enrollment.state,
    holdAbove: campaign.holdAbove ?? {},
  })
  await Commission.record(
    {
      workspaceId: workspace.id,
      affiliateId: affiliate.id,
      campaignId: campaign.id,
      conversionId: conversion.id,
      referralId: referral.id,
      kind: conversion.kind,
      amount: outcome.amount,
      currency: outcome.currency,
      rateBps: outcome.rateBps,
      ruleId: outcome.ruleId,
      dueAt: conversion.occurredAt.plus({ days: campaign.holdDays }),
      heldReasons,
      explanation: `${conversion.explanation}; ${outcome.because}`,
    },
    actor
  )
  return explain(conversion, outcome.because)
}

function factsOf(
  { workspace, conversion, referral, firstPaymentAt, before }: Payment,
  affiliate: Affiliate
): Facts {
  return {
    event: conversion.kind,
    amount: conversion.amount,
    currency: conversion.currency ?? workspace.currency,
    product: conversion.product,
    plan: conversion.plan,
    country: conversion.customerCountry ?? referral.customerCountry,
    couponCode: conversion.couponCode,
    affiliateTags: affiliate.tags,
    nthPayment: before.ofSubscription + 1,
    newCustomer: before.ofCustomer === 0,
    occurredAt: conversion.occurredAt,
    firstPaymentAt,
  }
}

async function explain(conversion: Conversion, because: string) {
  await conversion.merge({ explanation: `${conversion.explanation}; ${because}` }).save()
}

/** The customer's payments above 0 so far. */
interface Payments {
  ofCustomer: number
  /** Of the same subscription; of the customer where there is none. */
  ofSubscription: number
}

async function paymentsBefore(conversion: Conversion): Promise<Payments> {
  const rows: { subscription_id: string | null; total: number }[] = await db
    .from('conversions')
    .where({
      workspace_id: conversion.workspaceId,
      customer_external_id: conversion.customerExternalId,
    })
    .where('amount', '>', 0)
    .where('id', '<', conversion.id)
    .groupBy('subscription_id')
    .select('subscription_id')
    .count('* as total')
  const same = rows.filter(
    (row) => !conversion.subscriptionId || row.subscription_id === conversion.subscriptionId
  )
  return { ofCustomer: total(rows), ofSubscription: total(same) }
}

function total(rows: { total: number }[]) {
  return sum(rows.map((row) => Number(row.total)))
}
