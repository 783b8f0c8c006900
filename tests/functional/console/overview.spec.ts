import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { rollUpSumsOf } from '#reports/roll_up'
import { overviewPage } from '#views/pages/overview'
import { makeProgram, makeWorkspace, sell } from '#tests/support/world'

/** Half past midnight of 10 March in Berlin. */
const NOW = DateTime.fromISO('2026-03-09T23:30:00Z', { zone: 'utc' })

test.group('Overview', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('days are those of the workspace’s zone, and what came before them is compared', async ({
    assert,
  }) => {
    const { workspace, link } = await makeProgram({}, { timezone: 'Europe/Berlin' })
    const sale = (occurredAt: string, amount = 10_000) =>
      clock.at(DateTime.fromISO(occurredAt, { zone: 'utc' }), () =>
        sell(workspace, { ref: link.refParam, amount })
      )
    await sale('2026-01-09T22:59:00Z', 99_900)
    await sale('2026-02-08T22:59:00Z', 3500)
    await sale('2026-02-08T23:00:00Z', 5000)
    await sale('2026-03-09T22:50:00Z', 2500)
    await sale('2026-03-09T23:10:00Z')
    await db.table('daily_clicks').multiInsert(
      ['2026-03-10', '2026-02-09', '2026-02-08'].map((day, index) => ({
        day,
        link_id: link.id,
        workspace_id: workspace.id,
        affiliate_id: link.affiliateId,
        campaign_id: link.campaignId,
        clicks: 10 * (index + 1),
        marked: 0,
      }))
    )

    const { chart, top, currency } = await clock.at(NOW, async () => {
      await rollUpSumsOf(workspace)
      return overviewPage(workspace)
    })
    assert.equal(currency, 'USD')
    assert.lengthOf(chart.labels, 30)
    assert.deepEqual([chart.labels[0], chart.labels[29]], ['9 Feb', '10 Mar'])
    assert.deepEqual(
      [chart.revenue.values[0], chart.revenue.values[28], chart.revenue.values[29]],
      [5000, 2500, 10_000]
    )
    assert.equal(chart.revenue.sum, 17_500)
    assert.equal(chart.revenue.change, 400)
    assert.deepEqual([chart.conversions.sum, chart.conversions.change], [3, 200])
    assert.deepEqual([chart.commissions.sum, chart.commissions.change], [3500, 400])
    assert.deepEqual(
      [chart.clicks.values[0], chart.clicks.values[29], chart.clicks.sum, chart.clicks.change],
      [20, 10, 30, 0]
    )
    assert.deepEqual(
      top.map(({ amount, conversions }) => [amount, conversions]),
      [[3500, 3]]
    )
  })

  test('a new workspace is told its first steps, and another’s money is not shown', async ({
    assert,
  }) => {
    const { workspace, link } = await makeProgram()
    await sell(workspace, { ref: link.refParam })
    const { workspace: empty } = await makeWorkspace()

    const page = await overviewPage(empty)
    assert.deepEqual(
      page.steps!.map(({ done }) => done),
      [false, false, false, false]
    )
    assert.deepEqual([page.needs, page.sums.all, page.top], [[], [], []])

    const filled = await overviewPage(workspace, 'XXX')
    assert.isNull(filled.steps)
    assert.deepEqual(filled.sums.of('pending'), [{ currency: 'USD', amount: 1980 }])
    assert.equal(filled.currency, 'USD')
  })
  test('the chart is of the currency asked for, else of the own one, else of one in which something was earned', async ({
    assert,
  }) => {
    const { workspace, link } = await makeProgram()
    const shown = async (asked?: string) => (await overviewPage(workspace, asked)).currency
    assert.deepEqual([await shown(), await shown('JPY')], ['USD', 'USD'])

    await sell(workspace, { ref: link.refParam, currency: 'EUR' })
    assert.deepEqual([await shown(), await shown('EUR'), await shown('JPY')], ['EUR', 'EUR', 'EUR'])

    await sell(workspace, { ref: link.refParam })
    assert.deepEqual([await shown(), await shown('EUR'), await shown('JPY')], ['USD', 'EUR', 'USD'])
  })
})
