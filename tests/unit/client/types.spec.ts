import { test } from '@japa/runner'
import { Tributary } from '#client'
import { clientTypes } from '#tests/support/client_types'
import { assertGolden } from '#tests/support/golden'

test.group('TypeScript client', () => {
  test('its types are those of the OpenAPI document', async ({ assert }) => {
    await assertGolden(assert, '../../clients/typescript/src/openapi.ts', await clientTypes())
  }).timeout(60_000)

  test('what the API does not know does not compile', ({ assert }) => {
    const tributary = new Tributary({ url: 'http://127.0.0.1' })
    const calls = [
      // @ts-expect-error a typo in the path
      () => tributary.get('/affilates'),
      // @ts-expect-error no such method of this path
      () => tributary.delete('/commissions/{id}', { path: { id: 'com_1' } }),
      // @ts-expect-error the path has a parameter
      () => tributary.get('/affiliates/{id}'),
      // @ts-expect-error an affiliate needs an email
      () => tributary.post('/affiliates', { body: { name: 'Jane' } }),
      // @ts-expect-error no such state
      () => tributary.get('/commissions', { query: { state: ['duee'] } }),
      // @ts-expect-error not a list
      () => tributary.each('/workspace'),
      // @ts-expect-error a commission has no colour
      async () => (await tributary.get('/commissions/{id}', { path: { id: 'com_1' } })).colour.blue,
    ]
    assert.lengthOf(calls, 7)
  })
})
