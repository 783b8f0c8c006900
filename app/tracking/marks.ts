import { isbot } from 'isbot'
import type { LinkTarget } from '#tracking/link_target'

/** Why a click does not count. It is stored and redirected all the same. */
export type Mark = 'bot' | 'prefetch' | 'campaign_not_active' | 'affiliate_not_active'

/** Who asks comes before what for: a bot on a paused campaign is a bot. */
export function markOf(target: LinkTarget, userAgent: string | null): Mark | null {
  if (userAgent && isbot(userAgent)) return 'bot'
  if (target.campaignState !== 'active') return 'campaign_not_active'
  if (target.affiliateState !== 'active') return 'affiliate_not_active'
  return null
}
