import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import Click from '#models/click'
import { pruneClicks } from '#tracking/prune'
import { storeClick } from '#tests/support/clicks'
import { apiOf } from '#tests/support/api'
import { makeProgram } from '#tests/support/world'

test.group('How long clicks are kept', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function program() {
    const { workspace, owner, campaign, link } = await makeProgram()
    return { workspace, campaign, link, api: await apiOf(workspace, owner) }
  }

  test('is what the settings say, for that workspace alone', async ({ assert }) => {
    const { workspace, link, api } = await program()
    const other = await program()
    assert.equal((await api.patch('/workspace', { click_retention_days: 60 })).status, 200)
    await storeClick(workspace, link, {})
    await storeClick(other.workspace, other.link, {})
    await clock.at(clock.now().plus({ days: 62 }), pruneClicks)
    const left = await Click.all()
    assert.deepEqual(
      left.map(({ workspaceId }) => workspaceId),
      [other.workspace.id]
    )
  })

  test('is at least as long as the longest cookie, whichever is changed', async ({ assert }) => {
    const { campaign, api } = await program()
    const refused = async (path: string, change: object) => {
      const { status, body } = await api.patch(path, change)
      assert.equal(status, 422, JSON.stringify(change))
      return body.details[0]
    }
    const { field } = await refused('/workspace', { click_retention_days: 59 })
    assert.equal(field, 'click_retention_days')
    assert.equal((await refused('/workspace', { cookie_days: 366 })).field, 'cookie_days')
    const at = `/campaigns/${campaign.id}`
    assert.equal((await refused(at, { cookie_days: 366 })).field, 'cookie_days')

    assert.equal((await api.patch(at, { cookie_days: 90 })).status, 200)
    const { message } = await refused('/workspace', { click_retention_days: 89 })
    assert.include(message, 'up to 90 days')
    assert.equal((await api.patch('/workspace', { click_retention_days: 90 })).status, 200)
    const both = { cookie_days: 400, click_retention_days: 400 }
    assert.equal((await api.patch('/workspace', both)).status, 200)
  })

  test('is from 1 to 3650 days', async ({ assert }) => {
    const { api } = await program()
    for (const days of [0, 3_651, 1.5, '30 days', null])
      assert.equal((await api.patch('/workspace', { click_retention_days: days })).status, 422)
  })
})
