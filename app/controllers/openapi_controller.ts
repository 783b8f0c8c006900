import { currentDocument } from '#openapi/current'
import type { HttpContext } from '@adonisjs/core/http'

let text: string | undefined

export default class OpenapiController {
  /** GET /api/v1/openapi.json */
  show({ response }: HttpContext) {
    text ??= JSON.stringify(currentDocument())
    return response.type('json').send(text)
  }
}
