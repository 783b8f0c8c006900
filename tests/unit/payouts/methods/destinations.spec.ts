import { test } from '@japa/runner'
import { masked, methodTakes, methods, refuseMisfit, wayOf } from '#payouts/methods/index'
import { payment } from '#tests/unit/payouts/methods/payments'
import type { MethodKind } from '#models/types'
import type { Destination } from '#payouts/methods/method'

const iban = 'DE89370400440532013000'
const usd = {
  currency: 'USD',
  holder: 'Jane',
  routing_number: '026073150',
  account_number: '8312345678',
  account_type: 'checking',
}

test.group('Destinations', () => {
  test('each way of being paid asks for its own', ({ assert }) => {
    const good: [MethodKind, Destination][] = [
      ['manual', {}],
      ['paypal', { email: 'a@example.com' }],
      ['sepa', { iban, holder: 'Jane' }],
      ['wise', { email: 'a@example.com' }],
      ['wise', usd],
      ['wise', { currency: 'EUR', holder: 'Jane', iban }],
      [
        'wise',
        { currency: 'GBP', holder: 'Jane', sort_code: '231470', account_number: '28821822' },
      ],
    ]
    for (const [kind, destination] of good) refuseMisfit(kind, destination)

    const bad: [MethodKind, Destination, string][] = [
      ['manual', { email: 'a@example.com' }, 'email'],
      ['paypal', {}, 'email'],
      ['paypal', { email: 'a@example.com', iban }, 'iban'],
      ['sepa', { iban }, 'holder'],
      ['sepa', { iban: 'SA0380000000608010167519', holder: 'Jane' }, 'iban'],
      ['sepa', { iban, holder: '山田太郎' }, 'holder'],
      ['wise', {}, 'email'],
      ['wise', { email: 'a@example.com', account_number: '1234' }, 'currency'],
      ['wise', { ...usd, routing_number: '026073151' }, 'routing_number'],
      ['wise', { ...usd, account_type: undefined }, 'account_type'],
      ['wise', { ...usd, sort_code: '231470' }, 'sort_code'],
      ['wise', { ...usd, holder: undefined }, 'holder'],
      ['wise', { currency: 'JPY', holder: 'Jane', account_number: '1234567' }, 'currency'],
    ]
    for (const [kind, destination, field] of bad) {
      const said = { kind, destination, field }
      try {
        refuseMisfit(kind, destination)
      } catch (error) {
        const fields = (error as { messages: { field: string }[] }).messages.map(
          (each) => each.field
        )
        assert.include(fields, field, JSON.stringify(said))
        continue
      }
      assert.fail(`${JSON.stringify(said)} was taken`)
    }
  })

  test('are shown masked', ({ assert }) => {
    assert.equal(masked({ iban }), 'DE89 •••• 3000')
    assert.equal(masked({ email: 'jane@example.com' }), 'j•••@example.com')
    assert.equal(masked(usd), '•••• 5678')
    assert.isNull(masked({}))
  })

  test('take the currencies of their method, and an account its own alone', ({ assert }) => {
    const any = { currency: null }
    assert.isTrue(methodTakes(null, 'KWD'))
    assert.isTrue(methodTakes({ kind: 'manual', ...any }, 'KWD'))
    assert.isFalse(methodTakes({ kind: 'paypal', ...any }, 'KWD'))
    assert.isTrue(methodTakes({ kind: 'paypal', ...any }, 'USD'))
    assert.isFalse(methodTakes({ kind: 'sepa', ...any }, 'USD'))
    assert.isTrue(methodTakes({ kind: 'wise', ...any }, 'GBP'))
    assert.isTrue(methodTakes({ kind: 'wise', currency: 'USD' }, 'USD'))
    assert.isFalse(methodTakes({ kind: 'wise', currency: 'USD' }, 'GBP'))
    assert.sameMembers(Object.keys(methods), ['manual', 'paypal', 'wise', 'sepa'])
  })
})

test.group('How a payment goes out', () => {
  const api = { client_id: 'c', client_secret: 's', environment: 'live' } as const
  const email = 'a@example.com'

  test('is the first way that is ready and can say it, else the list', ({ assert }) => {
    const way = (settings: Parameters<typeof payment>[1], payer = {}) =>
      wayOf(payment(1, settings), payer).name
    const paypal = { method: 'paypal', currency: 'USD', destination: { email } } as const
    assert.equal(way(paypal), 'paypal')
    assert.equal(way(paypal, { paypal: api }), 'paypal_api')
    assert.equal(way({ ...paypal, destination: {} }, { paypal: api }), 'csv')
    assert.equal(way({ ...paypal, currency: 'HUF', amount: 12_550 }), 'csv')
    assert.equal(way({ ...paypal, currency: 'HUF', amount: 12_500 }), 'paypal')
    const plus = { ...paypal, destination: { email: '+a@example.com' } }
    assert.deepEqual([way(plus), way(plus, { paypal: api })], ['csv', 'paypal_api'])

    const sepa = { method: 'sepa', destination: { iban, holder: 'Jane' } } as const
    assert.equal(way(sepa), 'csv')
    assert.equal(way(sepa, { name: 'Acme', iban }), 'sepa')
    assert.equal(way({ ...sepa, amount: 100_000_000_000 }, { name: 'Acme', iban }), 'csv')

    assert.equal(way({ method: 'wise', destination: { email } }), 'wise_email')
    assert.equal(way({ method: 'wise', currency: 'USD', destination: usd }), 'wise')
    assert.equal(way({ method: 'wise', currency: 'EUR', destination: usd }), 'csv')
    assert.equal(way({ method: 'manual' }), 'csv')
  })
})
