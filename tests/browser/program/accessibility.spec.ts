import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import CommissionRule from '#models/commission_rule'
import Coupon from '#models/coupon'
import Link from '#models/link'
import { makeAffiliate, makeCampaign, sell, unique } from '#tests/support/world'
import { address, signedIn, violations } from '#tests/browser/settings/console'
import type { Page } from 'playwright'

const lists = ['/', '/campaigns', '/affiliates', '/links', '/coupons']

test.group('The program’s pages', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('axe finds nothing, in both themes, and nothing is wider than a small phone', async ({
    assert,
    browserContext,
  }) => {
    const { page, workspace } = await signedIn(browserContext)
    const empty = await complaintsOf(page, lists)
    assert.deepEqual(empty, [])

    const campaign = await makeCampaign(workspace, { name: `Long ${'name '.repeat(20)}` })
    const rule = await CommissionRule.create({
      workspaceId: workspace.id,
      campaignId: campaign.id,
      event: 'sale',
      reward: { type: 'percent', rate_bps: 3000 },
      allConditions: [{ field: 'plan', op: 'is', value: 'annual' }],
      anyConditions: [],
      duration: null,
      position: 1,
      lockVersion: 0,
    })
    const email = `${'a.very.long.address.'.repeat(3)}x@subdomain.of.a.long.domain.example.com`
    const affiliate = await makeAffiliate(workspace, { email, name: null })
    const pending = await makeAffiliate(workspace, { state: 'pending' })
    const refParam = `long-${unique()}-${'x'.repeat(40)}`
    const link = await Link.make(affiliate, campaign, { refParam }, system)
    await Coupon.make(affiliate, campaign, `CODE${unique()}`, system)
    await sell(workspace, { ref: refParam })

    const filled = await complaintsOf(page, [
      ...lists,
      '/affiliates?q=nobody',
      '/campaigns/new',
      `/campaigns/${campaign.id}`,
      `/campaigns/${campaign.id}/edit`,
      `/campaigns/${campaign.id}/archive/new`,
      `/campaigns/${campaign.id}/rules/new`,
      `/campaigns/${campaign.id}/rules/${rule.id}/edit`,
      '/affiliates/new',
      `/affiliates/${affiliate.id}`,
      `/affiliates/${affiliate.id}/edit`,
      `/affiliates/${affiliate.id}/suspension/new`,
      `/affiliates/${affiliate.id}/archive/new`,
      `/affiliates/${pending.id}/rejection/new`,
      '/links/new',
      `/links/${link.id}/edit`,
      '/coupons/new',
    ])
    assert.deepEqual(filled, [])
  }).timeout(120_000)

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

/** What is wrong with each page: axe's findings by theme, what the browser's console says, what sticks out at 360 px. */
async function complaintsOf(page: Page, paths: string[]) {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
  for (const path of paths) {
    await page.goto(address(path))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const violation of await violations(page))
        complaints.push(`${path}, ${colorScheme}: ${violation}`)
    }
    await page.setViewportSize({ width: 360, height: 740 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 360) complaints.push(`${path} is ${width} px wide`)
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  page.removeAllListeners('console')
  return complaints
}
