import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { rollUpSumsOf } from '#reports/roll_up'
import { rollUpWorkspace } from '#tracking/rollup'
import { storeClick } from '#tests/support/clicks'
import { apiOf } from '#tests/support/api'
import { paidRun, refund } from '#tests/support/money'
import { makeProgram, makeWorkspace, sell } from '#tests/support/world'

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })

/** Days in Berlin: a click, two sales in dollars and one in yen, a payout, a refund, and a sale of the days before. */
async function counted() {
  const program = await makeProgram({ holdDays: 0 }, { timezone: 'Europe/Berlin' })
  const { workspace, owner, link } = program
  const ref = link.refParam
  await clock.at(at('2026-02-20T12:00:00Z'), () => sell(workspace, { ref, amount: 4_000 }))
  await clock.at(at('2026-03-01T23:30:00Z'), async () => {
    await storeClick(workspace, link, {})
    await sell(workspace, { ref, amount: 10_000 })
    await paidRun(workspace, owner)
  })
  await clock.at(at('2026-03-09T12:00:00Z'), async () => {
    const sale = await sell(workspace, { ref, amount: 5_000 })
    await sell(workspace, { ref, amount: 900, currency: 'JPY' })
    await sell(workspace, { amount: 700 })
    await refund(sale, 1_000)
  })
  await clock.at(at('2026-03-20T12:00:00Z'), async () => {
    await rollUpWorkspace(workspace)
    await rollUpSumsOf(workspace)
  })
  return { ...program, api: await apiOf(workspace, owner) }
}

const days = 'from=2026-03-02&to=2026-03-15'
const usd = { currency: 'USD', revenue: 14_700, commissions: 2_800, payouts: 2_800 }
const jpy = { currency: 'JPY', revenue: 900, commissions: 180, payouts: 0 }

test.group('GET /reports', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('summary: a period and as many days before it, by currency', async ({ assert }) => {
    const { api } = await counted()
    const { status, body } = await api.get(`/reports/summary?${days}`)
    assert.equal(status, 200)
    assert.deepEqual(body, {
      ...{ from: '2026-03-02', to: '2026-03-15', clicks: 1, conversions: 4, money: [jpy, usd] },
      before: {
        ...{ from: '2026-02-16', to: '2026-03-01', clicks: 0, conversions: 1 },
        money: [{ currency: 'USD', revenue: 4_000, commissions: 800, payouts: 0 }],
      },
    })
  })

  test('timeseries: by week from Monday, cut by the period; parts without anything too', async ({
    assert,
  }) => {
    const { api } = await counted()
    const { body } = await api.get(
      '/reports/timeseries?from=2026-03-01&to=2026-03-18&interval=week'
    )
    const parts = body.data.map((part: Record<string, unknown>) => [
      ...[part.from, part.to, part.clicks, part.conversions],
    ])
    assert.deepEqual(parts, [
      ['2026-03-01', '2026-03-01', 0, 0],
      ['2026-03-02', '2026-03-08', 1, 1],
      ['2026-03-09', '2026-03-15', 0, 3],
      ['2026-03-16', '2026-03-18', 0, 0],
    ])
    assert.deepEqual(body.data[2].money, [
      jpy,
      { currency: 'USD', revenue: 4_700, commissions: 800, payouts: 0 },
    ])
  })

  test('top: by affiliate, campaign and link; what has none stands there too', async ({
    assert,
  }) => {
    const { api, affiliate, campaign, link } = await counted()
    for (const [by, { id }, name] of [
      ['affiliate', affiliate, affiliate.name],
      ['campaign', campaign, campaign.name],
      ['link', link, link.refParam],
    ] as const) {
      const { body } = await api.get(`/reports/top?${days}&group_by=${by}`)
      assert.deepEqual(body.data, [
        {
          ...{ id, name, clicks: 1, conversions: 3 },
          money: [jpy, { ...usd, revenue: 14_000 }],
        },
        {
          ...{ id: null, name: null, clicks: 0, conversions: 1 },
          money: [{ currency: 'USD', revenue: 700, commissions: 0, payouts: 0 }],
        },
      ])
    }
    const { body } = await api.get(`/reports/top?${days}&affiliate_id=${affiliate.id}`)
    assert.lengthOf(body.data, 1)
  })

  test('file: the same as CSV, by day or by what it is of', async ({ assert }) => {
    const { api, link } = await counted()
    const byWeek = await api.get(`/reports/file?${days}&interval=week&currency=JPY`)
    assert.equal(
      byWeek.text,
      [
        'from,to,clicks,conversions,currency,revenue,commissions,payouts',
        '2026-03-02,2026-03-08,1,1,JPY,0,0,0',
        '2026-03-09,2026-03-15,0,3,JPY,900,180,0',
        '',
      ].join('\r\n')
    )
    const byLink = await api.get(`/reports/file?${days}&group_by=link`)
    assert.equal(
      byLink.text,
      [
        'link_id,name,clicks,conversions,currency,revenue,commissions,payouts',
        `${link.id},${link.refParam},1,3,USD,140.00,28.00,28.00`,
        ',,0,1,USD,7.00,0.00,0.00',
        '',
      ].join('\r\n')
    )
    const none = await api.get('/reports/file?from=2020-01-01&to=2020-01-02&group_by=campaign')
    assert.equal(
      none.text,
      'campaign_id,name,clicks,conversions,currency,revenue,commissions,payouts\r\n'
    )
  })

  test('what cannot be is refused: {query}')
    .with([
      { query: 'from=2026-02-30', field: 'from' },
      { query: 'from=1.3.2026', field: 'from' },
      { query: 'from=2026-03-02&to=2026-03-01', field: 'to' },
      { query: 'from=2020-01-01&to=2026-01-01', field: 'from' },
      { query: 'currency=XX', field: 'currency' },
      { query: 'interval=year', field: 'interval' },
    ])
    .run(async ({ assert }, { query, field }) => {
      const { workspace, owner } = await makeWorkspace()
      const api = await apiOf(workspace, owner)
      const path = query.includes('currency') ? '/reports/top' : '/reports/timeseries'
      const { status, body } = await api.get(`${path}?${query}`)
      assert.equal(status, 422)
      assert.equal(body.details[0].field, field)
    })

  test('another workspace’s figures are not told', async ({ assert }) => {
    const { link } = await counted()
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const { body } = await api.get(`/reports/summary?${days}&link_id=${link.id}`)
    assert.deepInclude(body, { clicks: 0, conversions: 0, money: [] })
  })
})
