import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { makeAffiliate, makeProgram } from '#tests/support/world'
import { address, violations } from '#tests/browser/settings/console'
import { makeAdmin, signIn } from '#tests/browser/payouts/console'

test.group('Search over everything', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('Ctrl-K, a name and Enter lead to an affiliate', async ({ assert, browserContext }) => {
    const { workspace } = await makeProgram()
    const maren = await makeAffiliate(workspace, { name: 'Maren Lund' })
    const { page } = await signIn(browserContext, await makeAdmin(workspace, 'Ada'))
    await page.keyboard.press('Control+k')
    await page.getByLabel('Search everything').fill('maren')
    await page.getByRole('link', { name: 'Maren Lund' }).waitFor()
    assert.deepEqual(await violations(page), [])
    await page.keyboard.press('Enter')
    await page.waitForURL(address(`/affiliates/${maren.id}`))
  })

  test('arrows walk to a screen', async ({ browserContext }) => {
    const { workspace } = await makeProgram()
    const { page } = await signIn(browserContext, await makeAdmin(workspace, 'Ada'))
    await page.keyboard.press('Control+k')
    await page.getByLabel('Search everything').fill('jobs')
    await page.getByRole('heading', { name: 'Go to' }).waitFor()
    await page.locator('.palette-hit').nth(1).waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(address('/jobs'))
  })
})
