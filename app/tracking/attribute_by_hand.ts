import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { takeTurn } from '#core/turns'
import { takeConversionTurn } from '#ledger/conversion_turn'
import { retryOnUnique } from '#core/unique'
import { ConflictException } from '#exceptions/errors'
import { settleConversion } from '#ledger/settle'
import { lockedFamiliesOf, voidFamilies } from '#ledger/void_families'
import { nameOf } from '#models/names'
import Referral from '#models/referral'
import Workspace from '#models/workspace'
import { settleAttribution } from '#tracking/attribute_conversion'
import { toldOf } from '#tracking/facts'
import { Piece } from '#tracking/piece'
import type { Actor } from '#core/actor'
import type Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import type Conversion from '#models/conversion'

export interface Decision {
  affiliate: Affiliate
  /** Null: that of the customer's referral, else of the conversion, else the workspace's default. */
  campaign: Campaign | null
  /** In words; it is shown with the commission. */
  reason: string
}

/**
 * A person says whose conversion this is: one of nobody's, or one that went to the wrong affiliate, whose
 * commission is voided then. A customer of nobody's is bound; one of another affiliate stays theirs.
 *
 * @throws ConflictException when it is this affiliate's already, or the campaign bound nobody then
 * @throws CommissionLockedException when what it earned is being paid or is paid
 */
export function attributeByHand(conversion: Conversion, decision: Decision, actor: Actor) {
  return retryOnUnique('referrals_customer_unique', () =>
    atomically(() => attribute(conversion, decision, actor))
  )
}

async function attribute(
  conversion: Conversion,
  { affiliate, campaign, reason }: Decision,
  actor: Actor
) {
  await takeConversionTurn(conversion.workspaceId, conversion.externalId)
  await takeTurn('customer', conversion.workspaceId, conversion.customerExternalId)
  await conversion.refresh()
  const { affiliateId: before } = conversion
  const workspace = await Workspace.findOrFail(conversion.workspaceId)
  const campaignId = campaign?.id ?? (await usualCampaign(workspace, conversion, affiliate))
  if (before === affiliate.id && conversion.campaignId === campaignId)
    throw new ConflictException('This conversion is attributed to this affiliate already.')

  const families = await lockedFamiliesOf([conversion.id], affiliate)
  await voidFamilies(families, actor, 'attribution_corrected')

  const sentence = `attributed by hand by ${await nameOf(actor)}: ${reason}`
  const found = { by: 'hand', affiliateId: affiliate.id, campaignId, sentence } as const
  conversion.merge({ openUntil: null })
  const piece = await Piece.about(workspace, [toldOf(conversion)], [found])
  if (!(await settleAttribution(piece, conversion, found, actor)))
    throw new ConflictException(`It cannot be attributed: ${conversion.explanation}.`)
  await piece.write()
  await conversion.save()

  await record(conversion, {
    type: 'conversion.attributed',
    actor,
    reason: before ? 'corrected' : 'by_hand',
    note: reason,
    data: { affiliate_id: affiliate.id, campaign_id: campaignId, from_affiliate_id: before },
  })
  await settleConversion(conversion.id, actor, 'refund')
}

async function usualCampaign(workspace: Workspace, conversion: Conversion, { id }: Affiliate) {
  const bond = await Referral.inForce(workspace.id, conversion.customerExternalId)
  const campaignId =
    (bond?.affiliateId === id && bond.campaignId) ||
    conversion.campaignId ||
    workspace.defaultCampaignId
  if (campaignId) return campaignId
  throw new ConflictException('There is no campaign yet. Make one first.')
}
