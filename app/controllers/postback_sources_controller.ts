import { randomBytes } from 'node:crypto'
import { postbackOf } from '#views/pages/sources'
import type { HttpContext } from '@adonisjs/core/http'

export default class PostbackSourcesController {
  /** GET /sources/postback */
  show({ workspace, answer }: HttpContext) {
    return answer.plain(postbackOf(workspace))
  }

  /** POST /sources/postback: a new secret. It is shown this once, and the one before it ends. */
  async store({ workspace, actor, response, answer }: HttpContext) {
    const secret = randomBytes(32).toString('base64url')
    await workspace.connect('postback', { secret }, actor)
    response.header('Cache-Control', 'no-store').status(201)
    return answer.plain({ ...postbackOf(workspace), secret })
  }

  /** DELETE /sources/postback */
  async destroy({ workspace, actor, answer }: HttpContext) {
    await workspace.connect('postback', null, actor)
    return answer.removed({ notice: 'Postbacks are refused.', to: '/sources/postback' })
  }
}
