import { test } from '@japa/runner'
import { formTarget, queryPairs, sortLink, withQuery } from '#views/urls'

function asked(query: Record<string, unknown>) {
  return { url: () => '/commissions', qs: () => query }
}

test.group('Addresses of this page', () => {
  test('changes are made to the query, the rest is kept', ({ assert }) => {
    assert.equal(
      withQuery(asked({ state: 'due', page: '3' }), { page: 4 }),
      '/commissions?state=due&page=4'
    )
  })

  test('null and empty take a parameter out', ({ assert }) => {
    assert.equal(withQuery(asked({ state: 'due', q: '' }), { state: null }), '/commissions')
  })

  test('lists are kept and what is typed is encoded', ({ assert }) => {
    assert.equal(
      withQuery(asked({ state: ['due', 'held'] }), { q: 'a&b "c"' }),
      '/commissions?state%5B%5D=due&state%5B%5D=held&q=a%26b+%22c%22'
    )
  })

  test('hidden inputs carry the query but what the form itself asks', ({ assert }) => {
    assert.deepEqual(queryPairs(asked({ state: 'due', q: 'jane', sort: 'amount' }), ['q']), [
      ['state', 'due'],
      ['sort', 'amount'],
    ])
  })

  test('sorting by a column begins ascending, turns round, and goes back to the first page', ({
    assert,
  }) => {
    const first = sortLink(asked({ page: '3' }), 'amount')
    assert.deepEqual(first, { href: '/commissions?sort=amount&order=asc', sorted: null })

    const again = sortLink(asked({ sort: 'amount', order: 'asc' }), 'amount')
    assert.deepEqual(again, { href: '/commissions?sort=amount&order=desc', sorted: 'asc' })
  })

  test('a list says how it is sorted where the query does not', ({ assert }) => {
    const link = sortLink(asked({}), 'created_at', { sort: 'created_at', order: 'desc' })
    assert.deepEqual(link, { href: '/commissions?sort=created_at&order=asc', sorted: 'desc' })
  })

  test('a form sends methods that it does not have in its query', ({ assert }) => {
    assert.deepEqual(formTarget('/a'), { action: '/a', method: 'POST' })
    assert.deepEqual(formTarget('/a?b=1', 'put'), { action: '/a?b=1&_method=PUT', method: 'POST' })
    assert.deepEqual(formTarget('/a', 'get'), { action: '/a', method: 'GET' })
  })
})
