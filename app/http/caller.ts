import { ForbiddenException } from '#exceptions/errors'
import { allows, isSessionOnly, roles, type Permission } from '#http/permissions'
import { remembered } from '#http/remembered'
import Membership from '#models/membership'
import type { Actor } from '#core/actor'
import type ApiKey from '#models/api_key'
import type Session from '#models/session'
import type User from '#models/user'
import type Workspace from '#models/workspace'

/** Who asks: a person, or a program with a key. */
export interface Caller {
  actor: Actor
  /** What names the credential in rate limits and idempotency keys. */
  credential: string
  user?: User
  key?: ApiKey
  /** The console's session, where a person asks by it. */
  session?: Session
  /** The person's role in the workspace, or that of the key's maker. */
  membership?: Membership
}

export function callerOfUser(user: User): Caller {
  return { actor: user.actor, credential: user.id, user }
}

export function callerOfSession(user: User, session: Session): Caller {
  return { ...callerOfUser(user), session }
}

export function callerOfKey(key: ApiKey): Caller {
  return { actor: key.actor, credential: key.id, key }
}

/** Looks up what the caller is in a workspace; a key stands on its maker's membership. */
export async function enter(caller: Caller, workspace: Workspace, tracks = false) {
  const userId = caller.user?.id ?? caller.key!.createdById
  const by = { workspace_id: workspace.id, user_id: userId }
  const membership = tracks
    ? await remembered(Membership, by)
    : await Membership.query().where(by).first()
  if (!membership) throw new ForbiddenException('You have no access to this account.')
  refuseWithoutTwoFactor(caller, workspace)
  caller.membership = membership
}

/** @throws ForbiddenException where the workspace asks its people for a second factor, and this one has none */
function refuseWithoutTwoFactor({ user }: Caller, workspace: Workspace) {
  if (!user || !lacksTwoFactor(user, workspace)) return
  throw new ForbiddenException(
    'This account asks for two-factor sign-in. Set it up on your profile in the console.',
    { need: 'two_factor' }
  )
}

export function lacksTwoFactor(user: User, workspace: Workspace) {
  return workspace.requireTwoFactor && !user.hasTwoFactor
}

/** The account of a request that names none: what the console shows, for its session. */
export async function usualAccountOf(caller: Caller) {
  return caller.session && accountOf(caller)
}

/** The one account that a caller can mean: a key's own; what a person looked at last. */
export async function accountOf({ key, user }: Caller) {
  if (key) return key.workspaceId
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
