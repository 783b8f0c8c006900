import { find } from '#http/find'
import { take } from '#http/take'
import { changedMember } from '#validators/account'
import { memberPage, membersPage } from '#views/pages/members'
import type Workspace from '#models/workspace'
import type { HttpContext } from '@adonisjs/core/http'

/** Who belongs to a workspace, and as what. */
export default class MembersController {
  index({ workspace, answer }: HttpContext) {
    const members = workspace.related('memberships').query()
    return answer.list(members, () => membersPage(workspace))
  }

  async show({ workspace, params, answer }: HttpContext) {
    const member = await memberOf(workspace, params.id)
    return answer.shown(member, () => memberPage(member))
  }

  async update(ctx: HttpContext) {
    const { workspace, params, caller, answer } = ctx
    const member = await memberOf(workspace, params.id)
    const { role } = await take(ctx, changedMember)
    await member.changeRole(role, caller.membership!)
    return answer.updated(member, {
      notice: `${member.user.displayName} is ${role === 'admin' ? 'an admin' : 'a member'} now.`,
    })
  }

  async destroy({ workspace, params, caller, answer }: HttpContext) {
    const member = await memberOf(workspace, params.id)
    await member.remove(caller.membership!)
    return answer.removed({
      notice: `${member.user.displayName} is out of ${workspace.name}.`,
      to: '/members',
    })
  }
}

async function memberOf(workspace: Workspace, id: string) {
  const member = await find(workspace.related('memberships'), id)
  await member.load('user')
  return member
}
