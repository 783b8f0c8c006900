import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Referral from '#models/referral'
import { address, signIn } from '#tests/browser/payouts/console'
import { worthOf } from '#tests/support/money'
import { makeProgram, sell } from '#tests/support/world'

test.group('Forgetting in the console', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a customer is forgotten from their page, in a dialog that says what stays', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner, link } = await makeProgram()
    const sale = await sell(workspace, {
      ref: link.refParam,
      amount: 10_000,
      customer: { externalId: 'petra', email: 'petra@person.example', name: 'Petra Person' },
    })
    const { page } = await signIn(browserContext, owner)
    await page.goto(address(`/referrals/${sale.referralId}`))
    await page.getByLabel('More for Petra Person').click()
    await page.getByRole('link', { name: 'Forget the customer…' }).click()
    const dialog = page.getByRole('dialog')
    assert.match(await dialog.innerText(), /What they earned stays\s*\$20\.00/)
    await dialog.getByRole('button', { name: 'Forget the customer' }).click()

    await page.getByText('The customer is forgotten.').waitFor()
    const text = await page.locator('main').innerText()
    assert.notInclude(text, 'Petra')
    assert.include(text, 'Customer forgotten')
    assert.equal(await page.getByRole('link', { name: 'Forget the customer…' }).count(), 0)
    assert.isNull((await Referral.findOrFail(sale.referralId!)).customerEmail)
    assert.equal(await worthOf(sale), 2_000)
  })

  test('an affiliate with a balance is not; the page says why, and leads there and back', async ({
    browserContext,
  }) => {
    const { workspace, owner, affiliate, link } = await makeProgram()
    await sell(workspace, { ref: link.refParam, amount: 10_000 })
    const { page } = await signIn(browserContext, owner)
    await page.goto(address(`/affiliates/${affiliate.id}`))
    await page.getByLabel(`More for ${affiliate.name}`).click()
    await page.getByRole('link', { name: 'Forget…' }).click()
    await page.getByText('They still have a balance: $20.00').waitFor()
    await page.getByRole('link', { name: `Back to ${affiliate.name}` }).click()
    await page.getByText('They still have a balance: $20.00').waitFor({ state: 'detached' })

    await page.goto(address(`/affiliates/${affiliate.id}/forgetting/new`))
    await page.getByRole('link', { name: 'Show what is owed' }).click()
    await page.getByRole('heading', { name: 'Commissions' }).waitFor()
    await page.getByRole('cell', { name: '$20.00', exact: true }).waitFor()
  })
})
