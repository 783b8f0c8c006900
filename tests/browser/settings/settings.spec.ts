import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { address, signedIn } from '#tests/browser/settings/console'
import { makeUser } from '#tests/support/world'

test.group('Settings in the console', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('the payout schedule is changed, and the page tells the next run', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, page } = await signedIn(browserContext)
    await page.goto(address('/settings'))
    await page.getByLabel('A run is opened').selectOption('week')
    await page.getByLabel('Day of the week').selectOption({ label: 'Friday' })
    await page.getByLabel('Net days').fill('7')
    await page.getByRole('button', { name: 'Save schedule' }).click()

    await page.getByText('The settings were changed.').waitFor()
    await workspace.refresh()
    const { every, weekday, net_days: netDays } = workspace.payoutSchedule
    assert.deepEqual({ every, weekday, netDays }, { every: 'week', weekday: 5, netDays: 7 })
    assert.match(await page.locator('main').innerText(), /Next run on \d+ \w+ \d{4}/)
  })

  test('a minimum is kept in minor units of each currency', async ({ assert, browserContext }) => {
    const { workspace, page } = await signedIn(browserContext)
    await page.goto(address('/settings?currency=JPY'))
    await page.getByLabel('Minimum in USD').fill('1,050.50')
    await page.getByLabel('Minimum in JPY').fill('5000')
    await page.getByRole('button', { name: 'Save minimums' }).click()

    await page.getByText('The settings were changed.').waitFor()
    await workspace.refresh()
    assert.deepEqual(workspace.payoutMinimums, { USD: 105_050, JPY: 5000 })
  })

  test('two approvals are refused beside the field while one person may approve', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, page } = await signedIn(browserContext)
    await page.goto(address('/settings'))
    await page.getByLabel('two people, always').check()
    await page.getByRole('button', { name: 'Save approvals' }).click()

    const needs = page.getByRole('group', { name: 'A run needs' })
    await needs.getByText('Two approvals need at least two people').waitFor()
    assert.isTrue(await page.getByLabel('two people, always').isChecked())
    await workspace.refresh()
    assert.equal(workspace.approvals.required, 1)

    const second = await makeUser()
    await workspace.related('memberships').create({ userId: second.id, role: 'admin' })
    await page.getByRole('button', { name: 'Save approvals' }).click()
    await page.getByText('The settings were changed.').waitFor()
    await workspace.refresh()
    assert.equal(workspace.approvals.required, 2)
  })

  test('a password is changed with the current one alone', async ({ assert, browserContext }) => {
    const { owner, page } = await signedIn(browserContext)
    await page.goto(address('/profile'))
    const change = async (current: string) => {
      await page.getByLabel('Current password').fill(current)
      await page.getByLabel('New password', { exact: true }).fill('another long one')
      await page.getByLabel('New password again').fill('another long one')
      await page.getByRole('button', { name: 'Change password' }).click()
    }

    await change('not this one')
    await page.locator('.field-error').getByText('This is not your password.').waitFor()
    await change('correct horse battery')
    await page.getByText('Your password was changed.').waitFor()
    await owner.refresh()
    assert.isTrue(await owner.verifyPassword('another long one'))
  })
})
