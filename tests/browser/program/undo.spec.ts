import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import ApiKey from '#models/api_key'
import { address } from '#tests/browser/settings/console'
import { makeAdmin, signIn } from '#tests/browser/payouts/console'
import { makeProgram, sell } from '#tests/support/world'
import type { Page } from 'playwright'

async function undo(page: Page) {
  await page.locator('.flashes').getByRole('button', { name: 'Undo' }).click()
}

test.group('Undo', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('takes a suspension back', async ({ assert, browserContext }) => {
    const { workspace, affiliate } = await makeProgram()
    const { page } = await signIn(browserContext, await makeAdmin(workspace, 'Ada'))
    await page.goto(address(`/affiliates/${affiliate.id}/suspension/new`))
    await page.getByLabel('Reason').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Suspend' }).click()
    await page.getByText('is suspended').waitFor()
    await undo(page)
    await page.getByText('is active').waitFor()
    await affiliate.refresh()
    assert.equal(affiliate.state, 'active')
  })

  test('brings back who was archived', async ({ assert, browserContext }) => {
    const { workspace, affiliate } = await makeProgram()
    const { page } = await signIn(browserContext, await makeAdmin(workspace, 'Ada'))
    await page.goto(address(`/affiliates/${affiliate.id}/archive/new`))
    await page.getByRole('button', { name: 'Archive affiliate' }).click()
    await page.getByText('is archived').waitFor()
    await undo(page)
    await page.getByText('is active').waitFor()
    await affiliate.refresh()
    assert.equal(affiliate.state, 'active')
  })

  test('lets a commission go that was held', async ({ assert, browserContext }) => {
    const { workspace, link } = await makeProgram()
    await sell(workspace, { ref: link.refParam })
    const commission = await workspace.related('commissions').query().firstOrFail()
    const { page } = await signIn(browserContext, await makeAdmin(workspace, 'Ada'))
    await page.goto(address(`/commissions/${commission.id}`))
    await page.getByRole('button', { name: 'Hold' }).click()
    await page.getByText('The commission is held until someone releases it.').waitFor()
    await undo(page)
    await page.getByText('The commission is released: it is pending now.').waitFor()
    await commission.refresh()
    assert.equal(commission.state, 'pending')
    assert.deepEqual(commission.heldReasons, [])
  })

  test('lets a key work again that was disabled', async ({ assert, browserContext }) => {
    const { workspace, owner } = await makeProgram()
    const key = await ApiKey.mint(workspace, owner, { name: 'Shop' })
    const { page } = await signIn(browserContext, owner)
    await page.goto(address(`/api_keys/${key.id}`))
    await page.getByRole('button', { name: 'Disable' }).click()
    await page.getByText('Key “Shop” is disabled.').waitFor()
    await undo(page)
    await page.getByText('Key “Shop” works again.').waitFor()
    await key.refresh()
    assert.equal(key.state, 'active')
  })
})
