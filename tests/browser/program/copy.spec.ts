import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { makeProgram } from '#tests/support/world'
import { address } from '#tests/browser/settings/console'
import { makeAdmin, signIn } from '#tests/browser/payouts/console'

test.group('Copy', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('puts the whole text on the clipboard and says so', async ({ assert, browserContext }) => {
    const { workspace, link } = await makeProgram()
    const { page } = await signIn(browserContext, await makeAdmin(workspace, 'Ada'))
    await browserContext.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(address('/links'))
    await page.getByRole('button', { name: 'Copy the link' }).click()

    await page.getByRole('button', { name: 'Copied' }).waitFor()
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link.url)
    await page.getByRole('button', { name: 'Copy the link' }).waitFor()
  })

  test('marks the text where the browser refuses its clipboard', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, link } = await makeProgram()
    const { page } = await signIn(browserContext, await makeAdmin(workspace, 'Ada'))
    await page.goto(address('/links'))
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
    })
    await page.getByRole('button', { name: 'Copy the link' }).click()

    await page.getByRole('button', { name: 'Press Ctrl-C' }).waitFor()
    assert.equal(await page.evaluate(() => String(getSelection())), link.url)
  })
})
