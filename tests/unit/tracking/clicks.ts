import { clickRow, type ClickRow } from '#tracking/click_row'
import type { LinkTarget } from '#tracking/link_target'

const target: LinkTarget = {
  id: 'link_1',
  workspaceId: 'ws_1',
  affiliateId: 'aff_1',
  campaignId: 'camp_1',
  refParam: 'jane',
  destinationUrl: null,
  campaignUrl: 'https://shop.example.com/',
  campaignState: 'active',
  affiliateState: 'active',
  cookieDays: 60,
}

export function aTarget(changes: Partial<LinkTarget> = {}): LinkTarget {
  return { ...target, ...changes }
}

export function aClick(): ClickRow {
  return clickRow(target, { userAgent: 'Firefox', ip: '198.51.100.7' })
}
