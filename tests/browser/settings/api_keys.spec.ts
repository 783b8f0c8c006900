import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import ApiKey from '#models/api_key'
import { address, signedIn } from '#tests/browser/settings/console'

test.group('API keys in the console', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a key of three permissions is seen once, does what they say, and ends with its revocation', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, page } = await signedIn(browserContext)
    await page.goto(address('/api_keys'))
    await page.getByRole('link', { name: 'New API key' }).first().click()
    await page.waitForURL('**/api_keys/new')
    await page.getByLabel('Name', { exact: true }).fill('CI server')
    for (const box of ['Affiliates: read', 'Links: read', 'Track: write'])
      await page.getByRole('checkbox', { name: box }).check()
    await page.getByRole('button', { name: 'Create API key' }).click()

    await page.getByRole('heading', { name: 'Your new key' }).waitFor()
    const [secret, curl] = await page.locator('[data-copy]').allTextContents()
    assert.match(secret, /^trb_live_/)
    assert.include(curl, `X-Account-Id: ${workspace.id}`)
    assert.include(curl, '/api/v1/affiliates')

    const call = (method: string, path: string, body?: object) =>
      fetch(address(`/api/v1${path}`), {
        method,
        headers: {
          'Authorization': `Bearer ${secret}`,
          'X-Account-Id': workspace.id,
          'Content-Type': 'application/json',
        },
        body: body && JSON.stringify(body),
      })
    const allowed = await call('GET', '/affiliates')
    assert.equal(allowed.status, 200)
    const refused = await call('POST', '/affiliates', { email: 'jane@example.com' })
    assert.equal(refused.status, 403)

    await page.getByRole('link', { name: 'I have copied it' }).click()
    await page.getByRole('heading', { name: 'History' }).waitFor()
    assert.notInclude(await page.content(), secret)
    assert.deepEqual((await ApiKey.findByOrFail('workspace_id', workspace.id)).permissions, {
      'all': false,
      'v1.affiliates.read': true,
      'v1.links.read': true,
      'v1.track.write': true,
    })

    await page.getByLabel('More', { exact: true }).click()
    await page.getByRole('link', { name: 'Revoke…' }).click()
    await page.getByRole('button', { name: 'Revoke the key' }).click()
    await page.getByText('Key “CI server” is revoked.').waitFor()
    const ended = await call('GET', '/affiliates')
    assert.equal(ended.status, 401)
  })

  test('a key without a permission is refused beside the grid, and what was typed stays', async ({
    assert,
    browserContext,
  }) => {
    const { page } = await signedIn(browserContext)
    await page.goto(address('/api_keys/new'))
    await page.getByLabel('Name', { exact: true }).fill('Nothing')
    await page.getByRole('button', { name: 'Create API key' }).click()

    await page.locator('.field-error').getByText('Choose at least one permission.').waitFor()
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Nothing')
    assert.equal(await ApiKey.query().where('name', 'Nothing').first(), null)
  })

  test('a preset ticks its boxes, and a refused form keeps them', async ({
    assert,
    browserContext,
  }) => {
    const { page } = await signedIn(browserContext)
    await page.goto(address('/api_keys/new'))
    await page.getByRole('button', { name: 'Tracking only' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Tracker')
    await page.getByLabel('Allowed addresses').fill('10.0.0.0/8, home')
    await page.getByRole('button', { name: 'Create API key' }).click()

    await page.locator('.field-error').getByText('"home" is no IP address').waitFor()
    const ticked = await page.locator('[data-permission]:checked').all()
    assert.lengthOf(ticked, 1)
    assert.isTrue(await page.getByRole('checkbox', { name: 'Track: write' }).isChecked())
  })
})
