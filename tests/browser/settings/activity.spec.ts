import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { makeAffiliate, makeCampaign } from '#tests/support/world'
import { address, signedIn } from '#tests/browser/settings/console'

test.group('Activity and jobs in the console', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('activity is narrowed to a type, and an event leads to its subject', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, page } = await signedIn(browserContext)
    await makeCampaign(workspace, { name: 'Spring' })
    await makeAffiliate(workspace, { name: 'Jane Doe' })
    await page.goto(address('/events'))
    assert.lengthOf(await page.locator('.timeline-event').all(), 3)

    await page.getByLabel('What').selectOption({ label: 'Affiliate added' })
    await page.waitForURL(/type=affiliate\.created/)
    await page.getByRole('link', { name: 'Remove the filter What: Affiliate added' }).waitFor()
    assert.lengthOf(await page.locator('.timeline-event').all(), 1)
    const link = page.getByRole('link', { name: 'Affiliate added: Jane Doe' })
    assert.match((await link.getAttribute('href'))!, /^\/affiliates\/aff_/)
  })

  test('the jobs page tells the schedules, also while Redis is away', async ({
    assert,
    browserContext,
  }) => {
    const { page } = await signedIn(browserContext)
    await page.goto(address('/jobs'))
    const schedules = page.getByRole('table', { name: 'Schedules' })
    for (const job of ['Mature commissions', 'Open payout runs', 'Verify the ledger'])
      assert.isTrue(await schedules.getByText(job).isVisible())
    assert.isTrue(await schedules.getByText('nightly at 03:00 UTC').isVisible())
  })
})
