import { refuseField } from '#http/answer'
import type Workspace from '#models/workspace'

/** The two that a link or coupon is made for; the workspace's default campaign when none is named. */
export async function affiliateAndCampaign(
  workspace: Workspace,
  affiliateId: string,
  campaignId?: string
) {
  const affiliate = await workspace.related('affiliates').query().where('id', affiliateId).first()
  if (!affiliate) return refuseField('affiliate_id', 'There is no affiliate with this id.')

  const id = campaignId ?? workspace.defaultCampaignId
  if (!id) return refuseField('campaign_id', 'There is no campaign yet. Make one first.')
  const campaign = await workspace.related('campaigns').query().where('id', id).first()
  if (!campaign) return refuseField('campaign_id', 'There is no campaign with this id.')
  return { affiliate, campaign }
}
