import { isbot } from 'isbot'
import type { Mark } from '#models/types'
import type { LinkTarget } from '#tracking/link_target'

/** Who asks comes before what for: a bot on a paused campaign is a bot. */
export function markOf(target: LinkTarget, userAgent: string | null): Mark | null {
  if (userAgent && isBot(userAgent)) return 'bot'
  if (target.campaignState !== 'active') return 'campaign_not_active'
  if (target.affiliateState !== 'active') return 'affiliate_not_active'
  return null
}

/** What was found of the user agents that came lately: browsers of one version all say the same. */
const known = new Map<string, boolean>()
const MOST = 1_000

function isBot(userAgent: string): boolean {
  const found = known.get(userAgent) ?? isbot(userAgent)
  if (!known.has(userAgent)) {
    if (known.size >= MOST) known.clear()
    known.set(userAgent, found)
  }
  return found
}
