import { test } from '@japa/runner'
import { openapi } from '#openapi/document'
import { resources } from '#start/resources'
import { owaspTop10, redocly } from '#tests/support/lint_openapi'

/** Rules that this API breaks on purpose, and why; where a place is named, there alone. */
const exceptions: { rule: string; at?: RegExp; why: string }[] = [
  {
    rule: 'owasp:api4:2023-string-restricted',
    why: 'names, notes and sentences are free text: they have a length, no pattern',
  },
  {
    rule: 'owasp:api8:2023-define-cors-origin',
    why: 'no CORS header is ever sent: a browser lets no page of another origin read an answer',
  },
  {
    rule: 'owasp:api2:2023-no-http-basic',
    why: 'Basic carries a key as the user name, as some clients can do nothing else',
  },
  {
    rule: 'owasp:api2:2023-write-restricted',
    at: /^paths\/\/api\/v1\/auth\//,
    why: 'this is how one signs in',
  },
  ...['api2:2023-read-restricted', 'api4:2023-rate-limit', 'api4:2023-rate-limit-responses-429']
    .concat(['api8:2023-define-error-responses-401', 'api8:2023-define-error-responses-500'])
    .map((rule) => ({
      rule: `owasp:${rule}`,
      at: /^paths\/\/api\/v1\/openapi\.json\//,
      why: 'the document is public, and made once',
    })),
]

test.group('OpenAPI document, linted', () => {
  /** Where an instance is reached is its own setting. */
  const document = { ...openapi(resources), servers: [served('https://affiliates.acme.test')] }

  test('holds to Redocly’s recommended rules, warnings too', async ({ assert }) => {
    assert.deepEqual(await redocly(document), [])
  }).timeout(60_000)

  test('holds to OWASP’s rules, but for what is broken on purpose', async ({ assert }) => {
    const found = await owaspTop10(document)
    const excepted = exceptions.map(({ rule, at }) => ({
      rule,
      broken: found.filter((each) => each.rule === rule && (at?.test(each.place) ?? true)),
    }))
    const unknown = found.filter((each) => !excepted.some(({ broken }) => broken.includes(each)))
    assert.deepEqual(unknown, [])
    const needless = excepted.filter(({ broken }) => broken.length === 0)
    assert.deepEqual(needless, [], 'an exception that nothing needs any more')
  }).timeout(60_000)

  test('gives every body, answer and parameter an example', ({ assert }) => {
    const without = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, Described>).flatMap(([method, operation]) =>
        [...(operation.parameters ?? []), ...contentsOf(operation)]
          .filter((each) => each.example === undefined)
          .map(() => `${method} ${path}`)
      )
    )
    assert.deepEqual(without, [])
  })
})

interface Described {
  parameters?: { example?: unknown }[]
  requestBody?: { content: Record<string, { example?: unknown }> }
  responses: Record<string, { content?: Record<string, { example?: unknown }> }>
}

function contentsOf({ requestBody, responses }: Described) {
  return [requestBody, ...Object.values(responses)].flatMap((each) =>
    Object.values(each?.content ?? {})
  )
}

function served(url: string) {
  return { ...openapi(resources).servers[0], url }
}
