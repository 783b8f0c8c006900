import router from '@adonisjs/core/services/router'
import { errors as core, type HttpRequest } from '@adonisjs/core/http'
import { errors as shield } from '@adonisjs/shield'
import { errors as vine } from '@vinejs/vine'
import { errors as lucid } from '@adonisjs/lucid'
import { isUniqueViolation } from '#core/unique'
import {
  ConflictException,
  ForbiddenException,
  InvalidFieldsException,
  MethodNotAllowedException,
  NotFoundException,
  Refusal,
  type FieldError,
} from '#exceptions/errors'

/** The errors of the framework and the database in our own words; what is no refusal stays as it is. */
export function refusalOf(error: unknown, request: HttpRequest): unknown {
  if (error instanceof Refusal) return error
  if (error instanceof vine.E_VALIDATION_ERROR)
    return new InvalidFieldsException(error.messages as FieldError[])
  if (error instanceof core.E_ROUTE_NOT_FOUND) return noRoute(request)
  if (error instanceof lucid.E_ROW_NOT_FOUND) return new NotFoundException()
  if (error instanceof shield.E_BAD_CSRF_TOKEN) {
    return new ForbiddenException(
      'The form is too old or came from elsewhere. Load the page again and repeat.'
    )
  }
  if (isUniqueViolation(error)) return new ConflictException('Another one has this already.')
  if (error instanceof Error && 'status' in error && error.status === 413) {
    return new InvalidFieldsException([
      { field: 'file', rule: 'size', message: 'This is too large.' },
    ])
  }
  return error
}

/** A path that is known by another method is 405. */
function noRoute(request: HttpRequest) {
  const allow = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
    router.match(request.url(), method, false)
  )
  if (allow.length === 0) return new NotFoundException()
  return new MethodNotAllowedException(undefined, { allow })
}
