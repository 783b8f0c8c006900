import { ConflictException } from '#exceptions/errors'
import { fingerprint, withoutCustomer, type ConversionInput } from '#tracking/input'
import type { Actor } from '#core/actor'
import type { Plain } from '#core/plain'
import type Conversion from '#models/conversion'
import type { ConversionKind } from '#models/types'
import type { Told } from '#tracking/facts'
import type { Piece } from '#tracking/piece'

/** Adds a conversion that is nobody's yet to the piece, with its event. */
export function addConversion(
  piece: Piece,
  input: ConversionInput,
  { occurredAt }: Told,
  actor: Actor
) {
  const sent = stored(input)
  const conversion = piece.add({
    workspaceId: piece.workspace.id,
    externalId: input.externalId,
    kind: input.kind ?? kindOf(piece, input),
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
    input: sent,
    fingerprint: fingerprint(sent),
    occurredAt,
  })
  piece.tell(conversion, {
    type: 'conversion.recorded',
    actor,
    data: { kind: conversion.kind, amount: conversion.amount, currency: conversion.currency },
  })
  return conversion
}

/** A payment of a subscription seen before is a renewal. */
function kindOf(piece: Piece, { subscriptionId }: ConversionInput): ConversionKind {
  return subscriptionId && piece.isKnown(subscriptionId) ? 'renewal' : 'sale'
}

function stored(input: ConversionInput): Record<string, unknown> {
  return { ...input, occurredAt: input.occurredAt?.toUTC().toISO() }
}

/**
 * The conversion that was recorded before, where the same is told again.
 *
 * @throws ConflictException when it is another
 */
export function sameAs(known: Plain<Conversion>, input: ConversionInput) {
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
