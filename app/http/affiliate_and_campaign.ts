import { refuseField } from '#http/answer'
import type Workspace from '#models/workspace'

/** The affiliate that a field names. */
export async function namedAffiliate(workspace: Workspace, id: string) {
  const affiliate = await workspace.related('affiliates').query().where('id', id).first()
  return affiliate ?? refuseField('affiliate_id', 'There is no affiliate with this id.')
}

/** The campaign that a field names, where it does. */
export async function namedCampaign(workspace: Workspace, id: string | null | undefined) {
  if (!id) return null
  const campaign = await workspace.related('campaigns').query().where('id', id).first()
  return campaign ?? refuseField('campaign_id', 'There is no campaign with this id.')
}

/** The two that a link or coupon is made for; the workspace's default campaign when none is named. */
export async function affiliateAndCampaign(
  workspace: Workspace,
  affiliateId: string,
  campaignId?: string
) {
  const affiliate = await namedAffiliate(workspace, affiliateId)
  const campaign = await namedCampaign(workspace, campaignId ?? workspace.defaultCampaignId)
  if (!campaign) return refuseField('campaign_id', 'There is no campaign yet. Make one first.')
  return { affiliate, campaign }
}
