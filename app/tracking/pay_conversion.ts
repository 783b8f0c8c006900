import db from '@adonisjs/lucid/services/db'
import Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import Commission from '#models/commission'
import type Conversion from '#models/conversion'
import Enrollment from '#models/enrollment'
import type Referral from '#models/referral'
import { sum } from '#money/arithmetic'
import { weigh, type Payments, type Told } from '#tracking/weigh'
import type { Actor } from '#core/actor'
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
  const { workspace, conversion, campaign, referral, actor } = payment
  const affiliate = await Affiliate.findOrFail(referral.affiliateId)
  const { outcome, heldReasons } = await weigh({
    ...payment,
    conversion: toldBy(conversion, referral),
    affiliate,
    enrollment: await Enrollment.ensure(affiliate, campaign, actor),
    referralState: referral.state,
  })
  if (!('currency' in outcome)) return explain(conversion, outcome.because)

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

function toldBy(conversion: Conversion, referral: Referral): Told {
  const { kind, amount, currency, product, plan, couponCode, customerEmail, occurredAt } =
    conversion
  const customerCountry = conversion.customerCountry ?? referral.customerCountry
  const about = { customerEmail, customerCountry, occurredAt }
  return { kind, amount, currency, product, plan, couponCode, ...about }
}

async function explain(conversion: Conversion, because: string) {
  await conversion.merge({ explanation: `${conversion.explanation}; ${because}` }).save()
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
