import db from '@adonisjs/lucid/services/db'
import type Link from '#models/link'
import type { AffiliateState, CampaignState } from '#models/types'

/** All that a click needs to know of its link. Plain data, so that it can be kept in memory. */
export interface LinkTarget {
  id: string
  workspaceId: string
  affiliateId: string
  campaignId: string
  refParam: string
  destinationUrl: string | null
  campaignUrl: string
  campaignState: CampaignState
  affiliateState: AffiliateState
  cookieDays: number
}

const columns = {
  id: 'links.id',
  workspaceId: 'links.workspace_id',
  affiliateId: 'links.affiliate_id',
  campaignId: 'links.campaign_id',
  refParam: 'links.ref_param',
  destinationUrl: 'links.destination_url',
  campaignUrl: 'campaigns.destination_url',
  campaignState: 'campaigns.state',
  affiliateState: 'affiliates.state',
  campaignDays: 'campaigns.cookie_days',
  workspaceDays: 'workspaces.cookie_days',
}

export async function findTarget(refParam: string): Promise<LinkTarget | null> {
  const row = await joined().where('links.ref_param', refParam).first()
  return row ? targetFrom(row) : null
}

export async function targetOf(link: Link): Promise<LinkTarget> {
  return targetFrom(await joined().where('links.id', link.id).firstOrFail())
}

function joined() {
  return db
    .from('links')
    .join('campaigns', 'campaigns.id', 'links.campaign_id')
    .join('affiliates', 'affiliates.id', 'links.affiliate_id')
    .join('workspaces', 'workspaces.id', 'links.workspace_id')
    .select(columns)
}

type Row = Omit<LinkTarget, 'cookieDays'> & { campaignDays: number | null; workspaceDays: number }

function targetFrom({ campaignDays, workspaceDays, ...target }: Row): LinkTarget {
  return { ...target, cookieDays: campaignDays ?? workspaceDays }
}
