import {
  isWithin,
  isSessionOnly,
  mapOfScopes,
  permissionList,
  type Permission,
} from '#http/permissions'
import type { PermissionMap } from '#models/types'

const hints: Partial<Record<keyof typeof permissionList, string>> = {
  track: 'Clicks, leads, sales and refunds from your server',
  payouts: 'Approving includes rejecting and payment files',
}

/** The grid of a key's permissions: what keys can have, and presets that its maker may hand out. */
export function permissionChoices(own: PermissionMap) {
  const resources = Object.entries(permissionList)
    .filter(([key, { actions }]) => !isSessionOnly(`v1.${key}.${actions[0]}` as Permission))
    .map(([key, { actions }]) => ({
      key,
      label: (key.charAt(0).toUpperCase() + key.slice(1)).replaceAll('_', ' '),
      hint: hints[key as keyof typeof permissionList],
      actions,
    }))
  const presets = [
    { label: 'Full access', permissions: { all: true } },
    { label: 'Read only', permissions: mapOfScopes(['read']) },
    { label: 'Read and write', permissions: mapOfScopes(['write']) },
    { label: 'Tracking only', permissions: mapOfScopes(['track']) },
  ]
  return { resources, presets: presets.filter(({ permissions }) => isWithin(permissions, own)) }
}
