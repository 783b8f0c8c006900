import { refuseField } from '#http/answer'
import { confirmPassword, confirmSecondFactor } from '#http/confirm_person'
import { find } from '#http/find'
import { take } from '#http/take'
import { newOwner } from '#validators/account'
import { othersOf } from '#views/pages/members'
import type { HttpContext } from '@adonisjs/core/http'

export default class OwnershipsController {
  create({ workspace, caller, answer }: HttpContext) {
    return answer.form(async () => ({ others: await othersOf(workspace, caller.membership!) }))
  }

  /** POST /ownership: to another member, with the owner's password, and a code where they have a second factor. */
  async store(ctx: HttpContext) {
    const { workspace, caller, answer } = ctx
    const user = caller.user!
    const { membership_id: id, password, code } = await take(ctx, newOwner)
    const member = await find(workspace.related('memberships'), id)
    await confirmPassword(user, password, 'password')
    if (user.hasTwoFactor) {
      if (!code) refuseField('code', 'A code of your authenticator is needed too.')
      await confirmSecondFactor(user, code)
    }

    await caller.membership!.handOverTo(member)
    await member.load('user')
    return answer.updated(member, {
      notice: `${workspace.name} belongs to ${member.user.displayName} now. You are an admin.`,
      to: '/members',
    })
  }
}
