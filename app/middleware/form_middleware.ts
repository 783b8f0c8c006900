import { refuseNul } from '#middleware/json_body_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Text that no database can hold is refused in forms and addresses, as it is in JSON. */
export default class FormMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    refuseNul(request.body())
    refuseNul(request.qs())
    return next()
  }
}
