import { take } from '#http/take'
import Session from '#models/session'
import { changedProfile } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

/** A person's own name, and what they sign in with. */
export default class ProfilesController {
  async show({ caller, view }: HttpContext) {
    const sessions = await Session.ofUser(caller.user!)
    return view.render('pages/profile/show', { sessions, current: caller.session })
  }

  async update(ctx: HttpContext) {
    const { caller, session, response } = ctx
    await caller.user!.merge(await take(ctx, changedProfile)).save()
    session.flash('notice', 'Your profile was changed.')
    return response.redirect().status(303).toPath('/profile')
  }
}
