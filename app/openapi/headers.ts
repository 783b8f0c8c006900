import * as shapes from '#openapi/shape'

/** What answers carry beside their body. */
export const headers = {
  'X-Request-Id': {
    description: 'What the log knows this request by.',
    schema: shapes.text({ maxLength: 100 }),
    example: '5f0c1e2a-3b4d-4e6f-8a9b-0c1d2e3f4a5b',
  },
  'X-RateLimit-Limit': {
    description: 'Requests a minute that the credential may send; absent where there is no limit.',
    schema: shapes.whole(),
    example: 600,
  },
  'X-RateLimit-Remaining': {
    description: 'Requests that are left in this minute.',
    schema: shapes.whole(),
    example: 599,
  },
  'X-RateLimit-Reset': {
    description: 'Seconds until the minute is over.',
    schema: shapes.whole(),
    example: 42,
  },
  'Retry-After': {
    description: 'Seconds to wait before the next try.',
    schema: shapes.whole({ minimum: 1 }),
    example: 42,
  },
  'Link': {
    description: 'Where the next and the previous page are (RFC 8288).',
    schema: shapes.text(),
    example: '<https://tributary.example.com/api/v1/affiliates?page=2>; rel="next"',
  },
  'Idempotent-Replayed': {
    description: '`true` where this is the first answer again.',
    schema: { type: 'string', const: 'true' },
    example: 'true',
  },
}

const usual = ['X-Request-Id', 'X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset']

/** References to the headers that every answer carries, and to some more. */
export function headersOf(...more: (keyof typeof headers)[]) {
  return Object.fromEntries(
    [...usual, ...more].map((name) => [name, { $ref: `#/components/headers/${name}` }])
  )
}
