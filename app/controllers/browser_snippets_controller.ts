import { publishableKey } from '#tracking/browser/beacon'
import { snippetOf } from '#tracking/browser/snippet'
import type { HttpContext } from '@adonisjs/core/http'

export default class BrowserSnippetsController {
  /** GET /t.js?key=trb_pub_…: the script of a workspace, kept by browsers for 5 minutes. */
  async show({ request, response }: HttpContext) {
    const secret = String(request.qs().key ?? '')
    const { workspace } = await publishableKey(secret)
    response.header('Content-Type', 'text/javascript; charset=utf-8')
    response.header('Cache-Control', 'public, max-age=300')
    response.header('Cross-Origin-Resource-Policy', 'cross-origin')
    response.header('X-Content-Type-Options', 'nosniff')
    return response.send(await snippetOf(workspace, secret))
  }
}
