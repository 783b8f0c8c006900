import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { system } from '#core/actor'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { recordRefund } from '#ledger/refunds'
import { emptyDatabase } from '#tests/support/empty_database'
import { assertBalanced } from '#tests/support/money'
import { makeAffiliate, makeProgram, sell } from '#tests/support/world'
import Link from '#models/link'
import type Workspace from '#models/workspace'

const times = <T>(count: number, work: (number: number) => T) =>
  Array.from({ length: count }, (_, number) => work(number))

const MARCH = DateTime.fromISO('2026-03-10T12:00', { zone: 'utc' })

/** What stands of commissions of a kind, in minor units, and of how many rates. */
async function standing(workspace: Workspace, kind = 'sale') {
  const rows = await db
    .from('commissions')
    .where({ workspace_id: workspace.id, kind })
    .whereNot('state', 'voided')
  return { sum: rows.reduce((total, { amount }) => total + Number(amount), 0), rows }
}

test.group('Many sales at once', (group) => {
  group.teardown(emptyDatabase)

  test('at the edge of a cap earn exactly the cap', async ({ assert }) => {
    // 20% of 99.00 is 19.80: seven of them and 11.40 make 150.00
    const { workspace, link } = await makeProgram({ capPerMonth: { USD: 15_000 } })
    await clock.at(MARCH, () =>
      Promise.all(times(24, () => sell(workspace, { ref: link.refParam })))
    )
    const { sum, rows } = await standing(workspace)
    assert.equal(sum, 15_000)
    assert.lengthOf(rows, 8)
    await assertBalanced(assert, workspace)
  })

  test('of one customer earn exactly the cap, whatever the order they come in', async ({
    assert,
  }) => {
    const { workspace, link } = await makeProgram({ capPerCustomer: { USD: 10_000 } })
    const customer = { externalId: 'ada' }
    await Promise.all(times(16, () => sell(workspace, { ref: link.refParam, customer })))
    assert.equal((await standing(workspace)).sum, 10_000)
    await assertBalanced(assert, workspace)
  })

  test('of one visitor are held from the third on, whoever buys', async ({ assert }) => {
    const holdLimits = { visitor_sales: 2, visitor_hours: 24, duplicate_minutes: 0 }
    const { workspace, link } = await makeProgram({}, { holdLimits })
    await clock.at(MARCH, () =>
      Promise.all(times(12, () => sell(workspace, { ref: link.refParam, visitorId: 'ada' })))
    )
    const { rows } = await standing(workspace)
    assert.lengthOf(rows, 12)
    assert.equal(rows.filter(({ state }) => state === 'held').length, 10)
  })

  test('cross a tier once: exactly so many have the rate before it', async ({ assert }) => {
    const { workspace, link } = await makeProgram({
      reward: {
        type: 'percent',
        rate_bps: 1_000,
        tiers: [{ from: { USD: 50_000 }, rate_bps: 2_000 }],
      },
    })
    await clock.at(MARCH, () =>
      Promise.all(times(16, () => sell(workspace, { ref: link.refParam, amount: 10_000 })))
    )
    const { rows } = await standing(workspace)
    const rates = rows.map(({ rate_bps: rate }) => Number(rate))
    assert.equal(rates.filter((rate) => rate === 1_000).length, 5)
    assert.equal(rates.filter((rate) => rate === 2_000).length, 11)
  })

  test('and their refunds never take the caps’ sums above the cap; sellers who brought each other’s seller do not deadlock', async ({
    assert,
  }) => {
    const { workspace, affiliate, link, campaign } = await makeProgram({
      capPerMonth: { USD: 5_000 },
      referralShareBps: 500,
    })
    const chain = [affiliate]
    const links = [link]
    for (const referrer of times(2, (number) => number)) {
      const next = await makeAffiliate(workspace, { referrerId: chain[referrer].id })
      chain.push(next)
      links.push(await Link.make(next, campaign, {}, system))
    }
    await clock.at(MARCH, async () => {
      await Promise.all(
        times(18, (number) => {
          const externalId = `sale-${number}`
          const sale = sell(workspace, { externalId, ref: links[number % 3].refParam })
          const refund = {
            externalId: `r-${number}`,
            conversionExternalId: externalId,
            amount: 100,
          }
          return number % 2 ? sale : Promise.all([sale, recordRefund(workspace.id, refund, system)])
        })
      )
    })
    for (const { id } of chain) {
      const families = await db
        .from('commissions as family')
        .join('commissions as originals', (on) =>
          on.on('originals.id', 'family.reversal_of').orOn('originals.id', 'family.id')
        )
        .where({ 'originals.affiliate_id': id, 'originals.kind': 'sale' })
        .whereNot('family.state', 'voided')
        .sum('family.amount as total')
        .first()
      assert.isAtMost(Number(families.total), 5_000)
      assert.isAbove(Number(families.total), 4_000)
    }
    await assertBalanced(assert, workspace)
  })
})
