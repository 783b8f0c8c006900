import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { address, faultsOf, signedIn } from '#tests/browser/settings/console'

test.group('API docs in the console', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are found from the sidebar, searched, and tell a call of this account', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, page } = await signedIn(browserContext)
    const strangers: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(address('/'))) strangers.push(request.url())
    })
    await page.getByRole('link', { name: 'API docs' }).click()
    await page.getByRole('heading', { name: 'Every call' }).waitFor()
    await page.getByRole('searchbox').fill('payouts approve files')
    await page.getByRole('link', { name: '/files/{id}' }).click()

    await page.waitForURL('**/api/docs/payout_runs#payout_runs.files.show')
    const call = page.locator('[id="payout_runs.files.show"]')
    await call.getByText('v1.payouts.approve').waitFor()
    assert.include(await call.locator('[data-copy]').first().textContent(), workspace.id)
    assert.deepEqual(strangers, [])
  })

  test('axe finds nothing, in both themes, and nothing is wider than a small phone', async ({
    assert,
    browserContext,
  }) => {
    const { page } = await signedIn(browserContext)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    for (const path of [
      '/api/docs',
      '/api/docs?q=refund',
      '/api/docs?q=nothing',
      '/api/docs/track',
    ]) {
      await page.goto(address(path))
      await page.evaluate(() => {
        const folded = document.querySelectorAll<HTMLDetailsElement>('details.call-fields')
        for (const each of folded) each.open = true
      })
      assert.deepEqual(await faultsOf(page), [], path)
    }
    assert.deepEqual(complaints, [])
  }).timeout(60_000)
})
