import db from '@adonisjs/lucid/services/db'
import Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import Commission from '#models/commission'
import type Conversion from '#models/conversion'
import Enrollment from '#models/enrollment'
import Link from '#models/link'
import type Referral from '#models/referral'
import { weigh, type Earned, type Payments, type Told } from '#tracking/weigh'
import type { Actor } from '#core/actor'
import type { CommissionKind, HeldReason } from '#models/types'
import type Workspace from '#models/workspace'
import type { DateTime } from 'luxon'

/** A conversion that is attributed, and what its terms are asked with. */
export interface Payment {
  workspace: Workspace
  conversion: Conversion
  campaign: Campaign
  campaignState: string
  /** Null where a person gave the affiliate a sale of another's customer. */
  referral: Referral | null
  /** Whether the customer was bound before this conversion. */
  known: boolean
  firstPaymentAt: DateTime | null
  before: Payments
  /** What holds it beside what its facts say. */
  held?: HeldReason[]
  actor: Actor
}

/**
 * Makes the commission that the terms promise for an attributed conversion, and the share of whoever brought its
 * affiliate; or says why there is none. The caller has locked both.
 */
export async function pay(payment: Payment) {
  const { conversion, campaign, referral, actor } = payment
  const affiliate = await Affiliate.findOrFail(conversion.affiliateId!)
  const { outcome, heldReasons, share } = await weigh({
    ...payment,
    conversion: toldBy(conversion, referral),
    conversionId: conversion.id,
    affiliate,
    referrer: affiliate.referrerId ? await Affiliate.findOrFail(affiliate.referrerId) : null,
    enrollment: await Enrollment.ensure(affiliate, campaign, actor),
    link: referral?.linkId ? await Link.find(referral.linkId) : null,
    referralId: referral?.id ?? null,
    referralState: referral?.state ?? null,
  })
  const attributed = conversion.explanation
  const said = [outcome, share?.outcome].flatMap((each) => each?.because ?? [])
  await conversion.merge({ explanation: [attributed, ...said].join('; ') }).save()

  await record(payment, conversion.kind, { affiliate, outcome, heldReasons }, attributed)
  if (share) await record(payment, 'referral_share', share, attributed)
}

/** Each is a family of its own; what comes to nothing makes none. */
async function record(
  { workspace, conversion, campaign, referral, held = [], actor }: Payment,
  kind: CommissionKind,
  { affiliate, outcome, heldReasons }: Earned,
  attributed: string
) {
  if (!('currency' in outcome)) return
  const { because, ...earned } = outcome
  await Commission.record(
    {
      ...earned,
      workspaceId: workspace.id,
      affiliateId: affiliate.id,
      campaignId: campaign.id,
      conversionId: conversion.id,
      referralId: referral?.id ?? null,
      linkId: conversion.linkId,
      kind,
      dueAt: conversion.occurredAt.plus({ days: campaign.holdDays }),
      heldReasons: [...heldReasons, ...held],
      explanation: `${attributed}; ${because}`,
    },
    actor
  )
}

function toldBy(conversion: Conversion, referral: Referral | null): Told {
  const { kind, amount, currency, product, plan, couponCode, customerEmail, occurredAt } =
    conversion
  const customerCountry = conversion.customerCountry ?? referral?.customerCountry ?? null
  const about = { customerEmail, customerCountry, occurredAt }
  return { kind, amount, currency, product, plan, couponCode, ...about }
}

export async function paymentsBefore(conversion: Conversion): Promise<Payments> {
  const rows: { id: string; subscription_id: string | null }[] = await db
    .from('conversions')
    .where({
      workspace_id: conversion.workspaceId,
      customer_external_id: conversion.customerExternalId,
    })
    .where('amount', '>', 0)
    .select('id', 'subscription_id')
  const before = rows.filter(({ id }) => id < conversion.id)
  const same = before.filter(
    (row) => !conversion.subscriptionId || row.subscription_id === conversion.subscriptionId
  )
  return { ofCustomer: before.length, ofSubscription: same.length }
}
