import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { matureCommissions } from '#ledger/mature'
import { record } from '#ledger/record_commission'
import { undoRefund } from '#ledger/refunds'
import { approvedRun, paidRun, refund, saleOf } from '#tests/support/money'
import { makeProgram } from '#tests/support/world'
import type { Statement } from '#ledger/statements/statement'

const on = <T>(iso: string, work: () => T) => clock.at(DateTime.fromISO(iso, { zone: 'utc' }), work)

async function linesOf(statement: Statement, piece?: number) {
  const lines: string[] = []
  for await (const line of statement.lines(piece))
    lines.push(`${line.kind} ${line.amount} ${line.currency} = ${line.balance}`)
  return lines
}

test.group('Statements', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const program = () => on('2026-01-10', () => makeProgram({ holdDays: 10 }))

  test('tell each month what was earned, taken back and paid, and what is left', async ({
    assert,
  }) => {
    const { workspace, owner, affiliate, link } = await program()
    const first = await on('2026-01-15T10:00:00', () => saleOf({ workspace, link }))
    const second = await on('2026-01-20T10:00:00', () => saleOf({ workspace, link }, 5_000))
    await on('2026-02-01', () => matureCommissions({ workspaceId: workspace.id }))
    const { payout } = await on('2026-02-02', () => paidRun(workspace, owner))
    await on('2026-02-05', () => refund(first.sale, 2_500))
    await on('2026-02-06', () => second.commission.refresh())
    await on('2026-03-03', async () => {
      await payout.return(system, 'account_closed')
    })

    await on('2026-03-20', async () => {
      const [march, february, january] = await affiliate.statements([
        '2026-03',
        '2026-02',
        '2026-01',
      ])
      assert.deepEqual(january.balances, [
        {
          ...{ currency: 'USD', opening: 0, earned: 3_000, adjusted: 0, reversed: 0 },
          ...{ voided: 0, paid: 0, returned: 0, closing: 3_000 },
        },
      ])
      assert.deepEqual(await linesOf(january), ['sale 2000 USD = 2000', 'sale 1000 USD = 3000'])
      assert.deepEqual(await linesOf(february), [
        'payout_paid -3000 USD = 0',
        'reversal -500 USD = -500',
      ])
      assert.deepEqual(await linesOf(march), ['payout_returned 3000 USD = 2500'])
      assert.deepEqual(
        [march, february].map(({ balances: [{ opening, closing }] }) => [opening, closing]),
        [
          [-500, 2_500],
          [3_000, -500],
        ]
      )
      assert.deepEqual([january.final, february.final, march.final], [true, true, false])
    })
  })

  test('tell how much of the closing balance is held, pending and due', async ({ assert }) => {
    const { workspace, affiliate, link } = await program()
    const { commission } = await on('2026-01-11', () => saleOf({ workspace, link }))
    await on('2026-01-28', () => saleOf({ workspace, link }, 5_000))
    await on('2026-01-12', () => commission.hold(system))
    await on('2026-02-01', () => matureCommissions({ workspaceId: workspace.id }))
    await on('2026-02-10', () => matureCommissions({ workspaceId: workspace.id }))
    await on('2026-02-11', () => commission.release(system))

    await on('2026-02-20', async () => {
      const [january, february] = await affiliate.statements(['2026-01', '2026-02'])
      assert.deepEqual((await january.makeup()).get('USD'), { held: 2_000, pending: 1_000, due: 0 })
      assert.deepEqual((await february.makeup()).get('USD'), { held: 0, pending: 0, due: 3_000 })
    })
  })

  test('a void is booked when it is made, and its sale stays where it was', async ({ assert }) => {
    const { workspace, affiliate, link } = await program()
    const { sale } = await on('2026-01-20', () => saleOf({ workspace, link }))
    const refunded = await on('2026-02-03', () => refund(sale))
    await on('2026-02-20', () => undoRefund(refunded, system, 'won'))

    await on('2026-02-21', async () => {
      const [january, february] = await affiliate.statements(['2026-01', '2026-02'])
      assert.deepEqual(await linesOf(january), ['sale 2000 USD = 2000'])
      assert.deepEqual(await linesOf(february), [
        'voided -2000 USD = 0',
        'reversal 2000 USD = 2000',
      ])
    })
  })

  test('a payment that is dated back is booked when it is written down', async ({ assert }) => {
    const { workspace, owner, affiliate, link } = await program()
    await on('2026-01-11', () => saleOf({ workspace, link }))
    await on('2026-02-01', () => matureCommissions({ workspaceId: workspace.id }))
    await on('2026-02-02', async () => {
      const { run } = await approvedRun(workspace, owner)
      await run.pay(owner.actor, {
        reference: 'bank',
        paidAt: DateTime.fromISO('2026-01-31T12:00:00Z'),
      })
      const [january, february] = await affiliate.statements(['2026-01', '2026-02'])
      assert.equal(january.balances[0].closing, 2_000)
      assert.deepEqual(await linesOf(february), ['payout_paid -2000 USD = 0'])
    })
  })

  test('currencies are never added, and each has its own lines and bonuses', async ({ assert }) => {
    const { workspace, affiliate, link } = await program()
    await on('2026-01-11', () => saleOf({ workspace, link }))
    await on('2026-01-12', () =>
      record(
        {
          ...{ workspaceId: workspace.id, affiliateId: affiliate.id, kind: 'bonus' },
          ...{ amount: 750, currency: 'JPY', dueAt: null, explanation: 'thanks' },
        },
        system
      )
    )
    await on('2026-01-20', async () => {
      const statement = await affiliate.statement('2026-01')
      assert.deepEqual(
        statement.balances.map(({ currency, earned, adjusted, closing }) => [
          ...[currency, earned, adjusted, closing],
        ]),
        [
          ['JPY', 0, 750, 750],
          ['USD', 2_000, 0, 2_000],
        ]
      )
      assert.deepEqual(await linesOf(statement), ['sale 2000 USD = 2000', 'bonus 750 JPY = 750'])
    })
  })

  test('reads its lines in pieces, none twice and none left out, also those of one moment', async ({
    assert,
  }) => {
    const { workspace, affiliate, link } = await program()
    await on('2026-01-11', async () => {
      for (let sale = 1; sale <= 7; sale++) await saleOf({ workspace, link }, sale * 1_000)
    })
    await on('2026-01-20', async () => {
      const statement = await affiliate.statement('2026-01')
      const whole = await linesOf(statement)
      assert.lengthOf(whole, 7)
      for (const piece of [1, 2, 3, 7]) assert.deepEqual(await linesOf(statement, piece), whole)
    })
  })

  test('a new time zone leaves the months that have begun as they were', async ({ assert }) => {
    const { workspace, affiliate, link } = await program()
    await on('2026-01-31T20:00:00', () => saleOf({ workspace, link }))
    await on('2026-02-10', () => workspace.change({ timezone: 'Asia/Tokyo' }, system))
    await on('2026-02-28T20:00:00', () => saleOf({ workspace, link }, 5_000))

    await on('2026-03-10', async () => {
      assert.deepEqual(await affiliate.statementMonths(), ['2026-03', '2026-02', '2026-01'])
      const [march, february, january] = await affiliate.statements(
        await affiliate.statementMonths()
      )
      assert.deepEqual(await linesOf(january), ['sale 2000 USD = 2000'])
      assert.deepEqual(await linesOf(february), [])
      assert.deepEqual(await linesOf(march), ['sale 1000 USD = 3000'])
      assert.equal(february.endsAt.toISO(), '2026-02-28T15:00:00.000Z')
    })
  })
})
