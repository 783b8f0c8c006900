import { test } from '@japa/runner'
import { needCounts } from '#views/need_counts'
import { searchPage } from '#views/pages/search'
import { makeAffiliate, makeProgram, sell } from '#tests/support/world'
import { openRun, dueProgram } from '#tests/support/money'

const all = () => true

test.group('Search over everything', () => {
  test('finds rows by their names, what others call them by its beginning, and ids whole', async ({
    assert,
  }) => {
    const { workspace, affiliate, link } = await makeProgram()
    const sale = await sell(workspace, {
      ref: link.refParam,
      externalId: 'order-4711',
      customer: { externalId: 'Cust-4711', email: 'buyer@example.org', name: 'Bea Buyer' },
    })
    const found = async (q: string) => {
      const groups = await searchPage(workspace, q, all)
      return groups.flatMap(({ label, hits }) => hits.map(({ href }) => `${label} ${href}`))
    }
    assert.deepEqual(await found(affiliate.email.toUpperCase()), [
      `Affiliates /affiliates/${affiliate.id}`,
    ])
    const customer = [`Customers /referrals/${sale.referralId}`]
    assert.deepEqual(await found('order-47'), [`Conversions /conversions/${sale.id}`])
    assert.deepEqual(await found('Cust-4711'), customer)
    assert.deepEqual(await found('Buyer@example'), customer)
    assert.deepEqual(await found('a buy'), customer)
    assert.deepEqual(await found('4711'), [])
    const commission = await workspace.related('commissions').query().firstOrFail()
    assert.deepEqual(await found(commission.id), [`Commissions /commissions/${commission.id}`])
    assert.deepEqual(await found(commission.id.slice(0, -1)), [])
    assert.deepEqual(await found('%'), [])
    assert.deepEqual(await found('setti'), ['Go to /settings'])
  })

  test('shows only what may be seen, of this workspace', async ({ assert }) => {
    const { workspace } = await makeProgram()
    const other = await makeProgram()
    assert.deepEqual(await searchPage(workspace, other.affiliate.email, all), [])
    const none = await searchPage(other.workspace, other.affiliate.email, () => false)
    assert.deepEqual(none, [])
  })
})

test.group('What needs a person', () => {
  test('is counted for the sidebar', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    assert.deepEqual(await needCounts(workspace), {
      '/affiliates': 0,
      '/commissions': 0,
      '/payout_runs': 0,
    })
    await openRun(workspace, owner)
    await makeAffiliate(workspace).then((one) => one.merge({ state: 'pending' }).save())
    const counts = await needCounts(workspace)
    assert.deepEqual(counts, { '/affiliates': 1, '/commissions': 0, '/payout_runs': 1 })
  })
})
