import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { address, signedIn, violations } from '#tests/browser/settings/console'

test.group('Pages that refuse', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a form with errors and a page that is not there are as good', async ({
    assert,
    browserContext,
  }) => {
    const { page } = await signedIn(browserContext)
    await page.goto(address('/affiliates/new'))
    await page.getByLabel('Country').fill('Germany'.slice(0, 1))
    await page.getByLabel('E-mail').fill('jane@example.com')
    await page.getByRole('button', { name: 'Add affiliate' }).click()
    await page.locator('#field-country-error').waitFor()
    assert.deepEqual(await violations(page), [])

    const answer = await page.goto(address('/affiliates/aff_none'))
    assert.equal(answer!.status(), 404)
    assert.deepEqual(await violations(page), [])
  })
})
