import { test } from '@japa/runner'
import { clientTypes } from '#tests/support/client_types'
import { assertGolden } from '#tests/support/golden'

test.group('TypeScript client', () => {
  test('its types are those of the OpenAPI document', async ({ assert }) => {
    await assertGolden(assert, '../../clients/typescript/src/openapi.ts', await clientTypes())
  }).timeout(60_000)
})
