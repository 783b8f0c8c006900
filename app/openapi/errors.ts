import { MAX_FIELD_ERRORS } from '#exceptions/errors'
import { headersOf } from '#openapi/headers'
import * as shapes from '#openapi/shape'
import type { Shape } from '#openapi/shape'

/** Every code of an error, by its status. */
export const codes: Record<number, string[]> = {
  400: ['MISSING_ACCOUNT_ID', 'INVALID_JSON', 'BAD_REQUEST'],
  401: [
    'UNAUTHORIZED',
    'INVALID_API_KEY',
    'INVALID_CREDENTIALS',
    'OTP_REQUIRED',
    'TOKEN_EXPIRED',
    'TOKEN_INVALID',
    'TOKEN_REUSED',
  ],
  403: ['FORBIDDEN'],
  404: ['NOT_FOUND'],
  405: ['METHOD_NOT_ALLOWED'],
  409: ['CONFLICT', 'INVALID_TRANSITION', 'COMMISSION_LOCKED', 'IDEMPOTENCY_IN_FLIGHT'],
  413: ['PAYLOAD_TOO_LARGE'],
  415: ['UNSUPPORTED_MEDIA_TYPE'],
  422: ['VALIDATION_ERROR', 'IDEMPOTENCY_MISMATCH'],
  429: ['RATE_LIMITED'],
  500: ['INTERNAL'],
  503: ['UNAVAILABLE'],
}

const sentences: Record<number, string> = {
  400: 'The request is malformed, or names no account.',
  401: 'No credential, or one that is not valid.',
  403: 'The credential may not do this.',
  404: 'There is no such row in this account.',
  405: 'The path is known, by another method.',
  409: 'This conflicts with what is stored.',
  413: 'The body is too large.',
  415: 'The body is no JSON.',
  422: 'Fields or parameters that are not valid.',
  429: 'Too many requests.',
  500: 'Something went wrong.',
  503: 'The database does not answer.',
}

const anyDetails = { description: 'For programs.' }

/** An error as one item of many is answered with. */
export const errorShape = errorOf(Object.values(codes).flat(), anyDetails)

/** Fields are told of one by one. */
const fieldErrors = {
  oneOf: [
    errorOf(
      ['VALIDATION_ERROR'],
      shapes.list(
        shapes.object({ field: shapes.text(), rule: shapes.text(), message: shapes.text() }),
        MAX_FIELD_ERRORS
      ),
      ['details']
    ),
    errorOf(['IDEMPOTENCY_MISMATCH'], anyDetails),
  ],
}

/** A method that a path does not know belongs to no operation. */
export const errorResponses = Object.fromEntries(
  Object.keys(codes)
    .map(Number)
    .filter((status) => status !== 405)
    .map((status) => [`Error${status}`, responseOf(status)])
)

/** References to the answers of an operation that goes wrong. */
export function errorsOf(statuses: number[]) {
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/Error${status}` }])
  )
}

function errorOf(some: string[], details: Shape, required: string[] = []): Shape {
  return {
    type: 'object',
    properties: {
      error: shapes.text({ description: 'A sentence for people.' }),
      code: { type: 'string', enum: some },
      details,
    },
    required: ['error', 'code', ...required],
    additionalProperties: false,
  }
}

function responseOf(status: number) {
  return {
    description: sentences[status],
    headers: [409, 429, 503].includes(status) ? headersOf('Retry-After') : headersOf(),
    content: {
      'application/json': {
        schema: status === 422 ? fieldErrors : errorOf(codes[status], anyDetails),
        example: exampleOf(status),
      },
    },
  }
}

function exampleOf(status: number) {
  const [code] = codes[status]
  if (status !== 422) return { error: sentences[status], code }
  const message = 'There is no field "nmae". Check its spelling.'
  return { error: message, code, details: [{ field: 'nmae', rule: 'unknown', message }] }
}
