import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import ApiKey from '#models/api_key'
import { pasted } from '#tests/support/pasted'
import { makeWorkspace } from '#tests/support/world'
import { firstCall } from '#views/pages/api_key'

test.group('The first call of a new key', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('works as pasted, whatever the key may do', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const expected = [
      [{ all: true }, 200],
      [{ 'v1.payouts.read': true }, 200],
      [{ 'v1.workspace.read': true }, 200],
      [{ 'v1.track.write': true }, 201],
    ] as const
    for (const [permissions, status] of expected) {
      const key = await ApiKey.mint(workspace, owner, { name: 'New', permissions })
      const { text } = firstCall(key)!
      assert.equal((await pasted(text, {})).status, status, text)
    }
  })
})
