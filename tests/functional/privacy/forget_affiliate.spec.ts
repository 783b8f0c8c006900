import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import Affiliate from '#models/affiliate'
import ApiKey from '#models/api_key'
import Commission from '#models/commission'
import Event from '#models/event'
import PaymentFile from '#models/payment_file'
import Payout from '#models/payout'
import PayoutMethod from '#models/payout_method'
import { apiOf } from '#tests/support/api'
import { approvedRun, assertBalanced, assertRefused, openRun } from '#tests/support/money'
import { signedIn } from '#tests/support/session'
import { Visitor } from '#tests/support/visitor'
import { wholeDatabase } from '#tests/support/whole_database'
import { makeAffiliate, makeProgram, sell } from '#tests/support/world'

const jane = {
  email: 'jane.of.yore@example.com',
  name: 'Jane of Yore',
  company: 'Yore and Daughters',
  country: 'NO',
  tags: ['tag-of-yore'],
  metadata: { phone: '+47 555 0123' },
}
const names = [
  ...['jane.of.yore', 'Jane of Yore', 'Yore and Daughters', '"NO"', 'tag-of-yore', '555 0123'],
  ...['paid.of.yore', 'p•••', 'note of yore'],
]

test.group('Forgetting an affiliate', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  /** An affiliate whom a run is about to pay by PayPal. */
  async function earned() {
    const program = await makeProgram({ holdDays: 0 })
    const { workspace, owner, affiliate, link } = program
    await affiliate.merge(jane).save()
    await PayoutMethod.choose(
      affiliate,
      { kind: 'paypal', destination: { email: 'paid.of.yore@example.com' } },
      { kind: 'user', id: 'usr_x' }
    )
    await sell(workspace, { ref: link.refParam, amount: 10_000 })
    return { ...program, api: await signedIn(owner) }
  }

  async function paid() {
    const program = await earned()
    const { workspace, owner } = program
    const { run, payout } = await approvedRun(workspace, owner)
    await run.execute(owner.actor)
    await run.pay(owner.actor, { reference: 'bank-1' })
    await payout.refresh()
    await payout.merge({ note: 'note of yore' }).save()
    return { ...program, run, payout }
  }

  test('no table names them any more, and what they were paid stays', async ({ assert }) => {
    const { workspace, owner, api, affiliate, payout } = await paid()
    const masked = payout.methodMasked!
    const key = await ApiKey.mint(workspace, owner, {
      name: 'Theirs',
      kind: 'affiliate',
      affiliateId: affiliate.id,
    })
    const before = await wholeDatabase()
    for (const name of ['jane.of.yore', 'Jane of Yore', 'tag-of-yore', masked])
      assert.include(before, name)

    const { status, body } = await api.post(`/affiliates/${affiliate.id}/forgetting`)
    assert.deepEqual([status, body.state, body.name], [200, 'archived', null])
    assert.match(body.email, /^forgotten-[0-9a-f]{16}@forgotten\.invalid$/)

    const left = await wholeDatabase()
    for (const name of [...names, masked]) assert.notInclude(left, name)
    const row = await Payout.findOrFail(payout.id)
    assert.deepEqual([row.state, row.amount, row.reference], ['paid', 2_000, 'bank-1'])
    assert.deepEqual([row.destination, row.methodMasked], [null, null])
    assert.isNull(await PayoutMethod.findBy('affiliate_id', affiliate.id))
    assert.equal((await ApiKey.findOrFail(key.id)).state, 'revoked')
    await assertBalanced(assert, workspace)
  })

  test('the payment files that they stood in have their checksum alone', async ({ assert }) => {
    const { api, affiliate, run } = await paid()
    const path = `/payout_runs/${run.id}/files/paypal`
    assert.equal((await api.get(path)).status, 200)
    await affiliate.forget(system)
    const { status, body } = await api.get(path)
    assert.deepEqual([status, body.code], [409, 'CONFLICT'])
    const file = await PaymentFile.findByOrFail('run_id', run.id)
    assert.deepEqual([file.content, file.amount, file.checksum.length], [null, 2_000, 64])
  })

  test('the event tells that it was, not whom; again it changes nothing', async ({ assert }) => {
    const { api, owner, affiliate } = await paid()
    const once = await api.post(`/affiliates/${affiliate.id}/forgetting`)
    const again = await api.post(`/affiliates/${affiliate.id}/forgetting`)
    assert.deepEqual([again.status, again.body], [200, once.body])
    const events = await Event.query().where('type', 'affiliate.forgotten')
    assert.deepEqual(
      events.map(({ subjectId, actorId, data }) => [subjectId, actorId, data]),
      [[affiliate.id, owner.id, {}]]
    )
  })

  test('while something is owed it is refused, with what it is', async ({ assert }) => {
    const { workspace, api, affiliate } = await earned()
    const { status, body } = await api.post(`/affiliates/${affiliate.id}/forgetting`)
    assert.deepEqual([status, body.code, body.details], [409, 'CONFLICT', { owed: ['$20.00'] }])
    await affiliate.refresh()
    assert.equal(affiliate.name, 'Jane of Yore')

    const commission = await Commission.findByOrFail('affiliate_id', affiliate.id)
    await commission.void(system, 'other')
    assert.equal((await api.post(`/affiliates/${affiliate.id}/forgetting`)).status, 200)
    await assertBalanced(assert, workspace)
  })

  test('while a run that pays them is not over it is refused', async ({ assert }) => {
    const { workspace, owner, affiliate } = await earned()
    const { run } = await openRun(workspace, owner)
    await assertRefused(assert, 409, 'CONFLICT', () => affiliate.forget(system))
    await run.cancel(owner.actor, 'other')
    await assertRefused(assert, 409, 'CONFLICT', () => affiliate.forget(system))
  })

  test('they stay forgotten: not let in, changed or given a payout method again', async ({
    assert,
  }) => {
    const { workspace, api, affiliate } = await paid()
    await affiliate.forget(system)
    const at = `/affiliates/${affiliate.id}`
    const answers = [
      await api.post(`${at}/activation`),
      await api.patch(at, { name: 'Jane' }),
      await api.put(`${at}/payout_method`, { kind: 'paypal', email: 'jane@example.com' }),
    ]
    assert.deepEqual(
      answers.map(({ body }) => body.code),
      ['CONFLICT', 'CONFLICT', 'CONFLICT']
    )
    const anew = await makeAffiliate(workspace, { email: jane.email })
    assert.notEqual(anew.id, affiliate.id)
  })

  test('no key may, and another workspace’s is not found', async ({ assert }) => {
    const { workspace, owner, affiliate } = await paid()
    const path = `/affiliates/${affiliate.id}/forgetting`
    assert.equal((await (await apiOf(workspace, owner)).post(path)).status, 403)
    const other = await makeProgram()
    assert.equal((await (await signedIn(other.owner)).post(path)).status, 404)
    assert.isNull((await Affiliate.findOrFail(affiliate.id)).forgottenAt)
  })

  test('the console says what is still owed, and asks before', async ({ assert }) => {
    const { owner, affiliate } = await earned()
    const visitor = new Visitor()
    await visitor.signIn(owner.email)
    const path = `/affiliates/${affiliate.id}/forgetting`
    assert.include((await visitor.get(`${path}/new`)).text, 'They still have a balance: $20.00')

    const other = await paid()
    const theirs = new Visitor()
    await theirs.signIn(other.owner.email)
    const at = `/affiliates/${other.affiliate.id}`
    assert.include((await theirs.get(`${at}/forgetting/new`)).text, 'Forget Jane of Yore?')
    assert.equal((await theirs.post(`${at}/forgetting`)).to, at)
    const { text } = await theirs.get(at)
    assert.include(text, 'Affiliate forgotten')
    assert.notInclude(text, 'Jane of Yore')
  })
})
