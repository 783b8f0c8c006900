import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Reconciliation from '#models/reconciliation'
import { base } from '#tests/support/api'
import { dueProgram, openRun } from '#tests/support/money'
import { cookieOf } from '#tests/support/session'

const BOM = '\uFEFF'

test.group('Uploading a result file in the console', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  /** A run on its way, and the form that takes a file for it. */
  async function desk() {
    const { workspace, owner } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await run.approve(owner.actor)
    await run.execute(owner.actor)
    const headers = { Cookie: await cookieOf(owner) }
    const page = async (path: string) => (await fetch(`${base}${path}`, { headers })).text()
    const path = `/payout_runs/${run.id}/reconciliations`
    const upload = async (file: string | Uint8Array, to = path) => {
      const [, token] = /csrf-token['"] content=['"]([^'"]+)/.exec(await page(`${path}/new`))!
      const body = new FormData()
      body.set('_csrf', token)
      body.set('content', new Blob([file as BlobPart]), 'results.csv')
      const answer = await fetch(`${base}${to}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...headers, Referer: `${base}${path}/new` },
        body,
      })
      return { status: answer.status, to: answer.headers.get('location') }
    }
    const content = `payout_id,status,reference\n${payout.id},paid,bank-<1>\npo_nobody,paid,\n`
    return { run, payout, page, upload, path, content }
  }

  test('sets the payouts, and shows what did not match', async ({ assert }) => {
    const { run, payout, page, upload, path, content } = await desk()
    assert.include(await page(`/payout_runs/${run.id}`), `${path}/new`)
    const done = await upload(content)
    const made = await Reconciliation.firstOrFail()
    assert.deepEqual(done, { status: 303, to: `${path}/${made.id}` })
    await payout.refresh()
    assert.deepEqual([payout.state, payout.reference], ['paid', 'bank-<1>'])
    const report = await page(`${path}/${made.id}`)
    for (const says of [
      '1 line did not match',
      'No payout has this id',
      'po_nobody',
      'Marked paid',
    ])
      assert.include(report, says)
    assert.include(report, 'bank-&lt;1&gt;')
    assert.include(await page(`/payout_runs/${run.id}`), '1 did not match')

    await upload(content)
    const again = await Reconciliation.query().orderBy('id', 'desc').firstOrFail()
    assert.equal(again.changedCount, 0)
    assert.include(await page(`${path}/${again.id}`), 'Was so already')
  })

  test('takes what spreadsheets write, and says what it cannot read', async ({ assert }) => {
    const { payout, page, upload, content } = await desk()
    const refused = async (file: string | Uint8Array, says: string) => {
      const { status, to } = await upload(file)
      assert.equal(status, 303)
      assert.include(await page(new URL(to!, base).pathname), says)
      assert.lengthOf(await Reconciliation.all(), 0)
    }
    await refused('', 'This is needed')
    await refused('\n', 'The file is empty')
    await refused('hello', 'The columns payout_id and status are needed')
    await refused(Buffer.from('payout_id;status\nM\xfcller;paid', 'latin1'), 'no text in UTF-8')
    await refused(Buffer.from('PK\u0003\u0004\u00ff\u00fe', 'latin1'), 'no text in UTF-8')
    await refused('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'A document type is not taken')
    await refused('x'.repeat(8 * 1_048_576 + 1), 'larger than 8 MB')

    const utf16 = Buffer.from(BOM + content, 'utf16le')
    assert.match((await upload(utf16)).to!, /reconciliations\/rec_/)
    await payout.refresh()
    assert.equal(payout.state, 'paid')
  })

  test('what is uploaded is not kept, and elsewhere not even written down', async ({ assert }) => {
    const { run, payout, upload, content } = await desk()
    await upload(content)
    await upload(`hello ${payout.id}`)
    await upload(content, `/payout_runs/${run.id}/payment`)
    const names = await readdir(tmpdir())
    const uploads = names.filter((name) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(name))
    // Others upload meanwhile: theirs may be gone by now.
    const texts = await Promise.allSettled(
      uploads.map((name) => readFile(join(tmpdir(), name), 'utf8'))
    )
    const ours = texts.filter(
      (text) => text.status === 'fulfilled' && text.value.includes(payout.id)
    )
    assert.lengthOf(ours, 0)
  })
})
