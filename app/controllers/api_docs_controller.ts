import { NotFoundException } from '#exceptions/errors'
import { callsOf, findCalls, parts, startPage } from '#views/pages/api_docs'
import type { HttpContext } from '@adonisjs/core/http'

/** What the OpenAPI document says, for people: with curl lines for the workspace that they look at. */
export default class ApiDocsController {
  /** GET /api/docs */
  index({ request, workspace, view }: HttpContext) {
    const q = String(request.qs().q ?? '').trim()
    const found = q === '' ? null : findCalls(q)
    return view.render('pages/api_docs/index', { q, found, parts, ...startPage(workspace) })
  }

  /** GET /api/docs/:part */
  show({ params, workspace, view }: HttpContext) {
    const part = parts.find(({ name }) => name === params.part)
    if (!part) throw new NotFoundException('The API has no part of this name.')
    return view.render('pages/api_docs/show', { part, parts, calls: callsOf(part.name, workspace) })
  }
}
