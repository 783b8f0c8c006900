import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Event from '#models/event'
import { address, signIn } from '#tests/browser/payouts/console'
import { makeAffiliate, makeWorkspace } from '#tests/support/world'

test.group('Rows chosen in a list', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('two applications are let in by the keyboard; a double click does it once', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner } = await makeWorkspace()
    for (const name of ['Anna Bauer', 'Ben Okafor', 'Carla Diaz'])
      await makeAffiliate(workspace, { name, state: 'pending' })
    const { page } = await signIn(browserContext, owner)

    await page.goto(address('/affiliates?state=pending'))
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key)
    await page.getByText('2 affiliates chosen').waitFor()
    await page.getByRole('button', { name: 'Let in…' }).click()
    await page.getByText('Carla Diaz, Ben Okafor').waitFor()
    await page.getByRole('button', { name: 'Let 2 affiliates in' }).dblclick()
    await page.getByText('2 affiliates were activated.').waitFor()

    assert.equal(new URL(page.url()).search, '?state=pending')
    assert.equal(await page.locator('.row-link').count(), 1)
    const told = await Event.query().where({
      workspace_id: workspace.id,
      type: 'affiliate.activated',
    })
    assert.lengthOf(told, 2)
  })
})
