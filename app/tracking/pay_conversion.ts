import db from '@adonisjs/lucid/services/db'
import { stateAtInstant } from '#core/history'
import Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import Commission from '#models/commission'
import type Conversion from '#models/conversion'
import Enrollment from '#models/enrollment'
import type Referral from '#models/referral'
import { sum } from '#money/arithmetic'
import { chooseTerms } from '#terms/choose'
import { earn } from '#terms/earn'
import { holdsOf } from '#terms/holds/index'
import type { Actor } from '#core/actor'
import type { Facts } from '#terms/types'
import type Workspace from '#models/workspace'
import type { DateTime } from 'luxon'

/** A conversion that is attributed, and what its terms are asked with. */
export interface Payment {
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

/** Makes the commission that the terms promise for an attributed conversion, or says why they promise none. */
export async function pay(payment: Payment) {
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

export async function paymentsBefore(conversion: Conversion): Promise<Payments> {
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
