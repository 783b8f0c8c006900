import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { forChange } from '#core/for_change'
import { transitionAll } from '#core/transition'
import { ConflictException, ForbiddenException } from '#exceptions/errors'
import ApiKey from '#models/api_key'
import Invitation from '#models/invitation'
import User from '#models/user'
import Workspace from '#models/workspace'
import { refuseTooFewApprovers } from '#payouts/policy'
import type Membership from '#models/membership'
import type { Actor } from '#core/actor'
import type { Role } from '#models/types'

/** From the one that may least. */
const ranks: readonly Role[] = ['member', 'admin', 'owner']

/** Makes changes of a workspace's people take turns: each of two owners must not go because the other stays. */
export function lockPeople(workspaceId: string) {
  return forChange(Workspace.query().where('id', workspaceId)).firstOrFail()
}

/** @throws ForbiddenException where someone gives, or takes from, a role above their own */
export function refuseAbove(by: Membership, role: Role) {
  if (ranks.indexOf(role) > ranks.indexOf(by.role))
    throw new ForbiddenException(`Only an ${role} may do this.`)
}

export async function changeRole(member: Membership, role: Role, by: Membership) {
  await atomically(async () => {
    const workspace = await lockPeople(member.workspaceId)
    await member.refresh()
    const from = member.role
    refuseAbove(by, from)
    refuseAbove(by, role)
    if (from === role) return

    refuseOwner(member)
    if (role === 'member') await refuseTooFewApprovers(workspace, member)
    await member.merge({ role }).save()
    await record(member, {
      type: 'member.role_changed',
      actor: actorOf(by),
      data: { from, to: role },
    })
  })
}

/**
 * Takes someone out of the workspace, or out they go themselves. Their sessions and tokens see nothing of it from
 * then on, their keys are disabled, and what they offered to others ends.
 */
export async function removeMember(member: Membership, by: Membership) {
  await atomically(async () => {
    const workspace = await lockPeople(member.workspaceId)
    await member.refresh()
    refuseAbove(by, member.role)
    refuseOwner(member)
    await refuseTooFewApprovers(workspace, member)

    const actor = actorOf(by)
    await endWhatTheyMade(member, actor)
    await record(member, {
      type: 'member.removed',
      actor,
      reason: member.id === by.id ? 'by_oneself' : null,
      data: { user_id: member.userId },
    })
    await member.delete()
    await User.query()
      .where({ id: member.userId, current_workspace_id: workspace.id })
      .update({ current_workspace_id: null })
  })
}

/** The one who owned it goes on as an admin. */
export async function handOver(to: Membership, by: Membership) {
  await atomically(async () => {
    const workspace = await lockPeople(by.workspaceId)
    await by.refresh()
    await to.refresh()
    if (by.role !== 'owner') throw new ForbiddenException('Only the owner hands a workspace over.')
    if (to.id === by.id) throw new ConflictException('You own this workspace already.')

    await to.merge({ role: 'owner' }).save()
    await by.merge({ role: 'admin' }).save()
    await record(workspace.asSubject, {
      type: 'workspace.ownership_transferred',
      actor: actorOf(by),
      data: { from: by.userId, to: to.userId },
    })
  })
}

function refuseOwner({ role }: Membership) {
  if (role === 'owner')
    throw new ConflictException('A workspace keeps its owner. Hand the ownership over first.')
}

async function endWhatTheyMade({ userId, workspaceId }: Membership, actor: Actor) {
  const how = { actor, reason: 'maker_left' }
  const keys = await ApiKey.query().where({ workspace_id: workspaceId, created_by_id: userId })
  await transitionAll(ApiKey, 'disable', keys.map(idOf), how)
  const offers = await Invitation.query().where({
    workspace_id: workspaceId,
    invited_by_id: userId,
  })
  await transitionAll(Invitation, 'revoke', offers.map(idOf), how)
}

const idOf = ({ id }: { id: string }) => id

function actorOf(member: Membership): Actor {
  return { kind: 'user', id: member.userId }
}
