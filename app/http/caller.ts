import { ForbiddenException } from '#exceptions/errors'
import { allows, isSessionOnly, roles, type Permission } from '#http/permissions'
import Membership from '#models/membership'
import type { Actor } from '#core/actor'
import type ApiKey from '#models/api_key'
import type User from '#models/user'
import type Workspace from '#models/workspace'

/** Who asks: a person, or a program with a key. */
export interface Caller {
  actor: Actor
  /** What names the credential in rate limits and idempotency keys. */
  credential: string
  user?: User
  key?: ApiKey
  /** A person by the console's session, which has a current workspace. */
  bySession?: true
  /** The person's role in the workspace, or that of the key's maker. */
  membership?: Membership
}

export function callerOfUser(user: User): Caller {
  return { actor: user.actor, credential: user.id, user }
}

export function callerOfSession(user: User): Caller {
  return { ...callerOfUser(user), bySession: true }
}

export function callerOfKey(key: ApiKey): Caller {
  return { actor: key.actor, credential: key.id, key }
}

/** Looks up what the caller is in a workspace; a key stands on its maker's membership. */
export async function enter(caller: Caller, workspace: Workspace) {
  const userId = caller.user?.id ?? caller.key!.createdById
  const membership = await Membership.query()
    .where({ workspace_id: workspace.id, user_id: userId })
    .first()
  if (!membership) throw new ForbiddenException('You have no access to this account.')
  caller.membership = membership
}

/** The account of a request that names none: what the console shows, for its session. */
export async function usualAccountOf({ bySession, user }: Caller) {
  if (!bySession) return undefined
  if (user!.currentWorkspaceId) return user!.currentWorkspaceId
  const first = await Membership.query().where('user_id', user!.id).orderBy('id').first()
  return first?.workspaceId
}

/** Whether the caller may do this: a person by their role, a key by its map and no more than its maker. */
export function may(caller: Caller, permission: Permission): boolean {
  const role = caller.membership && roles[caller.membership.role]
  if (!role || !allows(role, permission)) return false
  if (!caller.key) return true
  return (
    !isSessionOnly(permission) &&
    caller.key.kind === 'secret' &&
    allows(caller.key.permissions, permission)
  )
}

/** @throws ForbiddenException with the permission that is needed */
export function require(caller: Caller, permission: Permission) {
  if (may(caller, permission)) return
  throw new ForbiddenException(`This needs the permission ${permission}.`, { need: permission })
}
