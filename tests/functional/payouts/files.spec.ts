import testUtils from '@adonisjs/core/services/test_utils'
import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import PaymentFile from '#models/payment_file'
import Payout from '#models/payout'
import PayoutMethod from '#models/payout_method'
import { factsOf, textOf, writeFiles } from '#payouts/files'
import { fileOf } from '#payouts/methods/index'
import { payables, paymentOf } from '#payouts/methods/payment'
import { openByHand } from '#payouts/open'
import { anotherAffiliate, assertBalanced, dueProgram } from '#tests/support/money'
import { faultsOfPain001 } from '#tests/support/pain001'
import { sell } from '#tests/support/world'
import type { MethodKind } from '#models/types'
import type PayoutRun from '#models/payout_run'
import type { Destination } from '#payouts/methods/method'

const iban = 'DE89370400440532013000'
const payer = { name: 'Acme GmbH', iban, bic: 'COBADEFFXXX' }
const destinations: [MethodKind, Destination][] = [
  ['manual', {}],
  ['paypal', { email: 'jane@example.com' }],
  ['wise', { email: 'jo@example.com' }],
  ['wise', { currency: 'EUR', holder: 'Jan Doe', iban: 'FR1420041010050500013M02606' }],
  ['sepa', { iban, holder: 'Jane Doe' }],
  ['sepa', { iban: 'NL91ABNA0417164300', holder: 'Joe Doe', bic: 'ABNANL2A' }],
]

/** One approved run in euros that pays by every method. */
async function everyMethod(settings = {}) {
  const program = await dueProgram()
  const { workspace, owner } = program
  await workspace.change({ payer, ...settings }, owner.actor)
  for (const [kind, destination] of destinations) {
    const { affiliate, link } = await anotherAffiliate(workspace)
    await PayoutMethod.choose(affiliate, { kind, destination }, { kind: 'user', id: 'usr_x' })
    await sell(workspace, { ref: link.refParam, currency: 'EUR', amount: 10_000 })
  }
  const [run] = await openByHand(workspace, { currency: 'EUR' }, owner.actor)
  await run.approve(owner.actor)
  return { ...program, run }
}

function filesOf(run: PayoutRun) {
  return PaymentFile.query().where('run_id', run.id).orderBy('format').orderBy('part')
}

test.group('Payment files of a run', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('each payout is in one file, of its method; the sums are the run’s', async ({ assert }) => {
    const { run, workspace } = await everyMethod()
    const files = await filesOf(run)
    assert.deepEqual(
      files.map(({ format, rows, amount, parts }) => [format, rows, amount, parts]),
      [
        ['csv', 1, 2_000, 1],
        ['paypal', 1, 2_000, 1],
        ['sepa', 2, 4_000, 1],
        ['wise', 1, 2_000, 1],
        ['wise_email', 1, 2_000, 1],
      ]
    )
    for (const file of files) {
      assert.equal(createHash('sha256').update(file.text).digest('hex'), file.checksum)
      assert.notInclude(JSON.stringify(file.$attributes), iban)
    }
    assert.deepEqual(faultsOfPain001(files[2].text), [])
    const payouts = await Payout.query().where('run_id', run.id)
    for (const payout of payouts) {
      const file = files.find(({ id }) => id === payout.fileId)
      assert.equal(file?.format, payout.sentThrough)
      const holding = files.filter(({ text }) => holds(text, payout.id))
      assert.deepEqual(holding, [file!])
    }
    await assertBalanced(assert, workspace)
  })

  test('written again they are the same bytes, whenever that is', async ({ assert }) => {
    const { run, workspace } = await everyMethod()
    await clock.at(clock.now().plus({ days: 40 }), async () => {
      for (const file of await filesOf(run)) {
        const payments = (await payables().where('payouts.file_id', file.id)).map(paymentOf)
        assert.equal(textOf(file.format, payments, factsOf(run, workspace, file.part)), file.text)
      }
      await writeFiles(run)
    })
    assert.lengthOf(await filesOf(run), 5)
  })

  test('what a crash left unwritten is written, and nothing twice', async ({ assert }) => {
    const { run } = await everyMethod()
    const before = await filesOf(run)
    await before[2].delete()
    await Payout.query().where('file_id', before[2].id).update({ file_id: null })
    await run.merge({ progressStep: 'approving' }).save()
    await writeFiles(run)
    const after = await filesOf(run)
    assert.deepEqual(
      after.map(({ checksum }) => checksum),
      before.map(({ checksum }) => checksum)
    )
    await run.refresh()
    assert.isNull(run.progressStep)
  })

  test('a file that a crash left half-filled is filled, not begun again', async ({ assert }) => {
    const { run } = await everyMethod()
    const before = await filesOf(run)
    const sepa = before.find(({ format }) => format === 'sepa')!
    const [first] = await Payout.query().where('file_id', sepa.id).orderBy('id')
    await sepa.delete()
    await Payout.query()
      .where('file_id', sepa.id)
      .whereNot('id', first.id)
      .update({ file_id: null })
    await run.merge({ progressStep: 'approving' }).save()
    await writeFiles(run)
    const after = await filesOf(run)
    assert.deepEqual(
      after.map(({ id, rows, checksum }) => [id, rows, checksum]),
      before.map(({ id, rows, checksum }) => [id, rows, checksum])
    )
  })

  test('beyond the receiver’s limit there are more', async ({ assert }) => {
    const sepa = fileOf('sepa')
    const most = sepa.rowsAtMost
    sepa.rowsAtMost = 1
    try {
      const { run } = await everyMethod()
      const parts = (await filesOf(run)).filter(({ format }) => format === 'sepa')
      assert.deepEqual(
        parts.map(({ part, parts: all, rows }) => [part, all, rows]),
        [
          [1, 2, 1],
          [2, 2, 1],
        ]
      )
      assert.notEqual(parts[0].checksum, parts[1].checksum)
    } finally {
      sepa.rowsAtMost = most
    }
  })

  test('without an account to pay from, transfers are listed to be paid by hand', async ({
    assert,
  }) => {
    const { run } = await everyMethod({ payer: { name: 'Acme GmbH' } })
    const files = await filesOf(run)
    assert.deepEqual(
      files.map(({ format, rows }) => [format, rows]),
      [
        ['csv', 3],
        ['paypal', 1],
        ['wise', 1],
        ['wise_email', 1],
      ]
    )
    assert.include(files[0].text, iban)
  })

  test('with PayPal’s credentials no file says what the API will send', async ({ assert }) => {
    const paypal = { client_id: 'id', client_secret: 'secret', environment: 'sandbox' } as const
    const { run } = await everyMethod({ payer: { ...payer, paypal } })
    assert.notInclude(
      (await filesOf(run)).map(({ format }) => format),
      'paypal'
    )
    const payouts = await Payout.query().where({ run_id: run.id, method: 'paypal' })
    assert.deepEqual(
      payouts.map(({ sentThrough, fileId }) => [sentThrough, fileId]),
      [['paypal_api', null]]
    )
  })
})

function holds(text: string, id: string) {
  return [id, id.replace('_', '-'), `,${id.slice(-10)},`].some((name) => text.includes(name))
}
