import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Commission from '#models/commission'
import { address, signIn, violations } from '#tests/browser/payouts/console'
import { approvedRun, dueProgram, openRun, paidRun, refund, saleOf } from '#tests/support/money'
import { makeWorkspace, sell } from '#tests/support/world'
import type { Assert } from '@japa/assert'
import type { BrowserContext } from 'playwright'
import type User from '#models/user'

const lists = [
  '/payout_runs',
  '/payout_runs/new',
  '/payouts',
  '/commissions',
  '/commissions/new',
  '/conversions',
  '/referrals',
]

test.group('Payouts, commissions, conversions and referrals', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('axe finds nothing in an empty workspace', async ({ assert, browserContext }) => {
    const { owner } = await makeWorkspace()
    await assertAccessible(assert, browserContext, owner, lists)
  }).timeout(120_000)

  test('axe finds nothing while money is on its way', async ({ assert, browserContext }) => {
    const program = await dueProgram()
    const { workspace, owner, sale, commission, link } = program
    const paid = await paidRun(workspace, owner)
    await refund(sale, 1000)
    await sell(workspace, { amount: 5000 })
    await saleOf(program, 90_000)
    const approved = await approvedRun(workspace, owner)
    const late = await saleOf(program)
    const { run, payout } = await openRun(workspace, owner)
    const held = await sell(workspace, {
      ref: link.refParam,
      customer: { externalId: 'self', email: program.affiliate.email },
    })
    const holding = await Commission.findByOrFail('conversion_id', held.id)
    const referral = await workspace.related('referrals').query().firstOrFail()

    await assertAccessible(assert, browserContext, owner, [
      ...lists,
      '/commissions?state=held&q=nothing',
      `/commissions/${commission.id}`,
      `/commissions/${holding.id}`,
      `/commissions/${holding.id}/void/new`,
      `/conversions/${sale.id}`,
      `/conversions/${late.sale.id}/refunds/new`,
      `/referrals/${referral.id}`,
      `/payout_runs/${paid.run.id}`,
      `/payout_runs/${approved.run.id}`,
      `/payout_runs/${approved.run.id}/payment/new`,
      `/payout_runs/${run.id}`,
      `/payout_runs/${run.id}?show=first`,
      ...['approval', 'rejection', 'cancel'].map((deed) => `/payout_runs/${run.id}/${deed}/new`),
      `/payouts/${payout.id}`,
      `/payouts/${paid.payout.id}`,
      `/payouts/${payout.id}/exclusion/new`,
      ...['payment', 'failure'].map((deed) => `/payouts/${approved.payout.id}/${deed}/new`),
      `/payouts/${paid.payout.id}/return/new`,
    ])
  }).timeout(240_000)
})

/** In both themes, at 360 px too, and without a word of the browser's console. */
async function assertAccessible(
  assert: Assert,
  context: BrowserContext,
  user: User,
  paths: string[]
) {
  const { page, complaints } = await signIn(context, user)
  for (const path of paths) {
    await page.setViewportSize({ width: 1280, height: 800 })
    const answer = await page.goto(address(path))
    assert.equal(answer!.status(), 200, path)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      assert.deepEqual(await violations(page), [], `${path}, ${colorScheme}`)
    }
    await page.setViewportSize({ width: 360, height: 740 })
    const wide = await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)
    assert.isAtMost(wide, 360, path)
  }
  assert.deepEqual(complaints, [])
}
