import { test } from '@japa/runner'
import fc from 'fast-check'
import { sepaText } from '#payouts/methods/sepa/characters'
import { sepaFile } from '#payouts/methods/sepa/pain001'
import { assertGolden } from '#tests/support/golden'
import { faultsOfPain001 } from '#tests/support/pain001'
import { facts, payment } from '#tests/unit/payouts/methods/payments'

const accounts = ['DE89370400440532013000', 'FR1420041010050500013M02606', 'NL91ABNA0417164300']

test.group('SEPA’s file', () => {
  test('keeps the schema and the sums', async ({ assert }) => {
    const text = sepaFile.write(
      [
        payment(1, {
          destination: { holder: 'Jané Doe-Ørsted', iban: accounts[0], bic: 'COBADEFF' },
        }),
        payment(2, { destination: { holder: 'Łukasz Żółć & <Sons>', iban: accounts[1] } }),
        payment(3, { amount: 1, destination: { holder: 'Strauß, Groß', iban: accounts[2] } }),
      ],
      facts()
    )
    assert.deepEqual(faultsOfPain001(text), [])
    await assertGolden(assert, 'payments/sepa.xml', text)
  })

  test('does so whatever the names and amounts, and names each payout once', ({ assert }) => {
    const one = fc.record({
      amount: fc.integer({ min: 1, max: 99_999_999_999 }),
      holder: fc
        .string({ unit: 'binary', minLength: 1, maxLength: 100 })
        .filter((name) => sepaText(name, 70) !== ''),
      iban: fc.constantFrom(...accounts),
      bic: fc.option(fc.constantFrom('COBADEFFXXX', 'ABNANL2A'), { nil: undefined }),
    })
    const bic = fc.option(fc.constant('COBADEFFXXX'), { nil: undefined })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 20 }), bic, (all, payerBic) => {
        const payments = all.map(({ amount, ...destination }, index) =>
          payment(index + 1, { amount, destination })
        )
        const payer = { ...facts().payer, bic: payerBic }
        assert.deepEqual(faultsOfPain001(sepaFile.write(payments, facts({ payer }))), [])
      })
    )
  })

  test('the rules notice what a bank would', ({ assert }) => {
    const text = sepaFile.write(
      [payment(1, { destination: { holder: 'Jane', iban: accounts[0] } })],
      facts()
    )
    const broken = {
      'order': text.replace(/( *<PmtMtd>TRF<\/PmtMtd>\n)([^]*?)( *<PmtTpInf>)/, '$2$1$3'),
      'sum': text.replace(/<CtrlSum>12.50/, '<CtrlSum>12.51'),
      'count': text.replace('<NbOfTxs>1', '<NbOfTxs>2'),
      'checksum': text.replace(accounts[0], 'DE89370400440532013001'),
      'character': text.replace('<Nm>Jane', '<Nm>Jané'),
      'underscore': text.replace('<EndToEndId>po-', '<EndToEndId>po_'),
      'length': text.replace('<MsgId>', `<MsgId>${'x'.repeat(35)}`),
      'space': text.replace('pain.001.001.09', 'pain.001.001.03'),
      'currency': text.replace('Ccy="EUR"', 'Ccy="USD"'),
      'BIC': text.replace('COBADEFFXXX', 'COBADEFFX'),
      'unknown element': text.replace('<ChrgBr>', '<Foo/><ChrgBr>'),
    }
    for (const [what, wrong] of Object.entries(broken))
      assert.isAbove(faultsOfPain001(wrong).length, 0, what)
  })
})

test.group('Text for banks', () => {
  test('is written in their characters', ({ assert }) => {
    const written = {
      'Jürgen Groß': 'Juergen Gross',
      'Łódź – Ærø': 'Lodz - AEro',
      'Ångström & Co.': 'Angstroem + Co.',
      "O’Neil's": "O'Neil's",
      ' a\n\tb': 'a b',
      'Иван': '....',
    }
    for (const [name, said] of Object.entries(written)) assert.equal(sepaText(name, 70), said)
    assert.lengthOf(sepaText('ß'.repeat(70), 70), 70)
  })
})
