import Membership from '#models/membership'
import { meOf } from '#transformers/me'
import type { HttpContext } from '@adonisjs/core/http'

export default class MeController {
  /** GET /me: who is signed in, and where they belong. */
  async show({ caller }: HttpContext) {
    const memberships = await Membership.query()
      .where('user_id', caller.user!.id)
      .preload('workspace')
      .orderBy('id')
    return meOf(caller.user!, memberships)
  }
}
