import Session from '#models/session'
import { plural } from '#views/words'
import type { HttpContext } from '@adonisjs/core/http'

/** Where a person is signed in. */
export default class ProfileSessionsController {
  /** DELETE /profile/sessions/:id: one of them, not the one that they are in. */
  async destroy({ caller, params, session, response }: HttpContext) {
    const one = await Session.ofUser(caller.user!)
      .whereNot('id', caller.session!.id)
      .where('id', params.id)
      .firstOrFail()
    await one.delete()
    session.flash('notice', `${one.device} is signed out.`)
    return response.redirect().status(303).toPath('/profile')
  }

  /** DELETE /profile/sessions: all but the one that they are in, and what uses the API in their name. */
  async destroyOthers({ caller, session, response }: HttpContext) {
    const ended = await caller.user!.endOtherSessions(caller.session!)
    session.flash('notice', `${plural(ended, 'session')} ended. You are signed in here alone.`)
    return response.redirect().status(303).toPath('/profile')
  }
}
