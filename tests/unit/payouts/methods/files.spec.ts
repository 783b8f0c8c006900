import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csv } from '#payouts/methods/csv/index'
import { fileOf } from '#payouts/methods/index'
import { assertGolden } from '#tests/support/golden'
import { facts, payment } from '#tests/unit/payouts/methods/payments'

test.group('The list to pay by hand', () => {
  test('names who gets how much, and where', async ({ assert }) => {
    const text = csv.file!.write(
      [
        payment(1, { method: 'manual', currency: 'JPY', amount: 500 }),
        payment(2, { method: 'manual', currency: 'KWD', name: 'O’Neil, "Jo"' }),
        payment(3, { destination: { holder: 'Jane', iban: 'DE89370400440532013000' } }),
        payment(4, { method: 'manual', name: '=HYPERLINK("http://x")', email: '@x' }),
      ],
      facts()
    )
    await assertGolden(assert, 'payments/list.csv', text)
  })

  test('no cell of it is a formula, and every value is read back', ({ assert }) => {
    const texts = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string())
        .map((two) => two.join(''))
    )
    fc.assert(
      fc.property(texts, texts, (name, email) => {
        const text = csv.file!.write([payment(1, { name, email })], facts())
        const [row] = parse(text, { columns: true }) as Record<string, string>[]
        for (const cell of Object.values(row)) assert.notMatch(cell, /^[=+\-@\t\r]/)
        assert.equal(row.name.replace(/^'(?='*[=+\-@\t\r])/, ''), name)
        assert.equal(row.email.replace(/^'(?='*[=+\-@\t\r])/, ''), email)
      })
    )
  })
})

test.group('PayPal’s file', () => {
  const write = fileOf('paypal').write

  test('has no header, one row a payout', async ({ assert }) => {
    const rows = [1, 2].map((number) =>
      payment(number, {
        method: 'paypal',
        currency: 'USD',
        destination: { email: `jane${number}@example.com` },
      })
    )
    await assertGolden(assert, 'payments/paypal.csv', write(rows, facts({ currency: 'USD' })))
  })

  test('says forints without decimals', ({ assert }) => {
    const row = payment(1, {
      method: 'paypal',
      currency: 'HUF',
      amount: 125_000,
      destination: { email: 'a@example.com' },
    })
    assert.match(write([row], facts({ currency: 'HUF' })), /^a@example\.com,1250,HUF,/)
  })
})

test.group('Wise’s files', () => {
  const holder = 'Jane Doe'

  test('to accounts have the columns of their currency', async ({ assert }) => {
    const accounts = {
      EUR: { iban: 'DE89370400440532013000' },
      GBP: { sort_code: '231470', account_number: '28821822' },
      AUD: { bsb: '774001', account_number: '123456789' },
      USD: { routing_number: '026073150', account_number: '8312345678', account_type: 'checking' },
    }
    const texts = Object.entries(accounts).map(([currency, account]) =>
      fileOf('wise').write(
        [payment(1, { method: 'wise', currency, destination: { holder, currency, ...account } })],
        facts({ currency })
      )
    )
    await assertGolden(assert, 'payments/wise.csv', texts.join('\r\n'))
  })

  test('to e-mail addresses let Wise ask', async ({ assert }) => {
    const rows = [
      payment(1, { method: 'wise', destination: { email: 'jane@example.com' } }),
      payment(2, { method: 'wise', destination: { email: 'joe@example.com', holder } }),
    ]
    await assertGolden(assert, 'payments/wise_email.csv', fileOf('wise_email').write(rows, facts()))
  })
})
