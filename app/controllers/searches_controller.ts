import { may } from '#http/caller'
import { searchPage } from '#views/pages/search'
import type { Permission } from '#http/permissions'
import type { HttpContext } from '@adonisjs/core/http'

/** One search over everything that may be seen, and the way to every screen. */
export default class SearchesController {
  async show({ workspace, caller, request, view }: HttpContext) {
    const q = String(request.qs().q ?? '').trim()
    const groups = await searchPage(workspace, q, (permission) =>
      may(caller, permission as Permission)
    )
    return view.render('pages/searches/show', { q, groups })
  }
}
