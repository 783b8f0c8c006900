import { test } from '@japa/runner'
import fc from 'fast-check'
import { MalformedFile } from '#payouts/results/malformed'
import { readResults } from '#payouts/results/read'

const id = (number: number) => `po_01k9${String(number).padStart(22, '0')}`

function pain002(inside: string) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
  <CstmrPmtStsRpt>
    <GrpHdr><MsgId>bank-1</MsgId><CreDtTm>2026-03-03T10:00:00Z</CreDtTm></GrpHdr>
${inside}
  </CstmrPmtStsRpt>
</Document>`
}

test.group('Result files', () => {
  test('a table says what became of each payout', ({ assert }) => {
    const { format, lines } = readResults(
      `\uFEFFPayout ID,Status,Reference,Amount,Currency\r\n` +
        `${id(1)},paid,bank-1,"1,250.00",EUR\r\n\r\n${id(2).toUpperCase().replace('_', '-')},Failed,,,\r\n`,
      'EUR'
    )
    assert.equal(format, 'csv')
    assert.deepInclude(lines[0], { line: 2, payoutId: id(1), outcome: 'paid', amount: 125_000 })
    assert.deepInclude(lines[1], { payoutId: id(2), outcome: 'failed', reference: null })
  })

  test('PayPal’s report names the id that it was given', ({ assert }) => {
    const { format, lines } = readResults(
      `Transaction ID,Recipient,Unique ID,Amount,Currency,Status\n` +
        `TX1,a@example.com,${id(1)},-20.00,USD,SUCCESS\nTX2,b@example.com,${id(2)},5,USD,Unclaimed\n` +
        `TX3,c@example.com,${id(3)},5,USD,Returned\nTX4,d@example.com,${id(4)},5,USD,Strange\n`,
      'USD'
    )
    assert.equal(format, 'paypal')
    assert.deepEqual(
      lines.map(({ outcome, amount, reference }) => [outcome, amount, reference]),
      [
        ['paid', 2_000, 'TX1'],
        ['open', 500, 'TX2'],
        ['returned', 500, 'TX3'],
        ['unclear', 500, 'TX4'],
      ]
    )
    assert.notInclude(JSON.stringify(lines), 'example.com')
  })

  test('pain.002 tells of each transfer', ({ assert }) => {
    const { format, lines, files } = readResults(
      pain002(`<OrgnlGrpInfAndSts><OrgnlMsgId>x</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts><OrgnlPmtInfId>x</OrgnlPmtInfId>
