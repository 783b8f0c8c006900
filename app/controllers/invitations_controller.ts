import { find } from '#http/find'
import { take } from '#http/take'
import mailConfig from '#config/mail'
import Invitation from '#models/invitation'
import { newInvitation } from '#validators/account'
import { invitationForm } from '#views/pages/members'
import type { HttpContext } from '@adonisjs/core/http'

/** Offers of a membership. */
export default class InvitationsController {
  index({ workspace, answer }: HttpContext) {
    return answer.list(workspace.related('invitations').query().preload('invitedBy'))
  }

  async show({ workspace, params, answer }: HttpContext) {
    return answer.shown(await find(workspace.related('invitations'), params.id))
  }

  create({ answer }: HttpContext) {
    return answer.form(invitationForm)
  }

  /** By mail; where none is sent, the link is in this answer alone. */
  async store(ctx: HttpContext) {
    const { caller, answer } = ctx
    const invitation = await Invitation.offer(await take(ctx, newInvitation), caller.membership!)
    if (!mailConfig.isOn) return answer.revealed(invitation)
    return answer.created(invitation, {
      notice: `An invitation is on its way to ${invitation.email}.`,
      to: '/members',
    })
  }

  /** Revokes: the row stays, for what was offered. */
  async destroy({ workspace, params, actor, answer }: HttpContext) {
    const invitation = await find(workspace.related('invitations'), params.id)
    await invitation.revoke(actor)
    return answer.removed({
      notice: `The invitation of ${invitation.email} is revoked.`,
      to: '/members',
    })
  }
}
