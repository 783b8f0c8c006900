import { openapi } from '#openapi/document'
import { resources } from '#start/resources'
import type { HttpContext } from '@adonisjs/core/http'

export default class OpenapiController {
  /** GET /api/v1/openapi.json */
  show({ response }: HttpContext) {
    return response.json(openapi(resources))
  }
}
