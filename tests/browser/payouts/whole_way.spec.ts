import { readFile } from 'node:fs/promises'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import MatureCommissionsJob from '#jobs/mature_commissions_job'
import OpenDueRunsJob from '#jobs/open_due_runs_job'
import ApiKey from '#models/api_key'
import Commission from '#models/commission'
import { address, signIn } from '#tests/browser/payouts/console'
import { browser as userAgent } from '#tests/functional/tracking/visits'
import { assertBalanced } from '#tests/support/money'
import { later, makeProgram } from '#tests/support/world'
import type Workspace from '#models/workspace'
import type { Page } from 'playwright'

test.group('The whole way, in Chromium', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a click becomes a paid commission; a refund after it is netted by the next run', async ({
    assert,
    browser,
    browserContext,
  }) => {
    const { workspace, owner, affiliate, link } = await makeProgram({
      holdDays: 1,
      destinationUrl: address('/health/live'),
    })
    const api = await clientOf(workspace, owner)

    const clickId = await followLink(await browser.newPage({ userAgent }), link.refParam)
    const { commissions } = await api('/track/sale', sale('order-1', { click_id: clickId }))
    assert.lengthOf(commissions, 1)
    assert.equal(commissions[0].state, 'pending')
    assert.include(commissions[0].explanation, `link ${link.refParam}`)

    await later(40, () => new MatureCommissionsJob().handle())
    const commission = await Commission.findOrFail(commissions[0].id)
    assert.equal(commission.state, 'due')
    await later(40, () => new OpenDueRunsJob().handle())

    const { page, complaints } = await signIn(browserContext, owner)
    await page.goto(address('/payout_runs?state=awaiting_approval'))
    await page.locator('.row-link').click()
    await page.getByText('Is this money right, and may it go out?').waitFor()
    const review = await page.locator('main').innerText()
    assert.include(review, '$19.80')
    assert.include(review, affiliate.displayName)
    assert.include(review, 'First payout')

    await page.getByRole('link', { name: 'Approve $19.80' }).click()
    await page.getByRole('button', { name: 'Approve $19.80' }).click()
    await page.getByText('Approved 1 payout, $19.80.').waitFor()

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'List to pay by hand' }).click(),
    ])
    assert.match(download.suggestedFilename(), /^payouts-run_.*USD-csv\.csv$/)
    assert.include(await readFile(await download.path(), 'utf8'), '19.80,USD')

    await page.getByRole('button', { name: 'Set on its way' }).click()
    await page.getByText('$19.80 in 1 payout on the way').waitFor()
    await page.getByRole('link', { name: 'Mark all paid…' }).click()
    await page.getByLabel('Reference').fill('BANK-2291')
    await page.getByRole('button', { name: 'Mark paid' }).click()
    await page.getByText('$19.80 in 1 payout paid').waitFor()
    await commission.refresh()
    assert.equal(commission.state, 'paid')

    await api('/track/refund', {
      external_id: 'refund-1',
      conversion_external_id: 'order-1',
      amount: 4950,
    })
    const reversal = await Commission.findByOrFail('reversal_of', commission.id)
    assert.equal(reversal.amount, -990)
    await page.goto(address(`/commissions/${commission.id}`))
    const family = page.getByRole('table', { name: 'The commission and its corrections' })
    assert.include(await family.innerText(), '−$9.90')

    await api('/track/sale', sale('order-2', { click_id: clickId }))
    await later(80, () => new MatureCommissionsJob().handle())
    await later(80, () => new OpenDueRunsJob().handle())
    await page.goto(address('/payout_runs?state=awaiting_approval'))
    await page.locator('.row-link').click()
    await page.getByRole('link', { name: 'Approve $9.90' }).waitFor()
    assert.include(await page.locator('main').innerText(), '$9.90 taken back')

    assert.deepEqual(complaints, [])
    await assertBalanced(assert, workspace)
  }).timeout(60_000)
})

/** Goes where a visitor goes: by the redirect to the shop, which is given the click's id. */
async function followLink(page: Page, refParam: string) {
  await page.goto(address(`/r/${refParam}`))
  const clickId = new URL(page.url()).searchParams.get('click_id')
  await page.close()
  return clickId
}

/** Calls the API with a key of the workspace, and answers what it was answered. */
async function clientOf(workspace: Workspace, owner: Parameters<typeof ApiKey.mint>[1]) {
  const key = await ApiKey.mint(workspace, owner, { name: 'Server', permissions: { all: true } })
  return async (path: string, body: object) => {
    const response = await fetch(address(`/api/v1${path}`), {
      method: 'POST',
      headers: {
        'Authorization': `Bearer ${key.secret}`,
        'X-Account-Id': workspace.id,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(body),
    })
    if (!response.ok)
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as {
      commissions: { id: string; state: string; explanation: string }[]
    }
  }
}

function sale(externalId: string, extra: object) {
  return {
    external_id: externalId,
    amount: 9900,
    currency: 'USD',
    customer: { external_id: `customer-of-${externalId}` },
    ...extra,
  }
}
