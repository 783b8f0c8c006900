import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import Commission from '#models/commission'
import Link from '#models/link'
import Payout from '#models/payout'
import Refund from '#models/refund'
import { address, signIn } from '#tests/browser/payouts/console'
import { approvedRun, assertBalanced, dueProgram, openRun, paidRun } from '#tests/support/money'
import { makeAffiliate, makeProgram, sell, unique } from '#tests/support/world'
import type Campaign from '#models/campaign'
import type Workspace from '#models/workspace'

test.group('Deeds on payouts, commissions and conversions', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a payout is excluded with a reason; without one the dialog says so', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    const { page } = await signIn(browserContext, owner)

    await page.goto(address(`/payout_runs/${run.id}`))
    await page.getByRole('link', { name: `Exclude ${affiliate.displayName}` }).click()
    await page.getByLabel('Reason').evaluate((select) => select.removeAttribute('required'))
    await page.getByRole('button', { name: 'Exclude $20.00' }).click()
    await page.getByText('1 field needs another look').waitFor()

    await page.getByLabel('Reason').selectOption('tax_papers_missing')
    await page.getByRole('button', { name: 'Exclude $20.00' }).click()
    await page.getByText(`Excluded ${affiliate.displayName}, $20.00`).waitFor()
    assert.include(await page.locator('#left-out').innerText(), 'Tax papers are missing')
    await payout.refresh()
    assert.equal(payout.state, 'canceled')
    await assertBalanced(assert, workspace)
  })

  test('an exclusion is undone where it is told of, and put back later from the list', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner, affiliate, campaign } = await dueProgram()
    await anotherIn(workspace, campaign)
    const { run } = await openRun(workspace, owner)
    const { page } = await signIn(browserContext, owner)
    const approve = page.getByRole('link', { name: 'Approve $40.00…' })

    await page.goto(address(`/payout_runs/${run.id}`))
    for (const undo of [
      page.getByRole('button', { name: 'Undo' }),
      page.getByRole('button', { name: `Put back ${affiliate.displayName}` }),
    ]) {
      await page.getByRole('link', { name: `Exclude ${affiliate.displayName}` }).click()
      await page.getByLabel('Reason').selectOption('tax_papers_missing')
      await page.getByRole('button', { name: 'Exclude $20.00' }).click()
      await page.getByRole('link', { name: 'Approve $20.00…' }).waitFor()
      await undo.click()
      await page.getByText(`Put ${affiliate.displayName}, $20.00, back into the run.`).waitFor()
      await approve.waitFor()
    }
    assert.equal(await page.locator('#left-out').count(), 0)
    await assertBalanced(assert, workspace)
  })

  test('who was excluded can be paid by a run of their own, while nothing else took it up', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const { payout } = await openRun(workspace, owner)
    await payout.exclude(owner.actor, 'tax_papers_missing')
    const { page } = await signIn(browserContext, owner)
    const open = page.getByRole('button', { name: `Open a run for ${affiliate.displayName}` })

    await page.goto(address(`/payouts/${payout.id}`))
    await open.click()
    await page.getByText('A run was opened for review.').waitFor()
    const again = await Payout.query()
      .where({ affiliate_id: affiliate.id, state: 'awaiting_approval' })
      .firstOrFail()
    assert.include(page.url(), again.runId)
    assert.equal(again.amount, payout.amount)

    await page.goto(address(`/payouts/${payout.id}`))
    await page.locator('.callout').getByText('Taken out of its run').waitFor()
    assert.equal(await open.count(), 0)
    await assertBalanced(assert, workspace)
  })

  test('a payout fails, and its run says that it did not arrive', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner, commission } = await dueProgram()
    const { payout } = await approvedRun(workspace, owner)
    const { page } = await signIn(browserContext, owner)

    await page.goto(address(`/payouts/${payout.id}`))
    await page.getByRole('link', { name: 'Mark failed…' }).click()
    await page.getByLabel('Reason').selectOption('account_closed')
    await page.getByRole('button', { name: 'Mark $20.00 failed' }).click()
    await page.getByText('$20.00 in 1 payout did not arrive').waitFor()
    assert.include(await page.locator('main').innerText(), 'The account is closed')
    await commission.refresh()
    assert.equal(commission.state, 'due')
  })

  test('a paid payout comes back', async ({ assert, browserContext }) => {
    const { workspace, owner } = await dueProgram()
    const { payout } = await paidRun(workspace, owner)
    const { page } = await signIn(browserContext, owner)

    await page.goto(address(`/payouts/${payout.id}`))
    await page.getByRole('link', { name: 'Mark returned…' }).click()
    await page.getByLabel('Reason').selectOption('sent_back_by_bank')
    await page.getByRole('button', { name: 'Mark $20.00 returned' }).click()
    await page.getByText('The money came back', { exact: true }).waitFor()
    await payout.refresh()
    assert.equal(payout.state, 'returned')
  })

  test('all but one are marked paid', async ({ assert, browserContext }) => {
    const { workspace, owner, campaign } = await dueProgram()
    const other = await anotherIn(workspace, campaign)
    const { run } = await approvedRun(workspace, owner)
    const { page } = await signIn(browserContext, owner)

    await page.goto(address(`/payout_runs/${run.id}`))
    await page.getByRole('button', { name: 'Set on its way' }).click()
    await page.getByRole('link', { name: 'Mark all paid…' }).click()
    await page.getByLabel('Reference').fill('BANK-7')
    await page.getByText('Some were not paid').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: other.displayName }).check()
    await page.getByRole('button', { name: 'Mark paid' }).click()
    await page.getByText('$20.00 in 1 payout on the way').waitFor()
    const states = await run.related('payouts').query().orderBy('state')
    assert.deepEqual(
      states.map((payout) => [payout.state, payout.reference]),
      [
        ['paid', 'BANK-7'],
        ['processing', null],
      ]
    )
  })

  test('a commission is held, released and voided with a reason', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner, link } = await makeProgram()
    const sale = await sell(workspace, { ref: link.refParam })
    const commission = await Commission.findByOrFail('conversion_id', sale.id)
    const { page } = await signIn(browserContext, owner)

    await page.goto(address(`/commissions/${commission.id}`))
    await page.getByRole('button', { name: 'Hold' }).click()
    await page.getByText('Held until someone releases or voids it').waitFor()
    await page.getByRole('link', { name: 'Release…' }).click()
    await page.getByLabel('Reason').selectOption('checked')
    await page.getByRole('button', { name: 'Release $19.80' }).click()
    await page.getByRole('button', { name: 'Make due now' }).waitFor()

    await page.getByRole('link', { name: 'Void…' }).click()
    await page.getByLabel('Reason').selectOption('test_order')
    await page.getByRole('button', { name: 'Void 1 commission, $19.80' }).click()
    await page.getByText('Voided $19.80: it is not owed any more.').waitFor()
    assert.include(await page.locator('main').innerText(), 'A test order')
    await commission.refresh()
    assert.deepEqual([commission.state, commission.voidReason], ['voided', 'test_order'])
  })

  test('an adjustment takes back a decimal amount', async ({ assert, browserContext }) => {
    const { workspace, owner, affiliate } = await makeProgram()
    const { page } = await signIn(browserContext, owner)

    await page.goto(address('/commissions/new'))
    await page.getByLabel('Affiliate').selectOption(affiliate.id)
    await page.getByLabel('Amount').fill('-12.50')
    await page.getByLabel('Adjustment').check()
    await page.getByLabel('Reason').selectOption('paid_too_much')
    await page.getByLabel('Note').fill('In March')
    await page.getByRole('button', { name: 'Record it' }).click()
    await page.getByRole('heading', { name: 'owed back by' }).waitFor()
    const commission = await workspace.related('commissions').query().firstOrFail()
    assert.deepEqual(
      [commission.amount, commission.kind, commission.explanation],
      [-1250, 'adjustment', 'Too much was paid before: In March']
    )
  })

  test('part of a sale is refunded and undone, and the commission follows', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner, sale, commission } = await dueProgram()
    await paidRun(workspace, owner)
    const { page } = await signIn(browserContext, owner)

    await page.goto(address(`/conversions/${sale.id}`))
    await page.getByRole('link', { name: 'Refund…' }).click()
    await page.getByLabel('Amount').fill('500.00')
    await page.getByRole('button', { name: 'Record the refund' }).click()
    await page.getByRole('alert').getByText('Only $100.00 is left to refund').waitFor()
    await page.getByLabel('Amount').fill('25.00')
    await page.getByRole('button', { name: 'Record the refund' }).click()
    await page.getByText('Given back in part').waitFor()
    const refund = await Refund.findByOrFail('conversion_id', sale.id)
    assert.equal(refund.amount, 2500)
    const reversal = await Commission.findByOrFail('reversal_of', commission.id)
    assert.equal(reversal.amount, -500)

    await page.getByLabel(`Undo ${refund.externalId}`).click()
    await page.getByRole('button', { name: 'Undo: the chargeback was won' }).click()
    await page.getByText('The refund is undone').waitFor()
    await refund.refresh()
    assert.equal(refund.state, 'undone')
    await assertBalanced(assert, workspace)
  })

  test('a run is opened by hand from what is due', async ({ assert, browserContext }) => {
    const { workspace, owner } = await dueProgram()
    const { page } = await signIn(browserContext, owner)

    await page.goto(address('/payout_runs/new'))
    await page.getByRole('button', { name: 'Open for review, $20.00' }).click()
    await page.getByText('A run was opened for review.').waitFor()
    const [run] = await workspace.related('payoutRuns').query()
    assert.match(page.url(), new RegExp(run.id))
    assert.deepEqual([run.amount, run.trigger], [2000, 'hand'])
  })
})

/** Another affiliate of the campaign with as much due. */
async function anotherIn(workspace: Workspace, campaign: Campaign) {
  const affiliate = await makeAffiliate(workspace)
  const link = await Link.make(affiliate, campaign, { refParam: `other-${unique()}` }, system)
  await sell(workspace, { ref: link.refParam, amount: 10_000 })
  return affiliate
}
