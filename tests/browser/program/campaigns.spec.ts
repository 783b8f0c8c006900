import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Campaign from '#models/campaign'
import CommissionRule from '#models/commission_rule'
import { makeAffiliate, makeCampaign, sell } from '#tests/support/world'
import { system } from '#core/actor'
import Link from '#models/link'
import { address, signedIn } from '#tests/browser/settings/console'

test.group('Campaigns', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a refused form keeps what was typed and says what is wrong beside the field; mended, it is made', async ({
    assert,
    browserContext,
  }) => {
    const { page, workspace } = await signedIn(browserContext)
    await page.goto(address('/campaigns/new'))
    await page.getByLabel('Name').fill('Spring')
    await page.getByLabel('Destination').fill('https://shop.example.com/spring')
    await page.getByLabel('Percentage', { exact: true }).fill('a lot')
    await page.getByLabel('Starts').fill('2027-03-01T09:00')
    await page.getByRole('button', { name: 'Create campaign' }).click()

    await page.getByText('1 field needs another look').waitFor()
    const percentage = page.getByLabel('Percentage', { exact: true })
    assert.equal(await percentage.inputValue(), 'a lot')
    assert.equal(await percentage.getAttribute('aria-invalid'), 'true')
    assert.equal(await page.getByLabel('Name').inputValue(), 'Spring')
    assert.equal(await page.getByLabel('Starts').inputValue(), '2027-03-01T09:00')
    const error = page.locator('#field-reward-rate_bps-error')
    assert.equal((await error.textContent())!.trim(), 'Write a percentage, such as 20 or 12.5.')
    assert.equal(new URL(page.url()).pathname, '/campaigns/new')

    await percentage.fill('12.5')
    await page.getByLabel('A number of months').check()
    await page.getByLabel('Months', { exact: true }).fill('12')
    await page.getByRole('button', { name: 'Create campaign' }).click()
    await page.getByText('Campaign “Spring” is active.').waitFor()
    assert.include(await page.textContent('main'), '12.5% for 12 months')

    const campaign = await Campaign.findByOrFail('workspace_id', workspace.id)
    assert.deepEqual(campaign.reward, { type: 'percent', rate_bps: 1250 })
    assert.deepEqual(campaign.duration, { type: 'months', months: 12 })
    assert.equal(campaign.startsAt!.toUTC().toISO(), '2027-03-01T09:00:00.000Z')
  })

  test('a rule is added with conditions, changed, and removed from the campaign’s page', async ({
    assert,
    browserContext,
  }) => {
    const { page, workspace } = await signedIn(browserContext)
    const campaign = await makeCampaign(workspace)
    await page.goto(address(`/campaigns/${campaign.id}`))
    await page.getByRole('link', { name: 'Add a rule' }).click()

    await page.getByLabel('Condition 1: what is asked').selectOption('amount')
    await page.getByLabel('Condition 1: the answer').fill('a hundred')
    await page.getByLabel('Percentage', { exact: true }).fill('30')
    await page.getByRole('button', { name: 'Add rule' }).click()
    await page.getByText('1 field needs another look').waitFor()
    assert.equal(await page.getByLabel('Condition 1: the answer').inputValue(), 'a hundred')

    await page.getByLabel('Condition 1: the answer').fill('100 EUR')
    await page.getByLabel('Condition 2: what is asked').selectOption('plan')
    await page.getByLabel('Condition 2: the answer').fill('annual, team')
    await page.getByRole('button', { name: 'Add rule' }).click()
    await page.getByText('The rule was added.').waitFor()
    const rule = await CommissionRule.findByOrFail('campaign_id', campaign.id)
    assert.deepEqual(rule.allConditions, [
      { field: 'amount', op: 'at_least', value: 10_000, currency: 'EUR' },
      { field: 'plan', op: 'in', value: ['annual', 'team'] },
    ])
    assert.deepEqual(rule.reward, { type: 'percent', rate_bps: 3000 })
    assert.isNull(rule.duration)

    await page.getByRole('link', { name: /30% of sales/ }).click()
    assert.equal(await page.getByLabel('Condition 1: the answer').inputValue(), '100.00 EUR')
    await page.getByLabel('Condition 1: what is asked').selectOption('')
    await page.getByRole('button', { name: 'Save rule' }).click()
    await page.getByText('The rule was changed.').waitFor()
    await rule.refresh()
    assert.lengthOf(rule.allConditions, 1)

    await page.getByLabel('Actions for rule 1').click()
    await page.getByRole('link', { name: 'Remove…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove rule 1' }).click()
    await page.getByText('The rule was removed.').waitFor()
    assert.lengthOf(await campaign.related('rules').query(), 0)
  })

  test('rules are put in order by keys, by dragging, and put back with Escape', async ({
    assert,
    browserContext,
  }) => {
    const { page, workspace } = await signedIn(browserContext)
    const campaign = await makeCampaign(workspace)
    for (const rate of [1000, 2000, 3000])
      await campaign.addRule({ event: 'sale', reward: { type: 'percent', rate_bps: rate } }, system)
    const shown = async () =>
      (await page.locator('[data-order] .row-link').allTextContents()).map(
        (text) => /\d+/.exec(text)![0]
      )
    const stored = async () =>
      (await campaign.related('rules').query().orderBy('position')).map(({ reward }) =>
        reward?.type === 'percent' ? reward.rate_bps / 100 : null
      )
    const handle = (number: number) => page.getByLabel(`Move rule ${number} of 3`)
    await page.goto(address(`/campaigns/${campaign.id}`))

    await handle(3).focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    assert.deepEqual(await shown(), ['30', '10', '20'])
    assert.include(await page.locator('t-order [role=status]').textContent(), '1 of 3')
    await page.keyboard.press('Escape')
    assert.deepEqual(await shown(), ['10', '20', '30'])

    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByText('The rules are asked in this order now.').waitFor()
    assert.deepEqual(await stored(), [10, 30, 20])
    assert.equal(
      await page.evaluate(() => document.activeElement?.ariaLabel?.slice(0, 11)),
      'Move rule 2'
    )

    const from = (await handle(1).boundingBox())!
    const to = (await handle(3).boundingBox())!
    await page.mouse.move(from.x + 10, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 10, to.y + to.height + 2, { steps: 8 })
    const saved = page.waitForResponse((answer) => answer.url().includes('/rules/order'))
    await page.mouse.up()
    await saved
    assert.deepEqual(await shown(), ['30', '20', '10'])
    assert.deepEqual(await stored(), [30, 20, 10])
  })

  test('pausing can be undone; archiving says how many customers it ends', async ({
    assert,
    browserContext,
  }) => {
    const { page, workspace } = await signedIn(browserContext)
    const campaign = await makeCampaign(workspace)
    const affiliate = await makeAffiliate(workspace)
    const link = await Link.make(affiliate, campaign, {}, system)
    await sell(workspace, { ref: link.refParam })

    await page.goto(address(`/campaigns/${campaign.id}`))
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByText('is paused: it binds no new customers').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await campaign.refresh()
    assert.equal(campaign.state, 'active')

    await page.getByLabel(`More for ${campaign.name}`).click()
    await page.getByRole('link', { name: 'Archive…' }).click()
    await page.getByRole('button', { name: 'Archive and end 1 customer' }).click()
    await page.getByText('is archived and pays nothing more').waitFor()
    await campaign.refresh()
    assert.equal(campaign.state, 'archived')
  })
})
