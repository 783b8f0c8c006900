import mailConfig from '#config/mail'
import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class InvitationResendsController {
  /** POST /invitations/:invitation_id/resend: with a new link; the old one ends. */
  async store({ workspace, params, caller, answer }: HttpContext) {
    const invitation = await find(workspace.related('invitations'), params.invitation_id)
    await invitation.resend(caller.membership!)
    if (!mailConfig.isOn) return answer.revealed(invitation)
    return answer.updated(invitation, {
      notice: `Another invitation is on its way to ${invitation.email}.`,
      to: '/members',
    })
  }
}
