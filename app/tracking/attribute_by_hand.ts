import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { takeTurn } from '#core/turns'
import { retryOnUnique } from '#core/unique'
import { ConflictException } from '#exceptions/errors'
import { settleConversion } from '#ledger/settle'
import { lockedFamiliesOf, voidFamilies } from '#ledger/void_families'
import { nameOf } from '#models/names'
import Workspace from '#models/workspace'
import { settleAttribution } from '#tracking/attribute_conversion'
import type { Actor } from '#core/actor'
import type Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import type Conversion from '#models/conversion'

export interface Decision {
  affiliate: Affiliate
  campaign: Campaign
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
  const races = ['referrals_customer_unique', 'enrollments_campaign_affiliate_unique']
  return retryOnUnique(races, () => atomically(() => attribute(conversion, decision, actor)))
}

async function attribute(
  conversion: Conversion,
  { affiliate, campaign, reason }: Decision,
  actor: Actor
) {
  await takeTurn('conversion', conversion.workspaceId, conversion.externalId)
  await takeTurn('customer', conversion.workspaceId, conversion.customerExternalId)
  await conversion.refresh()
  const { affiliateId: before } = conversion
  if (before === affiliate.id && conversion.campaignId === campaign.id)
    throw new ConflictException('This conversion is attributed to this affiliate already.')

  const families = await lockedFamiliesOf([conversion.id], affiliate)
  await voidFamilies(families, actor, 'attribution_corrected')

  const sentence = `attributed by hand by ${await nameOf(actor)}: ${reason}`
  const workspace = await Workspace.findOrFail(conversion.workspaceId)
  const found = {
    by: 'hand',
    affiliateId: affiliate.id,
    campaignId: campaign.id,
    sentence,
  } as const
  await conversion.merge({ openUntil: null }).save()
  if (!(await settleAttribution(workspace, conversion, found, actor)))
    throw new ConflictException(`It cannot be attributed: ${conversion.explanation}.`)

  await record(conversion, {
    type: 'conversion.attributed',
    actor,
    reason: before ? 'corrected' : 'by_hand',
    note: reason,
    data: { affiliate_id: affiliate.id, campaign_id: campaign.id, from_affiliate_id: before },
  })
  await settleConversion(conversion.id, actor, 'refund')
}
