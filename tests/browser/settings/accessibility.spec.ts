import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import ApiKey from '#models/api_key'
import { address, signedIn, violations } from '#tests/browser/settings/console'

const paths = [
  '/settings',
  '/workspaces/new',
  '/api_keys',
  '/api_keys?q=none',
  '/api_keys/new',
  '/api_keys/:id',
  '/api_keys/:id/edit',
  '/events',
  '/jobs',
  '/profile',
]

test.group('Settings, keys, activity and jobs', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('axe finds nothing, in both themes, and nothing is wider than a small phone', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner, page } = await signedIn(browserContext)
    const key = await ApiKey.mint(workspace, owner, { name: 'Server' })
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })

    for (const path of paths) {
      await page.goto(address(path.replace(':id', key.id)))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        assert.deepEqual(await violations(page), [], `${path}, ${colorScheme}`)
      }
      await page.setViewportSize({ width: 360, height: 740 })
      assert.isAtMost(await page.evaluate(() => document.documentElement.scrollWidth), 360, path)
      await page.setViewportSize({ width: 1280, height: 800 })
    }
    assert.deepEqual(complaints, [])
  }).timeout(60_000)
})
