import '#http/context'
import { UnsupportedMediaTypeException } from '#exceptions/errors'
import { MEGABYTE, parseJson, readBody } from '#http/json_body'
import { MOST } from '#http/uploaded'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Reads the body of an API call: JSON in UTF-8, an object, of a bounded size. */
export default class JsonBodyMiddleware {
  async handle({ request }: HttpContext, next: NextFn) {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method())) return next()

    // Many clients say the length of a body that is not there, and rightly no type.
    const hasBody = request.hasBody() && request.header('content-length') !== '0'
    if (hasBody && !request.is(['json'])) throw new UnsupportedMediaTypeException()
    const limit = megabytesFor(request.url()) * MEGABYTE
    const bytes = hasBody ? await readBody(request.request, limit) : Buffer.alloc(0)
    const body = bytes.length > 0 ? parseJson(bytes) : {}
    // Not as the initial body, of which Adonis keeps a deep copy: nobody asks for that.
    request.updateBody(body)
    return next()
  }
}

function megabytesFor(path: string) {
  if (path.endsWith('/track/batch')) return 4
  return path.endsWith('/reconciliations') ? MOST.megabytes + 1 : 1
}
