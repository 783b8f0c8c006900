import { countOf } from '#views/count_of'
import { campaignFilter, linkedFilters } from '#views/pages/filters'
import type Workspace from '#models/workspace'

/** What a list of links or coupons can be narrowed by, and how many there are of both. */
export async function linksPage(workspace: Workspace, asked: Record<string, unknown>) {
  return {
    tabs: {
      links: await countOf(workspace.related('links').query()),
      coupons: await countOf(workspace.related('coupons').query()),
    },
    filters: [
      await campaignFilter(workspace),
      ...(await linkedFilters(workspace, asked, { affiliate_id: 'Affiliate' })),
    ],
  }
}
