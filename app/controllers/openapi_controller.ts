import { openapi } from '#openapi/document'
import { resources } from '#start/resources'
import type { HttpContext } from '@adonisjs/core/http'

let document: string | undefined

export default class OpenapiController {
  /** GET /api/v1/openapi.json: made once, for the list it is made of does not change. */
  show({ response }: HttpContext) {
    document ??= JSON.stringify(openapi(resources))
    return response.type('json').send(document)
  }
}
