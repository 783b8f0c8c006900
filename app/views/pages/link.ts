import { campaignFilter, linkedFilters } from '#views/pages/filters'
import type Workspace from '#models/workspace'

/** What a list of links or coupons can be narrowed by. */
export async function linksPage(workspace: Workspace, asked: Record<string, unknown>) {
  return {
    filters: [
      await campaignFilter(workspace),
      ...(await linkedFilters(workspace, asked, { affiliate_id: 'Affiliate' })),
    ],
  }
}
