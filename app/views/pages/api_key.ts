import { allows, type Permission } from '#http/permissions'
import { appUrl } from '#config/app'
import type ApiKey from '#models/api_key'
import type { PermissionMap } from '#models/types'

/** What a key can be tried with, the most telling first. */
const lists: [Permission, string][] = [
  ['v1.affiliates.read', '/affiliates'],
  ['v1.commissions.read', '/commissions'],
  ['v1.campaigns.read', '/campaigns'],
  ['v1.links.read', '/links'],
  ['v1.payouts.read', '/payout_runs'],
  ['v1.conversions.read', '/conversions'],
  ['v1.referrals.read', '/referrals'],
  ['v1.coupons.read', '/coupons'],
  ['v1.clicks.read', '/clicks'],
  ['v1.events.read', '/events'],
  ['v1.workspace.read', '/workspace'],
]

interface Pasted {
  says: string
  label: string
  text: string
}

/** What works as pasted, and what it does; null where the key may neither read nor track. */
export function firstCall(key: ApiKey): Pasted | null {
  if (key.kind === 'publishable') {
    return {
      says: 'Goes into every page of your site:',
      label: 'The snippet',
      text: `<script async src="${appUrl}/t.js?key=${key.secret}"></script>`,
    }
  }
  const label = 'A first call with curl'
  const url = (path: string) => `${appUrl}/api/v1${path}`
  if (key.kind === 'affiliate') {
    return {
      says: 'Shows what is owed to them:',
      label,
      text: lines(
        `curl '${url('/affiliate/balance')}'`,
        `-H 'Authorization: Bearer ${key.secret}'`
      ),
    }
  }
  const who = [`-H 'Authorization: Bearer ${key.secret}'`, `-H 'X-Account-Id: ${key.workspaceId}'`]
  const list = lists.find(([permission]) => allows(key.permissions, permission))
  if (list) {
    return {
      says: 'Lists what the key may read:',
      label,
      text: lines(`curl '${url(list[1])}'`, ...who),
    }
  }
  if (!allows(key.permissions, 'v1.track.write')) return null

  const lead = { external_id: `try-${key.lastFour}`, customer: { external_id: 'try-me' } }
  return {
    says: 'Records a lead that is attributed to nobody, and earns nothing:',
    label,
    text: lines(
      `curl '${url('/track/lead')}'`,
      ...who,
      `-H 'Content-Type: application/json'`,
      `-d '${JSON.stringify(lead)}'`
    ),
  }
}

/** Whether a map lets a key do anything at all. */
export function allowsNothing(map: PermissionMap) {
  return !Object.values(map).includes(true)
}

function lines(...parts: string[]) {
  return parts.join(' \\\n  ')
}
