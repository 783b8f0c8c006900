import { system, type Actor } from '#core/actor'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { oneByOne } from '#core/one_by_one'
import { takeTurn } from '#core/turns'
import { expireLeadOf } from '#ledger/expire'
import { takeConversionTurn } from '#ledger/conversion_turn'
import { settleConversion } from '#ledger/settle'
import Conversion from '#models/conversion'
import Workspace from '#models/workspace'
import { attribute, CLICK_WAIT_MINUTES } from '#terms/attribution'
import { settleAttribution } from '#tracking/attribute_conversion'
import { gather } from '#tracking/gather'
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
  workspace: Workspace,
  conversion: Conversion,
  input: ConversionInput,
  actor: Actor
) {
  await expireLeadOf(workspace, conversion.customerExternalId, conversion.occurredAt)
  const attribution = attribute({
    ...(await gather(workspace, input, conversion.occurredAt)),
    model: workspace.attribution,
    at: conversion.occurredAt,
    receivedAt: conversion.createdAt,
    now: clock.now(),
    zone: workspace.timezone,
  })

  if (attribution.by === 'wait') {
    const openUntil = conversion.createdAt.plus({ minutes: CLICK_WAIT_MINUTES })
    await conversion.merge({ openUntil, explanation: attribution.sentence }).save()
    return
  }
  if (conversion.open) await conversion.merge({ openUntil: null }).save()
  await settleAttribution(workspace, conversion, attribution, actor)
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
    const input = { ...inputOf(conversion), ...brought }
    const { coupon, visitorId } = input
    await conversion
      .merge({
        input: { ...conversion.input, ...brought },
        couponCode: coupon?.toUpperCase() ?? null,
        visitorId: visitorId ?? null,
      })
      .save()
    await decide(workspace, conversion, input, actor)
    await settleConversion(id, actor, 'refund')
    return !conversion.open
  })
}

/** Whose it is by its columns: where they are forgotten, what was sent does not say it any more. */
function inputOf(conversion: Conversion): ConversionInput {
  const { externalId, customerExternalId, visitorId, occurredAt } = conversion
  const input = conversion.input as unknown as ConversionInput
  return {
    ...{ customer: { externalId: customerExternalId }, visitorId: visitorId ?? undefined },
    ...input,
    ...{ externalId, occurredAt },
  }
}
