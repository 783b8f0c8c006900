import { takePostback } from '#sources/postback/postback'
import type { HttpContext } from '@adonisjs/core/http'

export default class PostbacksController {
  /** GET /postback?account_id=…&external_id=…&…&signature=…: for networks that can open an address and no more. */
  async show({ request, response }: HttpContext) {
    const { created } = await takePostback(request.parsedUrl.query ?? '')
    response.header('Cache-Control', 'no-store')
    return response.status(created ? 201 : 200).json({ ok: true })
  }
}
