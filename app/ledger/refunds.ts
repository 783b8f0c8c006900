import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record as recordEvent } from '#core/events'
import { transition } from '#core/transition'
import { takeConversionTurn } from '#ledger/conversion_turn'
import { retryOnUnique } from '#core/unique'
import { ConflictException, InvalidFieldsException } from '#exceptions/errors'
import { settleConversion } from '#ledger/settle'
import { lockAffiliates } from '#models/affiliate'
import Commission from '#models/commission'
import Conversion from '#models/conversion'
import Refund from '#models/refund'
import { formatMoney } from '#money/format'
import { namesOf } from '#privacy/pseudonym'
import type { Actor } from '#core/actor'
import type { RefundKind } from '#models/types'
import type { DateTime } from 'luxon'

export interface RefundInput {
  externalId: string
  conversionExternalId: string
  /** Minor units; all that is left when absent. */
  amount?: number
  kind?: RefundKind
  reason?: string | null
  occurredAt?: DateTime
}

interface Recorded {
  refund: Refund
  /** false when this external_id was recorded before. */
  created: boolean
}

/**
 * Records money given back. It is applied at once, or waits for its sale.
 *
 * @throws ConflictException when the external_id names another refund
 * @throws InvalidFieldsException when more is asked than is left
 */
export async function recordRefund(
  workspaceId: string,
  input: RefundInput,
  actor: Actor
): Promise<Recorded> {
  return retryOnUnique('refunds_workspace_external_unique', () =>
    atomically(async () => {
      await takeConversionTurn(workspaceId, input.conversionExternalId)
      const known = await Refund.query()
        .where('workspace_id', workspaceId)
        .whereIn('external_id', namesOf(workspaceId, input.externalId))
        .first()
      if (known) return { refund: sameAs(known, input), created: false }

      const conversion = await lockedConversion(workspaceId, input.conversionExternalId)
      const refund = await Refund.create({
        workspaceId,
        externalId: input.externalId,
        conversionExternalId: input.conversionExternalId,
        kind: input.kind ?? 'refund',
        reason: input.reason ?? null,
        requestedAmount: input.amount ?? null,
        currency: conversion?.currency ?? null,
        occurredAt: input.occurredAt ?? clock.now(),
        state: 'waiting',
        cut: false,
      })
      await recordEvent(refund, { type: 'refund.recorded', actor, to: 'waiting' })
      if (conversion) await apply(refund, conversion, actor, { mayCut: false })
      return { refund, created: true }
    })
  )
}

/** Applies what waited for this conversion, oldest first, each cut to what is left. */
export async function applyWaiting(conversion: Conversion, actor: Actor) {
  const waiting = await Refund.query()
    .where({
      workspace_id: conversion.workspaceId,
      state: 'waiting',
      conversion_external_id: conversion.externalId,
    })
    .orderBy('id')
  for (const refund of waiting) {
    if (conversion.left > 0) await apply(refund, conversion, actor, { mayCut: true })
    else await transition(refund, 'drop', { actor, reason: 'nothing_left' })
  }
}

/** A won chargeback or a failed refund: the money was not given back after all. */
export async function undoRefund(refund: Refund, actor: Actor, reason: string) {
  await atomically(async () => {
    await takeConversionTurn(refund.workspaceId, refund.conversionExternalId)
    const conversion = await lockedConversion(refund.workspaceId, refund.conversionExternalId)
    await transition(refund, 'undo', { actor, reason, set: { undone_at: clock.now().toJSDate() } })
    if (!conversion)
      throw new Error(`Refund ${refund.id} was applied to a conversion that is not there`)

    await conversion.merge({ refundedAmount: conversion.refundedAmount - refund.amount! }).save()
    await settleConversion(conversion.id, actor, `${refund.kind}_undone`)
  })
}

async function apply(
  refund: Refund,
  conversion: Conversion,
  actor: Actor,
  { mayCut }: { mayCut: boolean }
) {
  const asked = refund.requestedAmount ?? conversion.left
  if (!mayCut) refuseTooMuch(asked, conversion)
  const amount = Math.min(asked, conversion.left)

  await transition(refund, 'apply', {
    actor,
    data: { conversion_id: conversion.id, amount, currency: conversion.currency, asked },
    set: {
      amount,
      cut: amount < asked,
      currency: conversion.currency,
      conversion_id: conversion.id,
      applied_at: clock.now().toJSDate(),
    },
  })
  await conversion.merge({ refundedAmount: conversion.refundedAmount + amount }).save()
  await settleConversion(conversion.id, actor, refund.kind)
}

function refuseTooMuch(asked: number, { left, currency }: Conversion) {
  if (asked > 0 && asked <= left) return
  const sentence =
    left === 0
      ? 'Nothing is left to refund on this conversion.'
      : `Only ${formatMoney(left, currency!)} is left to refund on this conversion.`
  throw InvalidFieldsException.on('amount', 'left', sentence)
}

/** The conversion, after the affiliates of its families were locked. Its turn was taken, so it gains none meanwhile. */
async function lockedConversion(workspaceId: string, externalId: string) {
  const conversion = await Conversion.query()
    .where('workspace_id', workspaceId)
    .whereIn('external_id', namesOf(workspaceId, externalId))
    .first()
  if (!conversion) return null

  const commissions = await Commission.query()
    .where('conversion_id', conversion.id)
    .select('affiliate_id')
  await lockAffiliates(commissions.map(({ affiliateId }) => affiliateId))
  return Conversion.query().where('id', conversion.id).forUpdate().firstOrFail()
}

function sameAs(known: Refund, input: RefundInput) {
  const same =
    namesOf(known.workspaceId, input.conversionExternalId).includes(known.conversionExternalId) &&
    known.kind === (input.kind ?? 'refund') &&
    known.requestedAmount === (input.amount ?? null)
  if (same) return known
  throw new ConflictException('This external_id names another refund already.', {
    id: known.id,
    external_id: known.externalId,
    conversion_external_id: known.conversionExternalId,
    kind: known.kind,
    amount: known.requestedAmount,
  })
}
