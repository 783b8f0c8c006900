import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { recordFirst } from '#core/events'
import { takeTurn } from '#core/turns'
import { takeConversionTurn } from '#ledger/conversion_turn'
import { retryOnUnique } from '#core/unique'
import { ConflictException } from '#exceptions/errors'
import { applyWaiting } from '#ledger/refunds'
import Conversion from '#models/conversion'
import Referral from '#models/referral'
import { namesOf } from '#privacy/pseudonym'
import { fingerprint, withoutCustomer, type ConversionInput } from '#tracking/input'
import { decide } from '#tracking/decide'
import type { Actor } from '#core/actor'
import type { ConversionKind } from '#models/types'
import type Workspace from '#models/workspace'

interface Recorded {
  conversion: Conversion
  /** false when this external_id was recorded before. */
  created: boolean
}

/**
 * Records what a customer did: attributes it, binds the customer, and makes the commission that the terms
 * promise. The same again changes nothing and answers what is stored. A conversion that names a click which
 * is still on its way stays open until the click comes or its wait is over.
 *
 * @throws ConflictException when the external_id names a conversion with other contents
 */
export async function recordConversion(
  workspace: Workspace,
  input: ConversionInput,
  actor: Actor
): Promise<Recorded> {
  const races = [
    'conversions_workspace_external_unique',
    'referrals_customer_unique',
    'enrollments_campaign_affiliate_unique',
  ]
  return retryOnUnique(races, () =>
    atomically(async () => {
      await takeConversionTurn(workspace.id, input.externalId)
      const known = await Conversion.query()
        .where('workspace_id', workspace.id)
        .whereIn('external_id', namesOf(workspace.id, input.externalId))
        .first()
      if (known) return { conversion: sameAs(known, input), created: false }

      await takeTurn('customer', workspace.id, input.customer.externalId)
      const conversion = await store(workspace, input, actor)
      await decide(workspace, conversion, input, actor)
      await applyWaiting(conversion, actor)
      return { conversion, created: true }
    })
  )
}

async function store(workspace: Workspace, input: ConversionInput, actor: Actor) {
  const conversion = await Conversion.create({
    workspaceId: workspace.id,
    externalId: input.externalId,
    kind: input.kind ?? (await kindOf(workspace, input)),
    source: input.source ?? 'api',
    amount: input.amount,
    refundedAmount: 0,
    currency: input.currency ?? null,
    product: input.product ?? null,
    plan: input.plan ?? null,
    subscriptionId: input.subscriptionId ?? null,
    couponCode: input.coupon?.toUpperCase() ?? null,
    visitorId: input.visitorId ?? null,
    customerExternalId: input.customer.externalId,
    customerEmail: input.customer.email ?? null,
    customerName: input.customer.name ?? null,
    customerCountry: input.customer.country ?? null,
    explanation: '',
    input: stored(input),
    fingerprint: fingerprint(stored(input)),
    occurredAt: input.occurredAt ?? clock.now(),
  })
  await recordFirst(conversion, {
    type: 'conversion.recorded',
    actor,
    data: { kind: conversion.kind, amount: conversion.amount, currency: conversion.currency },
  })
  return conversion
}

/** A payment of a subscription seen before is a renewal. */
async function kindOf(workspace: Workspace, input: ConversionInput): Promise<ConversionKind> {
  if (!input.subscriptionId) return 'sale'
  const earlier = await Conversion.query()
    .where({ workspace_id: workspace.id, subscription_id: input.subscriptionId })
    .whereNot('kind', 'lead')
    .first()
  return earlier ? 'renewal' : 'sale'
}

function stored(input: ConversionInput): Record<string, unknown> {
  return { ...input, occurredAt: input.occurredAt?.toUTC().toISO() }
}

function sameAs(known: Conversion, input: ConversionInput) {
  const sent = known.forgottenAt ? withoutCustomer(stored(input)) : stored(input)
  if (known.fingerprint === fingerprint(sent)) return known
  throw new ConflictException('This external_id names another conversion already.', {
    id: known.id,
    external_id: known.externalId,
    kind: known.kind,
    amount: known.amount,
    currency: known.currency,
    occurred_at: known.occurredAt.toUTC().toISO(),
  })
}

/** The customer's referral after a conversion was recorded, for answers. */
export async function referralOf(conversion: Conversion) {
  return conversion.referralId ? Referral.find(conversion.referralId) : null
}
