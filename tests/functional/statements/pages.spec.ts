import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import { type DateTime } from 'luxon'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { record } from '#ledger/record_commission'
import { apiOf } from '#tests/support/api'
import { signedIn } from '#tests/support/session'
import { refund, saleOf } from '#tests/support/money'
import { makeProgram } from '#tests/support/world'

const JOINED = clock.now().minus({ months: 3 }).startOf('month')
const thisMonth = clock.now().toFormat('yyyy-MM')
const monthOf = (at: DateTime) => at.toFormat('yyyy-MM')

test.group('Statements by the API', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  /** Three months ago a sale of $100.00; half of it refunded a month later, and a bonus with a strange reason. */
  async function history() {
    const program = await clock.at(JOINED, () => makeProgram())
    const { workspace, owner, affiliate } = program
    const { sale } = await clock.at(JOINED.plus({ days: 3 }), () => saleOf(program))
    await clock.at(JOINED.plus({ months: 1, days: 3 }), () => refund(sale, 5_000))
    await clock.at(JOINED.plus({ months: 1, days: 4 }), () =>
      record(
        {
          ...{ workspaceId: workspace.id, affiliateId: affiliate.id, kind: 'bonus', amount: 250 },
          ...{ currency: 'KWD', dueAt: null, explanation: '=HYPERLINK("http://evil")' },
        },
        system
      )
    )
    const api = await apiOf(workspace, owner)
    return { ...program, api, path: `/affiliates/${affiliate.id}/statements` }
  }

  test('list one a month, the newest first, by page and by cursor', async ({ assert }) => {
    const { api, path } = await history()
    const months = [0, 1, 2, 3].map((ago) =>
      monthOf(clock.now().startOf('month').minus({ months: ago }))
    )
    const { body } = await api.get(path)
    assert.deepEqual(
      body.data.map(({ id }: { id: string }) => id),
      months
    )
    assert.deepEqual(body.data.map(({ final }: { final: boolean }) => final)[0], false)
    assert.deepInclude(body.data[3].balances[0], { opening: 0, earned: 2_000, closing: 2_000 })
    assert.deepInclude(body.data[2].balances[1], {
      opening: 2_000,
      reversed: -1_000,
      closing: 1_000,
    })
    assert.deepInclude(body.data[0].balances[0], { currency: 'KWD', opening: 250, closing: 250 })

    const oldest = await api.get(`${path}?limit=3&order=asc`)
    assert.deepEqual(
      oldest.body.data.map(({ id }: { id: string }) => id),
      months.toReversed().slice(0, 3)
    )
    assert.include(oldest.headers.get('link'), 'rel="next"')
    const after = await api.get(`${path}?limit=2&starting_after=${months[0]}`)
    assert.deepEqual(
      after.body.data.map(({ id }: { id: string }) => id),
      months.slice(1, 3)
    )
    const before = await api.get(`${path}?limit=2&ending_before=${after.body.data[0].id}`)
    assert.deepEqual(
      before.body.data.map(({ id }: { id: string }) => id),
      months.slice(0, 1)
    )
    assert.isNull(before.body.pagination.previous_cursor)
    assert.equal((await api.get(`${path}?starting_after=1999-01`)).status, 422)
  })

  test('one has its lines with the balance after each, and what the closing one is made of', async ({
    assert,
  }) => {
    const { api, path } = await history()
    const { body } = await api.get(`${path}/${monthOf(JOINED.plus({ months: 1 }))}`)
    assert.equal(body.lines_count, 2)
    assert.deepEqual(
      body.lines.map(({ kind, amount, balance, currency }: Record<string, unknown>) => [
        ...[kind, amount, balance, currency],
      ]),
      [
        ['reversal', -1_000, 1_000, 'USD'],
        ['bonus', 250, 250, 'KWD'],
      ]
    )
    const [kwd, usd] = body.balances
    assert.deepInclude(kwd, { currency: 'KWD', held: 0, pending: 0, due: 250 })
    assert.deepInclude(usd, { currency: 'USD', held: 0, pending: 1_000, due: 0 })
  })

  test('as a file: every line, exact decimals, and no cell that a spreadsheet would run', async ({
    assert,
  }) => {
    const { api, path } = await history()
    const month = monthOf(JOINED.plus({ months: 1 }))
    const { status, text, headers } = await api.get(`${path}/${month}/file`)
    assert.equal(status, 200)
    assert.include(headers.get('content-disposition'), `${month}.csv`)
    const rows: Record<string, string>[] = parse(text, { columns: true })
    assert.deepEqual(
      rows.map(({ kind, currency, amount, balance }) =>
        [kind, currency, amount, balance].join(' ')
      ),
      [
        'opening_balance KWD  0.000',
        'opening_balance USD  20.00',
        'reversal USD -10.00 10.00',
        'bonus KWD 0.250 0.250',
        'closing_balance KWD  0.250',
        'closing_balance USD  10.00',
      ]
    )
    assert.equal(rows[3].description, `'=HYPERLINK("http://evil")`)
  })

  test('there is none of a month before they came, of one ahead, or of no month', async ({
    assert,
  }) => {
    const { api, path } = await history()
    const ahead = monthOf(clock.now().plus({ months: 1, days: 3 }))
    const before = monthOf(JOINED.minus({ days: 1 }))
    for (const month of [ahead, before, '2026-13', 'x', '2026-01-01']) {
      assert.equal((await api.get(`${path}/${month}`)).status, 404, month)
      assert.equal((await api.get(`${path}/${month}/file`)).status, 404, month)
    }
    assert.equal((await api.get(`${path}/${thisMonth}`)).status, 200)
  })

  test('the console lists them and shows one, to print or to keep', async ({ assert }) => {
    const { owner, path, affiliate } = await history()
    const person = await signedIn(owner)
    const page = async (of: string) => (await person.page(of)).replaceAll(/\s+/g, ' ')
    const list = await page(path)
    assert.include(list, `${path}/${monthOf(JOINED)}`)
    assert.include(list, 'Still open')
    const one = await page(`${path}/${monthOf(JOINED.plus({ months: 1 }))}`)
    for (const said of ['Opening balance', '−$10.00', 'KWD', 'Closing balance', '<t-print'])
      assert.include(one, said)
    assert.notInclude(one, 'so far')
    assert.include(await page(`/affiliates/${affiliate.id}`), path)
  })

  test("another workspace's are not found", async ({ assert }) => {
    const { path } = await history()
    const { api } = await history()
    for (const suffix of ['', `/${thisMonth}`, `/${thisMonth}/file`])
      assert.equal((await api.get(path + suffix)).status, 404, suffix)
  })
})