<TxInfAndSts><OrgnlEndToEndId>${id(1).replace('_', '-')}</OrgnlEndToEndId><TxSts>RJCT</TxSts>
<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>
<OrgnlTxRef><Amt><InstdAmt Ccy="EUR">20.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
<TxInfAndSts><OrgnlEndToEndId>${id(2).replace('_', '-').toUpperCase()}</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
</OrgnlPmtInfAndSts>`),
      'EUR'
    )
    assert.equal(format, 'pain002')
    assert.deepEqual(
      lines.map((line) => [line.payoutId, line.outcome, line.reason, line.amount]),
      [
        [id(1), 'failed', 'AC04', 2_000],
        [id(2), 'paid', null, null],
      ]
    )
    assert.deepEqual(files, [])
  })

  test('or of a whole file', ({ assert }) => {
    const { lines, files } = readResults(
      pain002(
        `<OrgnlGrpInfAndSts><OrgnlMsgId>run-1-1</OrgnlMsgId><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts>`
      ),
      'EUR'
    )
    assert.lengthOf(lines, 0)
    assert.deepInclude(files[0], {
      messageId: 'run-1-1',
      outcome: 'failed',
      status: 'RJCT',
      paidAt: '2026-03-03T10:00:00Z',
    })
  })

  test('two lines that contradict each other say nothing', ({ assert }) => {
    const { lines } = readResults(
      `payout_id,status\n${id(1)},paid\n${id(1)},failed\n${id(2)},paid\n${id(2)},paid\n`,
      'EUR'
    )
    assert.deepEqual(
      lines.map(({ outcome }) => outcome),
      ['unclear', 'unclear', 'paid', 'paid']
    )
  })

  test('a line that cannot be read says why, and keeps no other from being read', ({ assert }) => {
    const wrong: [string, RegExp][] = [
      [`${id(2)}`, /more or fewer cells/],
      [`${id(2)},paid,1,USD,more`, /more or fewer cells/],
      [`${id(2)},perhaps,1,USD`, /The status "perhaps"/],
      [`${id(2)},,1,USD`, /The status is missing/],
      [`,paid,1,USD`, /The id of the payout is missing/],
      [`${id(2)},paid,a lot,USD`, /"a lot" is no amount/],
      [`${id(2)},paid,1,XYZ`, /"XYZ" is no currency/],
    ]
    for (const [row, says] of wrong) {
      const text = `payout_id,status,amount,currency\n${row}\n${id(1)},paid,1.00,USD\n`
      const [bad, good] = readResults(text, 'USD').lines
      assert.match(bad.problem ?? '', says)
      assert.deepInclude(bad, { line: 2, outcome: 'unclear' })
      assert.deepInclude(good, { line: 3, outcome: 'paid', amount: 100 })
    }
    const { lines } = readResults(
      pain002('<OrgnlPmtInfAndSts><TxInfAndSts/></OrgnlPmtInfAndSts>'),
      'EUR'
    )
    assert.deepInclude(lines[0], { line: 5, problem: 'The id of the payout is missing.' })
  })

  test('Wise’s list of transfers carries the end of the id', ({ assert }) => {
    const head =
      'ID,Status,Direction,"Created on","Finished on","Source fee amount","Source fee currency",' +
      '"Target fee amount","Target fee currency","Source name","Source amount (after fees)","Source currency",' +
      '"Target name","Target amount (after fees)","Target currency","Exchange rate",Reference,Batch'
    const row = (status: string, amount: string, reference: string) =>
      `TRANSFER-1,${status},OUT,"2026-03-02 09:00:00","2026-03-03 10:00:00",0.4,EUR,,,"Us",20.1,EUR,"Ada",${amount},USD,1.1,${reference},B1`
    const { format, lines } = readResults(
      [head, row('COMPLETED', '20.0', 'k3v9qwzt4a'), row('REFUNDED', '5', 'k3v9qwzt4b')].join('\n'),
      'USD'
    )
    assert.equal(format, 'wise')
    assert.deepEqual(
      lines.map((line) => [line.payoutId, line.outcome, line.amount, line.reference, line.paidAt]),
      [
        ['k3v9qwzt4a', 'paid', 2_000, 'TRANSFER-1', '2026-03-03 10:00:00'],
        ['k3v9qwzt4b', 'returned', 500, 'TRANSFER-1', '2026-03-03 10:00:00'],
      ]
    )
    assert.notInclude(JSON.stringify(lines), 'Ada')
  })

  test('semicolons, tabs, a title above, cells made safe for spreadsheets', ({ assert }) => {
    const tables = [
      `Report of March\n\nPayout ID;Status;Amount;Reference\n${id(1)};paid;1.250,00;'=b-1\n`,
      `payout_id\tstatus\tamount\treference\r\n${id(1)}\tPAID\t'-1250,00\t=b-1\r\n`,
      `Bank ref;End to end ID;Status;Amount;Reference\n"x";"${id(1)}";executed;"1 250,00";=b-1\n`,
    ]
    for (const table of tables) {
      const { format, lines } = readResults(table, 'EUR')
      assert.equal(format, 'csv')
      assert.deepInclude(lines[0], {
        payoutId: id(1),
        outcome: 'paid',
        amount: 125_000,
        reference: '=b-1',
      })
    }
  })

  test('amounts, as countries write them', ({ assert }) => {
    const amounts: [string, string, number | null][] = [
      ['20', 'USD', 2_000],
      ['20.0', 'USD', 2_000],
      ['-20.00', 'USD', 2_000],
      ['1,250', 'USD', 125_000],
      ['1.250', 'EUR', 125_000],
      ['1.250', 'KWD', 1_250],
      ['1,250.5', 'USD', 125_050],
      ['1’250.50', 'CHF', 125_050],
      ['1.234.567,89', 'EUR', 123_456_789],
      ['1000.0', 'JPY', 1_000],
      ['1.000', 'JPY', 1_000],
      ['12,34,567', 'USD', null],
      ['1.2.3', 'USD', null],
      ['20.005', 'KWD', 20_005],
      ['20.0051', 'USD', null],
      ['$20', 'USD', null],
      ['=1+1', 'USD', null],
    ]
    for (const [text, currency, amount] of amounts) {
      const { lines } = readResults(`payout_id;status;amount\n${id(1)};paid;"${text}"\n`, currency)
      assert.equal(lines[0].amount ?? null, amount, `${text} ${currency}`)
      assert.equal(lines[0].outcome, amount === null ? 'unclear' : 'paid')
    }
  })

  test('what is no result file names its line', ({ assert }) => {
    const entity = `<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<Document>&e;</Document>`
    const wrong: [string, number][] = [
      ['', 1],
      ['hello', 1],
      ['a,b\n1,2', 1],
      [`payout_id,status\n"${id(1)},paid\n`, 2],
      ['<Document>\n<a>\n</b></Document>', 3],
      ['<Document></Document>', 1],
      [entity, 1],
      ['PK\u0003\u0004', 1],
      [`payout_id,status\n${`${id(1)},paid\n`.repeat(5_001)}`, 5_002],
    ]
    for (const [text, line] of wrong) {
      try {
        readResults(text, 'EUR')
      } catch (error) {
        assert.instanceOf(error, MalformedFile, text.slice(0, 80))
        assert.equal((error as MalformedFile).line, line, `${text.slice(0, 80)} ${error}`)
        continue
      }
      assert.fail(`"${text.slice(0, 80)}" was read`)
    }
  })

  test('no text at all makes it fail otherwise', ({ assert }) => {
    const start = fc.constantFrom(
      '',
      '<',
      '<Document>',
      'payout_id,status\n',
      pain002('<').slice(0, 300)
    )
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary' }), (head, rest) => {
        try {
          readResults(head + rest, 'EUR')
        } catch (error) {
          assert.instanceOf(error, MalformedFile)
        }
      })
    )
  })
})
