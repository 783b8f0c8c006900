import {
  allows,
  isSessionOnly,
  isWithin,
  mapOfScopes,
  permissionList,
  permissions,
  type Permission,
} from '#http/permissions'
import type ApiKey from '#models/api_key'
import type { PermissionMap } from '#models/types'

const hints: Partial<Record<keyof typeof permissionList, string>> = {
  workspace: 'The settings of the account',
  track: 'Clicks, leads, sales and refunds from your server',
  payouts: 'Approving includes rejecting and payment files',
}

const forKeys = permissions.filter((permission) => !isSessionOnly(permission))

const resources = Object.entries(permissionList).map(([key, { actions }]) => ({
  key,
  label: (key.charAt(0).toUpperCase() + key.slice(1)).replaceAll('_', ' '),
  hint: hints[key as keyof typeof permissionList],
  actions,
}))
const resourcesOfKeys = resources.filter(({ key }) =>
  forKeys.some((permission) => permission.startsWith(`v1.${key}.`))
)

const presets: { label: string; map: PermissionMap }[] = [
  { label: 'Full access', map: { all: true } },
  { label: 'Read only', map: mapOfScopes(['read']) },
  { label: 'Read and write', map: mapOfScopes(['write']) },
  { label: 'Tracking only', map: mapOfScopes(['track']) },
]

/** The grid of a key's permissions: what keys can have, what is ticked, and presets that its maker may hand out. */
export function permissionGrid(map: PermissionMap, own: PermissionMap) {
  return {
    resources: resourcesOfKeys,
    value: ticks(map),
    presets: presets
      .filter((preset) => isWithin(preset.map, own))
      .map(({ label, map: all }) => ({ label, permissions: Object.keys(ticks(all)) })),
  }
}

/** The grid of what a person may do by their role: more than any key. */
export function roleGrid(map: PermissionMap) {
  return { resources, value: ticks(map, permissions) }
}

/** What a form that was refused had ticked. */
export function typedPermissions(typed: unknown): PermissionMap | null {
  if (typeof typed !== 'object' || typed === null) return null
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, [value].flat().at(-1) === 'true'])
  )
}

/** `Full access`, `Read only`, `3 permissions`; what other kinds of key are for. */
export function permissionsInWords({ kind, permissions: map }: ApiKey): string {
  if (kind === 'affiliate') return 'Reads the rows of its affiliate'
  if (kind === 'publishable') return 'Tells of visits and leads from your pages'
  const ticked = Object.keys(ticks(map))
  const preset = presets.find((each) => Object.keys(ticks(each.map)).join() === ticked.join())
  if (preset) return preset.label
  if (ticked.length === 1) return '1 permission'
  return ticked.length === 0 ? 'None' : `${ticked.length} permissions`
}

/** The boxes of a map whose wildcards are spelled out; `all` alone where nothing is kept back. */
function ticks(
  map: PermissionMap,
  among: Permission[] = forKeys
): Partial<Record<Permission | 'all', true>> {
  const allowed = among.filter((permission) => allows(map, permission))
  if (map.all && allowed.length === among.length) return { all: true }
  return Object.fromEntries(allowed.map((permission) => [permission, true]))
}
