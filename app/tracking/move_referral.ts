import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { stateAtInstant } from '#core/history'
import { takeTurn } from '#core/turns'
import { takeConversionTurn } from '#ledger/conversion_turn'
import { ConflictException, InvalidTransitionException } from '#exceptions/errors'
import { settleConversion } from '#ledger/settle'
import { isLocked, lockedFamiliesOf, voidFamilies } from '#ledger/void_families'
import Conversion from '#models/conversion'
import { nameOf } from '#models/names'
import Workspace from '#models/workspace'
import { toldOf } from '#tracking/facts'
import { pay } from '#tracking/pay_conversion'
import { Piece } from '#tracking/piece'
import type { Actor } from '#core/actor'
import type Affiliate from '#models/affiliate'
import type Commission from '#models/commission'
import type Referral from '#models/referral'

export interface Move {
  affiliate: Affiliate
  /** Whether what the customer earned so far goes along, as far as it is not paid. */
  withCommissions: boolean
  reason?: string | null
  note?: string | null
}

export interface Moved {
  /** How many conversions earn for the new affiliate now, and of how many the commission stayed: it is paid, or being paid. */
  moved: number
  stayed: number
}

/**
 * Binds the customer to another affiliate. Their commissions stay, or go along: those that nobody is paid for yet
 * are voided and recorded anew, by the new affiliate's terms and with the holds that they call for.
 *
 * @throws ConflictException when the customer is that affiliate's already
 * @throws InvalidTransitionException when the referral is denied or expired
 */
export async function moveReferral(referral: Referral, move: Move, actor: Actor): Promise<Moved> {
  return atomically(async () => {
    const conversions = await lockedConversions(referral)
    refuseMove(referral, move.affiliate)

    const ids = conversions.map(({ id }) => id)
    const families = await lockedFamiliesOf(ids, move.affiliate)
    const from = referral.affiliateId
    const sentence = `customer moved from another affiliate by ${await nameOf(actor)}`
    await referral
      .merge({
        affiliateId: move.affiliate.id,
        linkId: null,
        couponId: null,
        attributedBy: 'hand',
        explanation: sentence,
      })
      .save()

    const done = { moved: 0, stayed: 0 }
    for (const conversion of move.withCommissions ? conversions : []) {
      const own = families.filter(({ conversionId }) => conversionId === conversion.id)
      if (own.length === 0) continue
      const moved = await moveConversion(conversion, own, referral, sentence, actor)
      done[moved ? 'moved' : 'stayed']++
    }
    await record(referral, {
      type: 'referral.moved',
      actor,
      reason: move.reason,
      note: move.note,
      data: { from_affiliate_id: from, affiliate_id: move.affiliate.id, ...done },
    })
    return done
  })
}

/**
 * The referral's conversions, oldest first, each in its turn, so that no refund comes between. What the customer
 * does meanwhile waits for theirs.
 */
async function lockedConversions(referral: Referral) {
  const read = () => Conversion.query().where('referral_id', referral.id).orderBy('id')
  const inTurn = async (conversions: Conversion[]) => {
    for (const name of conversions.map(({ externalId }) => externalId).sort())
      await takeConversionTurn(referral.workspaceId, name)
  }
  await inTurn(await read())
  await takeTurn('customer', referral.workspaceId, referral.customerExternalId)
  await referral.refresh()
  const conversions = await read()
  await inTurn(conversions)
  return conversions
}

function refuseMove({ state, affiliateId }: Referral, to: Affiliate) {
  if (state === 'denied' || state === 'expired')
    throw new InvalidTransitionException(`This referral is ${state}: it cannot be moved.`, {
      state,
    })
  if (affiliateId === to.id)
    throw new ConflictException('This customer is bound to this affiliate already.')
}

/** Whether the commission of a conversion went along. A referrer's share goes with the commission that it is a share of. */
async function moveConversion(
  conversion: Conversion,
  families: Commission[],
  referral: Referral,
  sentence: string,
  actor: Actor
): Promise<boolean> {
  const free: Commission[] = []
  for (const family of families) if (!(await isLocked(family))) free.push(family)
  const earned = free.find(({ kind }) => kind !== 'referral_share')
  if (!earned) return false

  await voidFamilies(free, actor, 'referral_moved')
  const workspace = await Workspace.findOrFail(conversion.workspaceId)
  const to = { affiliateId: referral.affiliateId, campaignId: conversion.campaignId! }
  const piece = await Piece.about(workspace, [toldOf(conversion)], [to])
  const campaign = piece.found.campaign(to.campaignId)!
  conversion.merge({
    affiliateId: referral.affiliateId,
    linkId: null,
    attributedBy: 'hand',
    explanation: sentence,
  })
  await pay(piece, {
    conversion,
    campaign,
    campaignState: await stateAtInstant(campaign, conversion.occurredAt),
    referral,
    known: false,
    firstPaymentAt: (await paidBefore(conversion)) ? referral.firstPaymentAt : null,
    held: earned.heldReasons.filter(({ code }) => code === 'by_hand'),
    actor,
  })
  await piece.write()
  await conversion.save()
  await settleConversion(conversion.id, actor, 'refund')
  return true
}

/** Whether the referral's first payment came before this conversion. */
async function paidBefore({ id, referralId }: Conversion) {
  const earlier = await Conversion.query()
    .where('referral_id', referralId!)
    .where('amount', '>', 0)
    .where('id', '<', id)
    .first()
  return earlier !== null
}
