import { test } from '@japa/runner'
import { ConnectionError, RateLimitError, Tributary } from '#client'
import { answer, drop, flakyServer } from '#tests/support/flaky_server'
import type { Options } from '#client'

const unavailable = { error: 'Try again in a moment.', code: 'UNAVAILABLE' }
const limited = { error: 'Too many requests.', code: 'RATE_LIMITED', details: { retry_after: 7 } }
const affiliate = { id: 'aff_1', email: 'jane@example.com' }
const { body } = { body: { email: 'jane@example.com' } }

test.group('TypeScript client, when the server is not well', () => {
  test('a write that is dropped or unavailable is sent again under the same key', async ({
    assert,
    cleanup,
  }) => {
    const { url, requests } = await flakyServer(cleanup, [
      drop,
      answer(503, unavailable),
      answer(201, affiliate),
    ])
    const made = await patient(url).post('/affiliates', { body })
    assert.equal(made.id, 'aff_1')
    const keys = requests.map(({ headers }) => headers['idempotency-key'])
    assert.lengthOf(keys, 3)
    assert.lengthOf(new Set(keys), 1)
    assert.match(String(keys[0]), /^[\da-f-]{36}$/)
  })

  test('two writes have two keys, and a given key is used', async ({ assert, cleanup }) => {
    const { url, requests } = await flakyServer(cleanup, [answer(201, affiliate)])
    const tributary = patient(url)
    await tributary.post('/affiliates', { body })
    await tributary.post('/affiliates', { body })
    await tributary.post('/affiliates', { body, idempotencyKey: 'signup-4711' })
    const keys = requests.map(({ headers }) => headers['idempotency-key'])
    assert.lengthOf(new Set(keys), 3)
    assert.equal(keys[2], 'signup-4711')
  })

  test('429 is waited out for as long as the answer says', async ({ assert, cleanup }) => {
    const { url, requests } = await flakyServer(cleanup, [
      answer(429, limited, { 'Retry-After': '0' }),
      answer(200, affiliate),
    ])
    const never = () => assert.fail('the answer said how long to wait')
    const got = await patient(url, { backoff: never }).get('/affiliates/{id}', {
      path: { id: 'aff_1' },
    })
    assert.equal(got.email, 'jane@example.com')
    assert.lengthOf(requests, 2)
  })

  test('a write whose first try is still being worked on waits for it', async ({
    assert,
    cleanup,
  }) => {
    const { url, requests } = await flakyServer(cleanup, [
      answer(409, { error: 'In flight.', code: 'IDEMPOTENCY_IN_FLIGHT' }, { 'Retry-After': '0' }),
      answer(201, affiliate),
    ])
    await patient(url).post('/affiliates', { body })
    assert.lengthOf(requests, 2)
  })

  test('an answer that breaks off in its middle is asked for again', async ({
    assert,
    cleanup,
  }) => {
    const { url, requests } = await flakyServer(cleanup, [
      (request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' })
        response.write('{"id": "aff_', () => request.socket.destroy())
      },
      answer(200, affiliate),
    ])
    await patient(url).get('/affiliates/{id}', { path: { id: 'aff_1' } })
    assert.lengthOf(requests, 2)
  })

  test('what is refused is not sent again', async ({ assert, cleanup }) => {
    const refused = { error: 'There is nothing here.', code: 'NOT_FOUND' }
    const { url, requests } = await flakyServer(cleanup, [answer(404, refused)])
    await assert.rejects(() => patient(url).get('/me'), 'There is nothing here.')
    assert.lengthOf(requests, 1)
  })

  test('signing in is never repeated: nobody knows whether the token is used', async ({
    assert,
    cleanup,
  }) => {
    const { url, requests } = await flakyServer(cleanup, [drop])
    const refresh = () =>
      patient(url).post('/auth/refresh', { body: { refresh_token: 'eyJ.eyJ.abc' } })
    await assert.rejects(refresh, 'Tributary did not answer.')
    assert.lengthOf(requests, 1)
    assert.notProperty(requests[0].headers, 'idempotency-key')
  })

  test('gives up after its last try, with the last answer', async ({ assert, cleanup }) => {
    const { url, requests } = await flakyServer(cleanup, [
      answer(429, limited, { 'Retry-After': '0' }),
    ])
    const error = await failureOf(patient(url, { retries: 2 }).get('/me'))
    assert.instanceOf(error, RateLimitError)
    assert.equal((error as RateLimitError).retryAfter, 7)
    assert.lengthOf(requests, 3)
  })

  test('a server that says nothing is given up after the timeout', async ({ assert, cleanup }) => {
    const { url } = await flakyServer(cleanup, [() => {}])
    const error = await failureOf(patient(url, { retries: 1, timeout: 20 }).get('/me'))
    assert.instanceOf(error, ConnectionError)
    assert.equal(((error as ConnectionError).cause as Error).name, 'TimeoutError')
  })

  test('the page of a proxy is an error too', async ({ assert, cleanup }) => {
    const { url } = await flakyServer(cleanup, [
      (_, response) => response.writeHead(502).end('<h1>Bad Gateway</h1>'),
    ])
    await assert.rejects(() => patient(url).get('/me'), 'The answer was 502.')
  })

  test('stops when it is told to', async ({ assert, cleanup }) => {
    const stop = new AbortController()
    const { url, requests } = await flakyServer(cleanup, [
      (request) => {
        stop.abort(new Error('enough'))
        request.socket.destroy()
      },
    ])
    await assert.rejects(() => patient(url).get('/me', { signal: stop.signal }), 'enough')
    assert.lengthOf(requests, 1)
  })
})

function patient(url: string, options: Partial<Options> = {}) {
  return new Tributary({ url, key: 'trb_live_test', account: 'ws_1', backoff: () => 0, ...options })
}

function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error
  )
}
