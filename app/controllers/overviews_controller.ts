import { overviewPage } from '#views/pages/overview'
import type { HttpContext } from '@adonisjs/core/http'

/** The console's first page: what needs someone, and how the program does. */
export default class OverviewsController {
  async show({ workspace, request, view }: HttpContext) {
    return view.render('pages/overview/show', await overviewPage(workspace, request.qs().currency))
  }
}
