import { refuseNoText } from '#http/text'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Text that no database can hold is refused in forms and addresses, as it is in JSON. A form that comes back
 * with errors says so by its status, so that a dialog stays open.
 */
export default class FormMiddleware {
  handle({ request, response, session }: HttpContext, next: NextFn) {
    refuseNoText(request.body())
    refuseNoText(request.qs())

    const errors = session.flashMessages.get('inputErrorsBag', {})
    if (request.method() === 'GET' && Object.keys(errors).length > 0) response.status(422)
    return next()
  }
}
