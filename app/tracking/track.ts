import { leadOf, saleOf } from '#http/tracked'
import { recordRefund } from '#ledger/refunds'
import { tryOut } from '#tracking/test_sale'
import { Together, type Sent } from '#tracking/together'
import { keepAnswers, keepItems, type Tracked } from '#tracking/tracked'
import CommissionTransformer from '#transformers/commission_transformer'
import ConversionTransformer from '#transformers/conversion_transformer'
import ReferralTransformer from '#transformers/referral_transformer'
import RefundTransformer from '#transformers/refund_transformer'
import type { Once } from '#http/once_together'
import type { trackedLead, trackedRefund, trackedSale } from '#validators/tracking'
import type { Infer } from '@vinejs/vine/types'
import type { Actor } from '#core/actor'
import type { Recorded } from '#tracking/record_conversion'
import type Workspace from '#models/workspace'

/** What a server tells of its visitors and customers, and what it is answered. */

/**
 * Under the key of a request each, and under those of one request's items, which are texts at once: a thousand answers
 * wait for the last, and V8 carries what waits about.
 */
const together = new Together(tracked, keepAnswers)
const items = new Together((recorded) => JSON.stringify(tracked(recorded)), keepItems)

export async function trackLead(
  workspace: Workspace,
  input: Infer<typeof trackedLead>,
  actor: Actor,
  once?: Once
) {
  return together.record(workspace, { input: leadOf(input), once }, actor)
}

export async function trackSale(
  workspace: Workspace,
  input: Infer<typeof trackedSale>,
  actor: Actor,
  once?: Once
) {
  const track = () => together.record(workspace, { input: saleOf(input), once }, actor)
  return input.test ? tryOut(workspace, input, track) : track()
}

/**
 * Leads and sales of one request as if they came one after the other, each with its own outcome: a `Tracked` as JSON.
 */
export function trackConversions(workspace: Workspace, sent: Sent[], actor: Actor) {
  return items.recordAll(workspace, sent, actor)
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
