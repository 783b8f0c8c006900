import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { rebuildRollups } from '#reports/rebuild'
import { signedIn } from '#tests/support/session'
import { makeProgram, makeWorkspace, sell } from '#tests/support/world'

test.group('The page of reports', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows each figure as a table beside its chart, and who brought it', async ({ assert }) => {
    const { workspace, owner, affiliate, campaign, link } = await makeProgram()
    await sell(workspace, { ref: link.refParam, amount: 12_300 })
    await sell(workspace, { ref: link.refParam, amount: 500, currency: 'JPY' })
    await rebuildRollups(workspace.id)
    const console = await signedIn(owner)

    const page = await console.page('/reports')
    for (const title of ['Revenue', 'Commissions', 'Payouts', 'Clicks', 'Conversions'])
      assert.include(page, `<caption class="visually-hidden">${title} by day</caption>`)
    assert.include(page, '$123.00')
    assert.notInclude(page, '¥500')
    assert.include(page, `affiliate_id=${affiliate.id}`)
    assert.include(page, 'against the 30 days before')

    const yen = await console.page(
      `/reports?currency=JPY&interval=month&group_by=link&campaign_id=${campaign.id}`
    )
    assert.include(yen, '¥500')
    assert.include(yen, link.refParam)
    assert.include(yen, 'Remove the filter Campaign')
    assert.include(yen, 'name="currency" value="JPY"')
    assert.notInclude(yen, 'type="hidden" name="interval"')
    const [, file] = /href="(\/reports\/file[^"]*group_by=link)"/.exec(yen)!
    assert.include(await console.page(file.replaceAll('&amp;', '&')), link.id)
  })

  test('of a workspace without anything says what will stand there', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    assert.include(await (await signedIn(owner)).page('/reports'), 'Nothing in these days')
  })
})
