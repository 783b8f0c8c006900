import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { address, makeAdmin, signIn, tabTo } from '#tests/browser/payouts/console'
import { dueProgram, openRun } from '#tests/support/money'

test.group('Approving a run in the console', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('works without JavaScript, to the last step', async ({ assert, browser }) => {
    const { workspace, owner } = await dueProgram()
    const { run } = await openRun(workspace, owner)
    const context = await browser.newContext({ javaScriptEnabled: false })
    const { page } = await signIn(context, owner)

    await page.goto(address(`/payout_runs/${run.id}`))
    await page.getByRole('link', { name: 'Approve $20.00' }).click()
    assert.match(page.url(), /\/approval\/new$/)
    await page.getByRole('button', { name: 'Approve $20.00' }).click()
    await page.getByText('Approved 1 payout, $20.00.').waitFor()

    await page.getByRole('button', { name: 'Set on its way' }).click()
    await page.getByRole('link', { name: 'Mark all paid…' }).click()
    await page.getByLabel('Reference').fill('BANK-1')
    await page.getByRole('button', { name: 'Mark paid' }).click()
    await page.getByText('$20.00 in 1 payout paid').waitFor()
    await run.refresh()
    assert.equal(run.state, 'completed')
    await context.close()
  })

  test('works with the keyboard alone', async ({ assert, browserContext }) => {
    const { workspace, owner } = await dueProgram()
    const { run } = await openRun(workspace, owner)
    const { page } = await signIn(browserContext, owner)

    await page.goto(address('/payout_runs'))
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByText('Is this money right, and may it go out?').waitFor()
    await tabTo(page, 'Approve $20.00…')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'Approve $20.00')
    await page.keyboard.press('Enter')
    await page.getByText('Approved 1 payout, $20.00.').waitFor()
    await run.refresh()
    assert.equal(run.state, 'approved')
  })

  test('two people are needed when the workspace says so', async ({ assert, browser }) => {
    const { workspace, owner } = await dueProgram({ approvals: { required: 2 } })
    const ben = await makeAdmin(workspace, 'Ben Okafor')
    const { run } = await openRun(workspace, owner)

    const first = await signIn(await browser.newContext(), owner)
    await first.page.goto(address(`/payout_runs/${run.id}`))
    await first.page.getByText('Two people must approve it; yours is the first.').waitFor()
    await first.page.getByRole('link', { name: 'Approve $20.00' }).click()
    await first.page.getByRole('button', { name: 'Approve $20.00' }).click()
    await first.page.getByText('You approved this run; it needs another person').waitFor()
    assert.equal(await first.page.getByRole('link', { name: /^Approve/ }).count(), 0)
    await first.page.goto(address(`/payout_runs/${run.id}/approval/new`))
    await first.page.getByText('You cannot approve this run').waitFor()
    assert.equal(await first.page.getByRole('button', { name: /^Approve/ }).count(), 0)

    const second = await signIn(await browser.newContext(), ben)
    await second.page.goto(address(`/payout_runs/${run.id}`))
    await second.page
      .getByText('Ada Owner approved it; yours is the last that is needed.')
      .waitFor()
    await second.page.getByRole('link', { name: 'Approve $20.00' }).click()
    await second.page.getByRole('button', { name: 'Approve $20.00' }).click()
    await second.page.getByText('Approved 1 payout, $20.00.').waitFor()
    const text = await second.page.locator('main').innerText()
    assert.include(text, 'Ada Owner')
    assert.include(text, 'Ben Okafor')
    await run.refresh()
    assert.equal(run.state, 'approved')
  })

  test('a run is rejected with a reason, and what it held is due again', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { run } = await openRun(workspace, owner)
    const { page } = await signIn(browserContext, owner)

    await page.goto(address(`/payout_runs/${run.id}`))
    await page.getByRole('link', { name: 'Reject…' }).click()
    await page.getByLabel('Reason').selectOption('wrong_amounts')
    await page.getByLabel('Note').fill('Twice last month’s.')
    await page.getByRole('button', { name: 'Reject 1 payout, $20.00' }).click()
    await page.getByText('This run was canceled; nothing of it is paid').waitFor()
    assert.include(
      await page.locator('main').innerText(),
      'The amounts look wrong. Twice last month’s.'
    )
    await commission.refresh()
    assert.deepEqual([commission.state, commission.payoutId], ['due', null])
  })

  test('while a job works the page follows it, and stops when it is done', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner } = await dueProgram()
    const { run } = await openRun(workspace, owner)
    await run.approve(owner.actor)
    await run.merge({ progressStep: 'executing' }).save()
    const { page } = await signIn(browserContext, owner)

    await page.goto(address(`/payout_runs/${run.id}`))
    await page.getByText('Setting payouts on their way').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Set on its way' }).count(), 0)

    await run.merge({ progressStep: null }).save()
    await page.getByRole('button', { name: 'Set on its way' }).waitFor()
    assert.equal(await page.getByText('Setting payouts on their way').count(), 0)
    assert.equal(await page.locator('t-follow').count(), 0)
  })
})
