import type { Icon } from '#views/icons'

interface Item {
  label: string
  href: string
  icon: Icon
  needs?: string
  /** Pages that belong to it under another path. */
  also?: string[]
}

const groups: { label: string | null; items: Item[] }[] = [
  {
    label: null,
    items: [
      { label: 'Overview', href: '/', icon: 'overview' },
      { label: 'Reports', href: '/reports', icon: 'chart', needs: 'v1.reports.read' },
    ],
  },
  {
    label: 'Program',
    items: [
      { label: 'Campaigns', href: '/campaigns', icon: 'campaign', needs: 'v1.campaigns.read' },
      { label: 'Affiliates', href: '/affiliates', icon: 'affiliate', needs: 'v1.affiliates.read' },
      {
        label: 'Links',
        href: '/links',
        icon: 'link',
        needs: 'v1.links.read',
        also: ['/coupons'],
      },
    ],
  },
  {
    label: 'Money',
    items: [
      { label: 'Referrals', href: '/referrals', icon: 'referral', needs: 'v1.referrals.read' },
      {
        label: 'Conversions',
        href: '/conversions',
        icon: 'conversion',
        needs: 'v1.conversions.read',
      },
      {
        label: 'Commissions',
        href: '/commissions',
        icon: 'commission',
        needs: 'v1.commissions.read',
      },
      {
        label: 'Payouts',
        href: '/payout_runs',
        icon: 'payout',
        needs: 'v1.payouts.read',
        also: ['/payouts'],
      },
    ],
  },
  {
    label: 'Workspace',
    items: [
      {
        label: 'Tracking',
        href: '/tracking',
        icon: 'click',
        needs: 'v1.workspace.read',
        also: ['/sources', '/source_events'],
      },
      { label: 'API keys', href: '/api_keys', icon: 'key', needs: 'v1.api_keys.read' },
      { label: 'API docs', href: '/api/docs', icon: 'file' },
      { label: 'Activity', href: '/events', icon: 'activity', needs: 'v1.events.read' },
      { label: 'Jobs', href: '/jobs', icon: 'job', needs: 'v1.jobs.read' },
      {
        label: 'Members',
        href: '/members',
        icon: 'user',
        needs: 'v1.members.read',
        also: ['/invitations', '/mails', '/ownership'],
      },
      { label: 'Settings', href: '/settings', icon: 'settings', needs: 'v1.workspace.read' },
    ],
  },
]

/** The sidebar for someone who `may` do some things, with the item of this path marked. */
export function navigation(path: string, may: (permission: string) => boolean = () => true) {
  return groups
    .map(({ label, items }) => ({
      label,
      items: items
        .filter(({ needs }) => !needs || may(needs))
        .map((item) => ({
          ...item,
          current: [item.href, ...(item.also ?? [])].some((href) => isAt(path, href)),
        })),
    }))
    .filter(({ items }) => items.length > 0)
}

function isAt(path: string, href: string) {
  return path === href || (href !== '/' && path.startsWith(`${href}/`))
}
