import { take } from '#http/take'
import { changedProfile } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

/** A person's own name. */
export default class ProfilesController {
  async show({ view }: HttpContext) {
    return view.render('pages/profile/show')
  }

  async update(ctx: HttpContext) {
    const { caller, session, response } = ctx
    await caller.user!.merge(await take(ctx, changedProfile)).save()
    session.flash('notice', 'Your profile was changed.')
    return response.redirect().status(303).toPath('/profile')
  }
}
