import * as shapes from '#openapi/shape'

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

export const errorShape = {
  type: 'object',
  properties: {
    error: shapes.text({ description: 'A sentence for people.' }),
    code: { type: 'string', enum: Object.values(codes).flat() },
    details: { description: 'For programs; with VALIDATION_ERROR a list of fields.' },
  },
  required: ['error', 'code'],
  additionalProperties: false,
}

export const errorResponses = Object.fromEntries(
  Object.keys(codes).map((status) => [`Error${status}`, responseOf(Number(status))])
)

/** References to the answers of an operation that goes wrong. */
export function errorsOf(statuses: number[]) {
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/Error${status}` }])
  )
}

function responseOf(status: number) {
  const fields = shapes.list(
    shapes.object({ field: shapes.text(), rule: shapes.text(), message: shapes.text() })
  )
  const own = {
    type: 'object',
    properties: { code: { type: 'string', enum: codes[status] } },
    ...(status === 422 && {
      if: { properties: { code: { const: 'VALIDATION_ERROR' } } },
      then: { properties: { details: fields }, required: ['details'] },
    }),
  }
  return {
    description: sentences[status],
    content: {
      'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/Error' }, own] } },
    },
  }
}
