import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { makeWorkspace } from '#tests/support/world'
import { address } from '#tests/browser/settings/console'

test.group('Sign in', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a wrong password says so, keeps the e-mail, and the right one leads to what was wanted', async ({
    assert,
    browserContext,
  }) => {
    const { owner } = await makeWorkspace()
    const page = await browserContext.newPage()
    await page.goto(address('/affiliates'))
    assert.equal(new URL(page.url()).pathname, '/login')

    await page.getByLabel('E-mail').fill(owner.email)
    await page.getByLabel('Password').fill('not this one')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('E-mail or password is wrong.').waitFor()
    assert.equal(await page.getByLabel('E-mail').inputValue(), owner.email)
    assert.equal(await page.getByLabel('Password').inputValue(), '')

    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(address('/affiliates'))
  })

  test('signing out ends the session', async ({ assert, browserContext }) => {
    const { owner } = await makeWorkspace()
    const page = await browserContext.newPage()
    await page.goto(address('/login'))
    await page.getByLabel('E-mail').fill(owner.email)
    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(address('/'))

    await page.locator('.sidebar-foot summary').click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(address('/login'))
    await page.goto(address('/campaigns'))
    assert.equal(new URL(page.url()).pathname, '/login')
  })
})
