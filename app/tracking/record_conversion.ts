import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record as recordEvent } from '#core/events'
import { oneByOne } from '#core/one_by_one'
import { takeTurn } from '#core/turns'
import { retryOnUnique } from '#core/unique'
import { ConflictException } from '#exceptions/errors'
import { expireLeadOf } from '#ledger/expire'
import { applyWaiting } from '#ledger/refunds'
import { settleConversion } from '#ledger/settle'
import Conversion from '#models/conversion'
import Referral from '#models/referral'
import Workspace from '#models/workspace'
import { namesOf } from '#privacy/pseudonym'
import { attribute } from '#terms/attribution'
import { CLICK_WAIT_MINUTES } from '#terms/attribution'
import { settleAttribution } from '#tracking/attribute_conversion'
import { gather } from '#tracking/gather'
import { fingerprint, withoutCustomer, type ConversionInput } from '#tracking/input'
import { system, type Actor } from '#core/actor'
import type { ConversionKind } from '#models/types'

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
      await takeTurn('conversion', workspace.id, input.externalId)
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

/** Decides the conversions that waited for a click: it has come, or its time is over. */
export async function decideOpenConversions(): Promise<{ decided: number }> {
  const open = await Conversion.query().whereNotNull('open_until').orderBy('id').limit(1_000)
  let decided = 0
  await oneByOne(open, async (conversion) => {
    if (await decideLater(conversion)) decided++
  })
  return { decided }
}

async function decideLater({
  id,
  workspaceId,
  externalId,
  customerExternalId,
}: Conversion): Promise<boolean> {
  return atomically(async () => {
    await takeTurn('conversion', workspaceId, externalId)
    await takeTurn('customer', workspaceId, customerExternalId)
    const conversion = await Conversion.findOrFail(id)
    if (!conversion.open) return false
    const workspace = await Workspace.findOrFail(conversion.workspaceId)
    await decide(workspace, conversion, inputOf(conversion), system)
    await settleConversion(conversion.id, system, 'refund')
    return !conversion.open
  })
}

async function decide(
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
  await conversion.merge({ openUntil: null }).save()
  await settleAttribution(workspace, conversion, attribution, actor)
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
  await recordEvent(conversion, {
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
