import db from '@adonisjs/lucid/services/db'
import { transitionAll } from '#core/transition'
import { clock } from '#core/clock'
import { record, stateAt } from '#ledger/record_commission'
import Commission from '#models/commission'
import Conversion from '#models/conversion'
import Payout from '#models/payout'
import { familyTarget, settlement } from '#money/family'
import { formatMoney } from '#money/format'
import { freezeIfApproved } from '#payouts/approve'
import { joinPayout, leavePayouts } from '#payouts/lines'
import type { Actor } from '#core/actor'
import type { CommissionState } from '#models/types'

/**
 * Brings a family (an original and its reversals) to its target: voids all of it, or adds one row of the
 * difference. A negative one joins the payout that awaits approval with its original; nothing is ever added to a
 * payout that someone may have approved already. Runs inside the caller's transaction, which has locked the affiliate.
 */
export async function settle(original: Commission, actor: Actor, because: string) {
  await finishApprovals(await familyOf(original))
  const family = await familyOf(original)
  const target = await targetOf(original)
  const outcome = settlement({ target, rows: family })

  if (outcome.kind === 'void_all') await voidAll(family, actor, because)
  if (outcome.kind === 'add')
    await addDifference(
      family.find(({ id }) => id === original.id)!,
      outcome.amount,
      actor,
      because
    )
}

/** A payout whose run is approved is not changed any more, though the job has not come to it yet. */
export async function finishApprovals(family: Commission[]) {
  const payoutIds = family.flatMap(({ payoutId }) => payoutId ?? [])
  for (const payout of await Payout.query().whereIn('id', payoutIds).orderBy('run_id'))
    await freezeIfApproved(payout)
}

/** An original and its reversals, oldest first. */
export async function familyOf(original: Commission) {
  return Commission.query()
    .where((either) => either.where('id', original.id).orWhere('reversal_of', original.id))
    .orderBy('id')
    .exec()
}

/** What the family's rows that are not voided must sum to, in minor units. */
export async function targetOf(original: Commission) {
  const conversion = original.conversionId
    ? await Conversion.findOrFail(original.conversionId)
    : null
  return familyTarget({
    original: original.amount,
    conversionAmount: conversion?.amount ?? null,
    refunded: conversion?.refundedAmount ?? 0,
    voided: original.voidReason !== null,
  })
}

async function voidAll(family: Commission[], actor: Actor, because: string) {
  const open = family.filter(({ state }) => state !== 'voided')
  await leavePayouts(open, actor, because)
  await transitionAll(
    Commission,
    'void',
    open.map(({ id }) => id),
    {
      actor,
      reason: because,
      set: { voided_at: clock.now().toJSDate() },
    }
  )
}

async function addDifference(original: Commission, amount: number, actor: Actor, because: string) {
  const state = stateOfDifference(original)
  const reversal = await record(
    {
      workspaceId: original.workspaceId,
      affiliateId: original.affiliateId,
      campaignId: original.campaignId,
      conversionId: original.conversionId,
      referralId: original.referralId,
      linkId: original.linkId,
      kind: 'reversal',
      amount,
      currency: original.currency,
      reversalOf: original.id,
      dueAt: original.dueAt,
      state,
      heldReasons: state === 'held' ? original.heldReasons : [],
      explanation: sentence(original, amount, because),
    },
    actor
  )
  if (amount > 0 || !original.payoutId) return
  const payout = await Payout.findOrFail(original.payoutId)
  if (payout.state === 'awaiting_approval') await joinPayout(payout, [reversal], actor, because)
}

/**
 * The original's, while that waits. What refunds voided and a won chargeback brings back waits as the original
 * would have: it is no way round a hold.
 */
function stateOfDifference(original: Commission): CommissionState {
  if (original.state === 'held' || original.state === 'pending') return original.state
  if (original.state !== 'voided') return 'due'
  return original.heldReasons.length > 0 ? 'held' : stateAt(original.dueAt)
}

function sentence(original: Commission, amount: number, because: string) {
  const money = formatMoney(Math.abs(amount), original.currency)
  const whole = formatMoney(original.amount, original.currency)
  return amount < 0
    ? `${because}: ${money} of ${whole} taken back`
    : `${because}: ${money} of ${whole} given again`
}

/** Settles every family of a conversion. */
export async function settleConversion(conversionId: string, actor: Actor, because: string) {
  const originals = await Commission.query()
    .where('conversion_id', conversionId)
    .whereNull('reversal_of')
    .orderBy('id')
  for (const original of originals) await settle(original, actor, because)
}

/** Settles the families that these commissions belong to. */
export async function settleFamiliesOf(commissionIds: string[], actor: Actor, because: string) {
  const rows = await db.from('commissions').whereIn('id', commissionIds).select('id', 'reversal_of')
  const originals = [...new Set(rows.map((row) => (row.reversal_of ?? row.id) as string))].sort()
  for (const original of await Commission.query().whereIn('id', originals).orderBy('id')) {
    await settle(original, actor, because)
  }
}
