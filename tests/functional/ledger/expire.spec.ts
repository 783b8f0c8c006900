import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { inChunks } from '#core/chunks'
import { clock } from '#core/clock'
import { expire } from '#ledger/expire'
import ApiKey from '#models/api_key'
import Mail from '#models/mail'
import Referral from '#models/referral'
import { assertBalanced } from '#tests/support/money'
import { later, makeAffiliate, makeProgram, sell } from '#tests/support/world'
import Link from '#models/link'
import { system } from '#core/actor'

const customer = { externalId: 'ada', email: 'ada@example.com' }

test.group('expire', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a lead without a sale ends with its cookie days, a customer does not', async ({
    assert,
  }) => {
    const { workspace, link } = await makeProgram()
    await sell(workspace, { kind: 'lead', amount: 0, ref: link.refParam })
    await sell(workspace, { ref: link.refParam })
    const born = (
      await Referral.query().where('workspace_id', workspace.id).orderBy('id').firstOrFail()
    ).createdAt
    assert.equal((await clock.at(born.plus({ days: 60, milliseconds: -1 }), expire)).leads, 0)
    assert.equal((await clock.at(born.plus({ days: 60 }), expire)).leads, 1)
    assert.equal((await later(200, expire)).leads, 0)
    await assertBalanced(assert, workspace)
  })

  test('a campaign’s own cookie days count before the workspace’s', async ({ assert }) => {
    const { workspace, link } = await makeProgram({ cookieDays: 7 })
    await sell(workspace, { kind: 'lead', amount: 0, ref: link.refParam })
    assert.equal((await later(8, expire)).leads, 1)
  })

  test('a sale after that is attributed anew, also before the job has come', async ({ assert }) => {
    const { workspace, campaign, link, affiliate } = await makeProgram()
    const other = await makeAffiliate(workspace)
    const otherLink = await Link.make(other, campaign, {}, system)
    await sell(workspace, { kind: 'lead', amount: 0, ref: link.refParam, customer })
    const soon = await later(59, () => sell(workspace, { ref: otherLink.refParam, customer }))
    assert.equal(soon.affiliateId, affiliate.id)

    const anew = { externalId: 'bob' }
    await sell(workspace, { kind: 'lead', amount: 0, ref: link.refParam, customer: anew })
    const late = await later(61, () => sell(workspace, { ref: otherLink.refParam, customer: anew }))
    assert.equal(late.affiliateId, other.id)
    await assertBalanced(assert, workspace)
  })

  test('keys past their end expire', async ({ assert }) => {
    const { workspace, owner } = await makeProgram()
    const expiresAt = clock.now().plus({ days: 1 })
    const key = await ApiKey.mint(workspace, owner, { name: 'short', expiresAt })
    await ApiKey.mint(workspace, owner, { name: 'long' })
    assert.equal((await expire()).api_keys, 0)
    assert.equal((await clock.at(expiresAt, expire)).api_keys, 1)
    await key.refresh()
    assert.equal(key.state, 'expired')
    await assertBalanced(assert, workspace)
  })

  test('answers older than 48 hours and sessions that are over are forgotten, however many', async ({
    assert,
  }) => {
    const rows = Array.from({ length: 700 }, (_, number) => ({
      credential: 'c',
      key: `k${number}`,
      fingerprint: 'f',
      status: 200,
      headers: '{}',
      body: '',
      created_at: clock
        .now()
        .minus({ hours: number < 650 ? 49 : 47 })
        .toJSDate(),
    }))
    await inChunks(rows, 100, (chunk) => db.table('idempotency_keys').multiInsert(chunk))
    await db
      .table('session_data')
      .insert({ id: 'old', data: '{}', expires_at: clock.now().minus({ minutes: 1 }).toJSDate() })
    await db
      .table('session_data')
      .insert({ id: 'new', data: '{}', expires_at: clock.now().plus({ minutes: 1 }).toJSDate() })

    const { idempotency_keys: keys, session_data: data } = await expire()
    assert.deepEqual([keys, data], [650, 1])
    assert.deepEqual((await expire()).idempotency_keys, 0)
  })

  test('mails are forgotten after 90 days', async ({ assert }) => {
    const written = clock.now()
    await Mail.create({
      ...{ to: 'jim@example.com', subject: 'Join', text: '', html: '' },
      ...{ state: 'sent', attempts: 1, nextAttemptAt: written },
    })
    const expireAfter = (days: number) => clock.at(written.plus({ days, minutes: 1 }), expire)
    assert.equal((await expireAfter(89)).mails, 0)
    assert.equal((await expireAfter(90)).mails, 1)
  })
})
