import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Affiliate from '#models/affiliate'
import Coupon from '#models/coupon'
import Enrollment from '#models/enrollment'
import Event from '#models/event'
import Link from '#models/link'
import { makeAffiliate, makeCampaign, makeProgram } from '#tests/support/world'
import { address, signedIn } from '#tests/browser/settings/console'
import type Workspace from '#models/workspace'
import type { BrowserContext, Page } from 'playwright'

test.group('Affiliates', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('one is added with tags and a minimum; their e-mail can be had once', async ({
    assert,
    browserContext,
  }) => {
    const { page, workspace } = await signedIn(browserContext)
    await makeAffiliate(workspace, { email: 'taken@example.com' })
    await page.goto(address('/affiliates/new'))
    await page.getByLabel('Name').fill('Jane Doe')
    await page.getByLabel('E-mail').fill('taken@example.com')
    await page.getByLabel('Tags').fill('newsletter, top 10')
    await page.getByLabel('Minimum in USD').fill('25')
    await page.getByRole('button', { name: 'Add affiliate' }).click()

    await page.getByText('1 field needs another look').waitFor()
    const email = page.getByLabel('E-mail')
    assert.equal(await email.getAttribute('aria-invalid'), 'true')
    assert.equal(await page.getByLabel('Name').inputValue(), 'Jane Doe')
    assert.equal(await page.getByLabel('Minimum in USD').inputValue(), '25')

    await email.fill('jane@example.com')
    await page.getByRole('button', { name: 'Add affiliate' }).click()
    await page.getByText('Jane Doe was added.').waitFor()
    const jane = await Affiliate.findByOrFail('email', 'jane@example.com')
    assert.equal(new URL(page.url()).pathname, `/affiliates/${jane.id}`)
    assert.deepEqual(jane.tags, ['newsletter', 'top 10'])
    assert.deepEqual(jane.payoutMinimums, { USD: 2500 })
  })

  test('a link and a coupon are made from their page', async ({ assert, browserContext }) => {
    const { page, campaign, affiliate } = await withAffiliate(browserContext)
    await makeProgram()
    await page.goto(address(`/affiliates/${affiliate.id}`))
    await page.locator('main').getByRole('link', { name: 'New link' }).first().click()
    assert.equal(await page.getByLabel('Affiliate').inputValue(), affiliate.id)
    await page.getByLabel('End of the link').fill('Spring-Offer')
    await page.getByRole('button', { name: 'Create link' }).click()
    await page.getByText('/r/spring-offer is ready.').waitFor()
    const link = await Link.findByOrFail('ref_param', 'spring-offer')
    assert.equal(link.campaignId, campaign.id)

    await page.getByRole('link', { name: 'New coupon' }).click()
    await page.getByLabel('Code').fill('not a code')
    await page.getByRole('button', { name: 'Create coupon' }).click()
    await page.locator('#field-code-error').waitFor()
    await page.getByLabel('Code').fill('spring20')
    await page.getByRole('button', { name: 'Create coupon' }).click()
    await page.getByText('Coupon SPRING20 is ready.').waitFor()
    const coupon = await Coupon.findByOrFail('code', 'SPRING20')
    assert.equal(coupon.affiliateId, affiliate.id)

    await page.goto(address(`/links/new?affiliate_id=${affiliate.id}`))
    await page.getByLabel('End of the link').fill('spring-offer')
    await page.getByRole('button', { name: 'Create link' }).click()
    await page.locator('#field-ref_param-error').waitFor()
  })

  test('a coupon gets another code; unused, it and its link are deleted', async ({
    assert,
    browserContext,
  }) => {
    const { page, workspace, owner, campaign, affiliate } = await withAffiliate(browserContext)
    await Coupon.make(affiliate, campaign, 'SPRING20', owner.actor)
    await Link.make(affiliate, campaign, { refParam: 'never-used' }, owner.actor)
    await page.goto(address('/coupons'))
    await page.getByRole('link', { name: 'SPRING20' }).click()
    await page.getByRole('textbox', { name: 'Code' }).fill('summer 20')
    await page.getByRole('button', { name: 'Save coupon' }).click()
    await page.locator('#field-code-error').waitFor()
    await page.getByRole('textbox', { name: 'Code' }).fill('summer20')
    await page.getByRole('button', { name: 'Save coupon' }).click()
    await page.getByText('The coupon is SUMMER20 now.').waitFor()

    await page.getByRole('link', { name: 'Coupon', exact: true }).click()
    await page.getByText('Coupon changed').waitFor()
    await page.getByRole('link', { name: 'Delete…' }).click()
    await page.getByRole('button', { name: 'Delete coupon' }).click()
    await page.getByText('Coupon SUMMER20 was deleted.').waitFor()

    await page.getByRole('link', { name: 'never-used' }).click()
    await page.getByRole('link', { name: 'Delete…' }).click()
    await page.getByRole('button', { name: 'Delete link' }).click()
    await page.getByText('Link never-used was deleted.').waitFor()
    const left = [await Coupon.query().where('workspace_id', workspace.id), await links(workspace)]
    assert.deepEqual(left, [[], []])
  })

  test('who is in a campaign is taken out of it, let in again, and kept where something came of it', async ({
    assert,
    browserContext,
  }) => {
    const { page, owner, campaign, affiliate } = await withAffiliate(browserContext)
    const enrollment = await Enrollment.ensure(affiliate, campaign, owner.actor)
    const link = await Link.make(affiliate, campaign, {}, owner.actor)
    const open = () => page.goto(address(`/enrollments/${enrollment.id}/edit`))
    await open()
    await page.getByRole('link', { name: 'End…' }).click()
    await page.getByRole('button', { name: 'End', exact: true }).click()
    await page.getByText(`${affiliate.displayName} is no longer in ${campaign.name}.`).waitFor()
    await enrollment.refresh()
    assert.equal(enrollment.state, 'ended')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText(`${affiliate.displayName} is in ${campaign.name} again.`).waitFor()

    await open()
    await remove(page)
    await page.getByText('Something came of this enrollment. End it instead.').waitFor()
    await link.remove(owner.actor)
    await open()
    await remove(page)
    await page.getByText('The enrollment was deleted.').waitFor()
    assert.isNull(await Enrollment.find(enrollment.id))
  })

  test('suspending asks for a reason in the dialog, and the history keeps it', async ({
    assert,
    browserContext,
  }) => {
    const { page, workspace } = await signedIn(browserContext)
    const affiliate = await makeAffiliate(workspace)
    await page.goto(address(`/affiliates/${affiliate.id}`))
    await page.getByLabel(`More for ${affiliate.displayName}`).click()
    await page.getByRole('link', { name: 'Suspend…' }).click()
    const dialog = page.locator('up-modal')
    await dialog.getByRole('button', { name: 'Suspend affiliate' }).click()
    await dialog.locator('#field-reason-error').waitFor()

    await dialog.getByLabel('Reason').selectOption('suspected_fraud')
    await dialog.getByLabel('Note').fill('Forty sales of one visitor')
    await dialog.getByRole('button', { name: 'Suspend affiliate' }).click()
    await page.getByText('What they earn now is held.').waitFor()
    await dialog.waitFor({ state: 'detached' })
    assert.include(await page.textContent('.timeline'), 'Forty sales of one visitor')

    await affiliate.refresh()
    assert.equal(affiliate.state, 'suspended')
    const event = await Event.query()
      .where({ subject_id: affiliate.id, type: 'affiliate.suspended' })
      .firstOrFail()
    assert.equal(event.reason, 'suspected_fraud')
  })

  test('an application is let in from the list', async ({ assert, browserContext }) => {
    const { page, workspace } = await signedIn(browserContext)
    const affiliate = await makeAffiliate(workspace, { state: 'pending' })
    await page.goto(address('/'))
    await page.goto(address('/affiliates?state=pending'))
    await page.getByLabel(`Actions for ${affiliate.displayName}`).click()
    await page.getByRole('button', { name: 'Let in' }).click()
    await page.getByText(`${affiliate.displayName} is active.`).waitFor()
    await affiliate.refresh()
    assert.equal(affiliate.state, 'active')
  })
})

async function withAffiliate(context: BrowserContext) {
  const program = await signedIn(context)
  const campaign = await makeCampaign(program.workspace)
  return { ...program, campaign, affiliate: await makeAffiliate(program.workspace) }
}

function links({ id }: Workspace) {
  return Link.query().where('workspace_id', id)
}

async function remove(page: Page) {
  await page.locator('main summary').first().click()
  await page.getByRole('link', { name: 'Delete…' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
}
