import type { PermissionMap, Role } from '#models/types'

/** What can be asked of each resource. `sessionOnly` ones are refused to every key. */
export const permissionList = {
  workspace: { actions: ['read', 'write'] },
  campaigns: { actions: ['read', 'write'] },
  affiliates: { actions: ['read', 'write'] },
  links: { actions: ['read', 'write'] },
  coupons: { actions: ['read', 'write'] },
  clicks: { actions: ['read'] },
  referrals: { actions: ['read', 'write'] },
  conversions: { actions: ['read', 'write'] },
  commissions: { actions: ['read', 'write'] },
  payouts: { actions: ['read', 'write', 'approve'] },
  track: { actions: ['write'] },
  reports: { actions: ['read'] },
  events: { actions: ['read'] },
  jobs: { actions: ['read', 'write'], sessionOnly: true },
  payout_methods: { actions: ['read', 'write'], sessionOnly: true },
  members: { actions: ['read', 'write'], sessionOnly: true },
  api_keys: { actions: ['read', 'write'], sessionOnly: true },
} as const satisfies Record<string, { actions: readonly Action[]; sessionOnly?: true }>

type Action = 'read' | 'write' | 'approve'
type Resource = keyof typeof permissionList

export type Permission = {
  [R in Resource]: `v1.${R}.${(typeof permissionList)[R]['actions'][number]}`
}[Resource]

export const permissions = Object.entries(permissionList).flatMap(([resource, { actions }]) =>
  actions.map((action) => `v1.${resource}.${action}`)
) as Permission[]

/** Names that a permission map may hold: each permission, a wildcard per resource, and `all`. */
export const mapKeys = new Set<string>([
  'all',
  ...permissions,
  ...Object.keys(permissionList).map((resource) => `v1.${resource}.*`),
])

/** Whether a key, whatever its map says, is refused. */
export function isSessionOnly(permission: Permission) {
  const [, resource] = permission.split('.')
  return 'sessionOnly' in permissionList[resource as Resource]
}

/** The most specific entry decides; what no entry speaks of is not allowed. */
export function allows(map: PermissionMap, permission: Permission): boolean {
  const [, resource] = permission.split('.')
  return map[permission] ?? map[`v1.${resource}.*`] ?? map.all ?? false
}

/** Whether everything that `inner` allows is allowed by `outer` too. */
export function isWithin(inner: PermissionMap, outer: PermissionMap): boolean {
  return permissions.every((permission) => !allows(inner, permission) || allows(outer, permission))
}

const reads = Object.fromEntries(
  permissions
    .filter((permission) => permission.endsWith('.read'))
    .map((permission) => [permission, true])
)
const writes = Object.fromEntries(
  permissions
    .filter((permission) => permission.endsWith('.write'))
    .map((permission) => [permission, true])
)

/** What each role may do. Ownership and deleting a workspace are asked apart from maps. */
export const roles: Record<Role, PermissionMap> = {
  owner: { all: true },
  admin: { all: true },
  member: {
    ...reads,
    'v1.jobs.read': false,
    'v1.members.read': true,
    'v1.campaigns.write': true,
    'v1.affiliates.write': true,
    'v1.links.write': true,
    'v1.coupons.write': true,
  },
}

export const scopes = ['read', 'write', 'track', '*'] as const
export type Scope = (typeof scopes)[number]

/** The coarse words that some clients know, as maps. Writing never includes approving. */
export function mapOfScopes(given: Scope[]): PermissionMap {
  const maps: Record<Scope, PermissionMap> = {
    'read': reads,
    'write': { ...reads, ...writes },
    'track': { 'v1.track.write': true },
    '*': { all: true },
  }
  return Object.assign({}, ...given.map((scope) => maps[scope]))
}
