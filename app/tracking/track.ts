import { refuseField } from '#http/answer'
import type { Keep } from '#http/idempotency'
import { leadOf, saleOf } from '#http/tracked'
import { recordRefund } from '#ledger/refunds'
import { recordClick, targetOfRef } from '#tracking/store_click'
import { tryOut } from '#tracking/test_sale'
import { recordConversions, type Recorded } from '#tracking/record_conversion'
import { Together } from '#tracking/together'
import ClickTransformer from '#transformers/click_transformer'
import CommissionTransformer from '#transformers/commission_transformer'
import ConversionTransformer from '#transformers/conversion_transformer'
import ReferralTransformer from '#transformers/referral_transformer'
import RefundTransformer from '#transformers/refund_transformer'
import type { trackedClick, trackedLead, trackedRefund, trackedSale } from '#validators/tracking'
import type { Infer } from '@vinejs/vine/types'
import type { Actor } from '#core/actor'
import type { ConversionInput } from '#tracking/input'
import type { Outcome } from '#tracking/record_conversion'
import type Workspace from '#models/workspace'

/** What a server tells of its visitors and customers, and what it is answered. */

export interface Tracked {
  /** 201 for the first time, 200 again, 202 while it waits for a click or a sale. */
  status: 200 | 201 | 202
  result: object
}

const together = new Together(tracked)

export async function trackClick(workspace: Workspace, input: Infer<typeof trackedClick>) {
  const target = await targetOfRef(workspace, input.ref.toLowerCase())
  if (!target) return refuseField('ref', 'There is no link with this ref.')
  const click = await recordClick(target, {
    visitorId: input.visitor_id ?? undefined,
    url: input.url ?? undefined,
    referrer: input.referrer ?? undefined,
    ip: input.ip ?? undefined,
    userAgent: input.user_agent ?? undefined,
  })
  return { click: new ClickTransformer(click).toObject(), visitor_id: click.visitorId }
}

export async function trackLead(
  workspace: Workspace,
  input: Infer<typeof trackedLead>,
  actor: Actor,
  keep?: Keep
) {
  return together.record(workspace, leadOf(input), actor, keptBy(keep))
}

export async function trackSale(
  workspace: Workspace,
  input: Infer<typeof trackedSale>,
  actor: Actor,
  keep?: Keep
) {
  const track = () => together.record(workspace, saleOf(input), actor, keptBy(keep))
  return input.test ? tryOut(workspace, input, track) : track()
}

/** Leads and sales as if they came one after the other, each with its own outcome. */
export async function trackConversions(
  workspace: Workspace,
  inputs: ConversionInput[],
  actor: Actor
): Promise<Outcome<Tracked>[]> {
  return recordConversions(workspace, inputs, actor, tracked)
}

export async function trackRefund(
  workspace: Workspace,
  input: Infer<typeof trackedRefund>,
  actor: Actor
): Promise<Tracked> {
  const { refund, created } = await recordRefund(
    workspace.id,
    {
      externalId: input.external_id,
      conversionExternalId: input.conversion_external_id,
      amount: input.amount,
      kind: input.kind,
      reason: input.reason,
      occurredAt: input.occurred_at,
    },
    actor
  )
  const waits = refund.state === 'waiting'
  return {
    status: waits ? 202 : created ? 201 : 200,
    result: { refund: new RefundTransformer(refund).toObject() },
  }
}

/** Keeps what is answered as it is sent. */
function keptBy(keep: Keep | undefined) {
  return (
    keep &&
    (({ status, result }: Tracked) => keep({ status, headers: {}, body: JSON.stringify(result) }))
  )
}

function tracked({ conversion, created, referral, commissions }: Recorded): Tracked {
  return {
    status: conversion.openUntil ? 202 : created ? 201 : 200,
    result: {
      conversion: new ConversionTransformer(conversion).toObject(),
      referral: referral && new ReferralTransformer(referral).toObject(),
      commissions: commissions.map((commission) =>
        new CommissionTransformer(commission).toObject()
      ),
      attributed: conversion.affiliateId !== null,
      explanation: conversion.explanation,
    },
  }
}
