import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { address } from '#tests/browser/settings/console'
import { makeAdmin, signIn } from '#tests/browser/payouts/console'
import { makeProgram } from '#tests/support/world'

test.group('Undo', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('takes a suspension back', async ({ assert, browserContext }) => {
    const { workspace, affiliate } = await makeProgram()
    const { page } = await signIn(browserContext, await makeAdmin(workspace, 'Ada'))
    await page.goto(address(`/affiliates/${affiliate.id}/suspension/new`))
    await page.getByLabel('Reason').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Suspend' }).click()
    await page.getByText('is suspended').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('is active').waitFor()
    await affiliate.refresh()
    assert.equal(affiliate.state, 'active')
  })
})
