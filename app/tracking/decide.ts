import { system, type Actor } from '#core/actor'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { oneByOne } from '#core/one_by_one'
import { takeTurn } from '#core/turns'
import { expireLead } from '#ledger/expire'
import { takeConversionTurn } from '#ledger/conversion_turn'
import { settleConversion } from '#ledger/settle'
import Conversion from '#models/conversion'
import Workspace from '#models/workspace'
import { attribute, CLICK_WAIT_MINUTES } from '#terms/attribution'
import { settleAttribution } from '#tracking/attribute_conversion'
import { gather, isOver } from '#tracking/gather'
import { Piece } from '#tracking/piece'
import { toldOf, type Told } from '#tracking/facts'
import type { Plain } from '#core/plain'
import type { ConversionInput } from '#tracking/input'

/** What may say who brought a customer. */
export type BroughtBy = Pick<ConversionInput, 'clickId' | 'visitorId' | 'ref' | 'coupon'>

/** Decides the conversions that waited for a click: it has come, or its time is over. */
export async function decideOpenConversions(): Promise<{ decided: number }> {
  const open = await Conversion.query().whereNotNull('open_until').orderBy('id').limit(1_000)
  let decided = 0
  await oneByOne(open, async (conversion) => {
    if (await decideAgain(conversion, ({ open: still }) => still, {}, system)) decided++
  })
  return { decided }
}

/**
 * Decides a conversion that is nobody's once more, with what came to be known of it since. Answers whether it
 * is somebody's now.
 */
export async function decideAnew(
  conversion: Conversion,
  brought: BroughtBy,
  actor: Actor
): Promise<boolean> {
  await decideAgain(conversion, (known) => !known.attributed && !known.forgottenAt, brought, actor)
  await conversion.refresh()
  return conversion.attributed
}

/** Attributes a conversion, or leaves it open for the click that it names. In the caller's transaction. */
export async function decide(
  piece: Piece,
  conversion: Plain<Conversion>,
  told: Told,
  actor: Actor
) {
  const { workspace } = piece
  await expireLeadBefore(piece, conversion)
  const attribution = attribute({
    ...gather(piece, told),
    model: workspace.attribution,
    at: conversion.occurredAt,
    receivedAt: conversion.createdAt,
    now: clock.now(),
    zone: workspace.timezone,
  })

  if (attribution.by === 'wait') {
    const openUntil = conversion.createdAt.plus({ minutes: CLICK_WAIT_MINUTES })
    Object.assign(conversion, { openUntil, explanation: attribution.sentence })
    return
  }
  conversion.openUntil = null
  await settleAttribution(piece, conversion, attribution, actor)
}

/** A lead whose days were over when this occurred binds its customer no more. */
async function expireLeadBefore(
  piece: Piece,
  { customerExternalId, occurredAt }: Plain<Conversion>
) {
  const referral = piece.referralOf(customerExternalId)
  if (referral?.state !== 'lead' || !isOver(piece, referral, occurredAt)) return

  await piece.write()
  await expireLead(referral)
  piece.unbind(referral)
}

async function decideAgain(
  { id, workspaceId, externalId, customerExternalId }: Conversion,
  wanted: (conversion: Conversion) => boolean,
  brought: BroughtBy,
  actor: Actor
): Promise<boolean> {
  return atomically(async () => {
    await takeConversionTurn(workspaceId, externalId)
    await takeTurn('customer', workspaceId, customerExternalId)
    const conversion = await Conversion.findOrFail(id)
    if (!wanted(conversion)) return false

    const workspace = await Workspace.findOrFail(workspaceId)
    const sent = conversion.input as unknown as ConversionInput
    const told = { ...sent, ...toldOf(conversion), ...brought }
    const { coupon, visitorId } = told
    conversion.merge({
      input: { ...conversion.input, ...brought },
      couponCode: coupon?.toUpperCase() ?? null,
      visitorId: visitorId ?? null,
    })
    const piece = await Piece.about(workspace, [told])
    await decide(piece, conversion, told, actor)
    await piece.write()
    await conversion.save()
    await settleConversion(id, actor, 'refund')
    return !conversion.open
  })
}
