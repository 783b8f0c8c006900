import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { isOfAccount } from '#http/resource'
import { schemaOf } from '#http/schema_of'
import Affiliate from '#models/affiliate'
import Conversion from '#models/conversion'
import UserToken from '#models/user_token'
import { routes } from '#tests/support/actions'
import { apiOf, clientOf } from '#tests/support/api'
import { apiWorld } from '#tests/support/api_world'
import { sample } from '#tests/support/hostile'
import { emptyDatabase } from '#tests/support/empty_database'
import { makeAffiliate, makeProgram, makeWorkspace, unique } from '#tests/support/world'

const once = (key: string) => ({ headers: { 'Idempotency-Key': key } })

test.group('Idempotency', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function withKey() {
    const { workspace, owner } = await makeWorkspace()
    return { workspace, owner, api: await apiOf(workspace, owner) }
  }

  test('the same again is the first answer, byte for byte', async ({ assert }) => {
    const { workspace, api } = await withKey()
    const body = { email: 'jane@example.com', metadata: { secret: 'a word of theirs' } }
    const first = await api.post('/affiliates', body, once('a'))
    const again = await api.post('/affiliates', body, once('a'))
    assert.equal(first.status, 201)
    assert.isNull(first.headers.get('idempotent-replayed'))
    assert.deepEqual([again.status, again.text], [201, first.text])
    assert.equal(again.headers.get('idempotent-replayed'), 'true')
    assert.lengthOf(await Affiliate.query().where('workspace_id', workspace.id), 1)
  })

  test('another body, path or query under the key is refused', async ({ assert }) => {
    const { workspace, api } = await withKey()
    const affiliate = await makeAffiliate(workspace)
    await api.post('/affiliates', { email: 'jane@example.com' }, once('a'))
    const others = [
      api.post('/affiliates', { email: 'other@example.com' }, once('a')),
      api.post(`/affiliates?account_id=${workspace.id}`, { email: 'jane@example.com' }, once('a')),
      api.patch(`/affiliates/${affiliate.id}`, { email: 'jane@example.com' }, once('a')),
    ]
    for (const { status, body } of await Promise.all(others))
      assert.deepEqual([status, body.code], [422, 'IDEMPOTENCY_MISMATCH'])
  })

  test('a key is its credential’s own', async ({ assert }) => {
    const { workspace, owner, api } = await withKey()
    const other = await apiOf(workspace, owner)
    await api.post('/affiliates', { email: 'one@example.com' }, once('a'))
    const answer = await other.post('/affiliates', { email: 'two@example.com' }, once('a'))
    assert.equal(answer.status, 201)
    assert.isNull(answer.headers.get('idempotent-replayed'))
  })

  test('a refusal is not kept', async ({ assert }) => {
    const { workspace, api } = await withKey()
    const { id } = await makeAffiliate(workspace, { email: 'jane@example.com' })
    const body = { email: 'jane@example.com' }
    assert.equal((await api.post('/affiliates', body, once('a'))).status, 409)
    assert.equal((await api.post('/affiliates', { email: 1 }, once('a'))).status, 422)
    await api.delete(`/affiliates/${id}`)
    assert.equal((await api.post('/affiliates', body, once('a'))).status, 201)
    assert.lengthOf(await db.from('idempotency_keys').where('key', 'a'), 1)
  })

  test('a deletion is answered again too', async ({ assert }) => {
    const { workspace, api } = await withKey()
    const { id } = await makeAffiliate(workspace)
    const first = await api.delete(`/affiliates/${id}`, once('gone'))
    const again = await api.delete(`/affiliates/${id}`, once('gone'))
    assert.deepEqual([first.status, again.status, again.text], [204, 204, ''])
    assert.equal(again.headers.get('idempotent-replayed'), 'true')
  })

  test('a key is 1 to 255 characters', async ({ assert }) => {
    const { api } = await withKey()
    for (const [length, status] of [
      [0, 400],
      [1, 201],
      [255, 201],
      [256, 400],
    ]) {
      const body = { email: `jane${length}@example.com` }
      const answer = await api.post('/affiliates', body, once('k'.repeat(length)))
      assert.equal(answer.status, status, `${length}`)
    }
  })

  test('every write takes a key: what went well is answered again, what was refused is not kept', async ({
    assert,
  }) => {
    const world = await apiWorld()
    const { workspace, owner } = world
    const api = clientOf((await UserToken.signIn(owner)).access_token, workspace)
    const writes = routes.filter(
      ({ method, action }) => method !== 'GET' && isOfAccount(action.may) && !action.items
    )
    const wrong: string[] = []
    let well = 0
    for (const route of writes) {
      const { method, name, action } = route
      const body = action.takes && (sample(schemaOf(action.takes), world.known) as object)
      const send = () => api.send(method, world.pathOf(route), body, once(name))
      const first = await send()
      const again = await send()
      const replayed = again.headers.get('idempotent-replayed') === 'true'
      const asBefore = JSON.stringify({ ...first.body, secret: null })
      if (first.status < 300) well++
      if (first.status >= 300 && replayed) wrong.push(`${name} keeps ${first.status}`)
      if (first.status < 300 && !(replayed && again.status === first.status))
        wrong.push(`${name}: ${first.status}, then ${again.status}`)
      if (replayed && JSON.stringify({ ...again.body, secret: null }) !== asBefore)
        wrong.push(`${name}: ${first.text}, then ${again.text}`)
    }
    assert.deepEqual(wrong, [])
    assert.isAbove(well, 20)
  })

  test('a verb that tries again on a unique index works inside', async ({ assert }) => {
    const { workspace, owner, link } = await makeProgram()
    const api = await apiOf(workspace, owner)
    const sale = {
      external_id: 'order-1',
      amount: 9900,
      currency: 'USD',
      customer: { external_id: 'c-1' },
      ref: link.refParam,
    }
    assert.equal((await api.post('/track/sale', sale, once('one'))).status, 201)
    assert.equal((await api.post('/track/sale', sale, once('two'))).status, 200)
    const differs = await api.post('/track/sale', { ...sale, amount: 1 }, once('three'))
    assert.deepEqual([differs.status, differs.body.code], [409, 'CONFLICT'])
    const taken = await api.post(
      '/links',
      { affiliate_id: link.affiliateId, ref_param: link.refParam },
      once('four')
    )
    assert.deepEqual([taken.status, taken.body.code], [409, 'CONFLICT'])
    assert.equal((await api.get('/affiliates')).status, 200)
  })
})

/** In committed transactions of their own, as in life. */
test.group('Idempotency, at the same time', (group) => {
  group.each.setup(() => emptyDatabase())

  test('50 with one key have one effect and one body', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const body = { email: `jane${unique()}@example.com` }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => api.post('/affiliates', body, once('same')))
    )
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201])
    assert.lengthOf([...new Set(answers.map(({ text }) => text))], 1)
    const fresh = answers.filter(({ headers }) => !headers.has('idempotent-replayed'))
    assert.lengthOf(fresh, 1)
    assert.lengthOf(await Affiliate.query().where('workspace_id', workspace.id), 1)
  })

  test('50 sales under 25 keys share transactions, and each key has its one answer', async ({
    assert,
  }) => {
    const { workspace, owner, link } = await makeProgram()
    const api = await apiOf(workspace, owner)
    const sale = (number: number) => ({
      ...{ external_id: `order-${number}`, amount: 9900, currency: 'USD', ref: link.refParam },
      customer: { external_id: `customer-${number}` },
    })
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        api.post('/track/sale', sale(at % 25), once(`key-${at % 25}`))
      )
    )
    assert.isTrue(answers.every(({ status }) => status === 201))
    for (const number of Array.from({ length: 25 }).keys()) {
      const [one, other] = [answers[number], answers[number + 25]]
      assert.equal(one.text, other.text)
      const replayed = [one, other].filter(({ headers }) => headers.get('idempotent-replayed'))
      assert.lengthOf(replayed, 1)
    }
    const other = await api.post('/track/sale', sale(99), once('key-1'))
    assert.equal(other.status, 422)
    assert.lengthOf(await Conversion.query().where('workspace_id', workspace.id), 25)
    const kept = await db.from('idempotency_keys').whereLike('key', 'key-%').count('* as count')
    assert.equal(Number(kept[0].count), 25)
  })

  test('a test sale under a key is answered again, and leaves nothing', async ({ assert }) => {
    const { workspace, owner, link } = await makeProgram()
    const api = await apiOf(workspace, owner)
    const sale = {
      ...{ external_id: 'tried', amount: 9900, currency: 'USD', ref: link.refParam, test: true },
      customer: { external_id: 'nobody' },
    }
    const first = await api.post('/track/sale', sale, once('tried'))
    const again = await api.post('/track/sale', sale, once('tried'))
    assert.deepEqual([again.status, again.text], [200, first.text])
    assert.equal(again.headers.get('idempotent-replayed'), 'true')
    assert.isNull(await Conversion.query().where('workspace_id', workspace.id).first())
  })

  test('50 sales with one external_id make one conversion', async ({ assert }) => {
    const { workspace, owner, link } = await makeProgram()
    const api = await apiOf(workspace, owner)
    const sale = {
      external_id: 'order-1',
      amount: 9900,
      currency: 'USD',
      customer: { external_id: 'c-1' },
      ref: link.refParam,
    }
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        api.post('/track/sale', sale, number % 2 ? once(`key-${number}`) : undefined)
      )
    )
    const statuses = answers.map(({ status }) => status).sort()
    assert.deepEqual([...new Set(statuses)], [200, 201])
    assert.lengthOf(
      statuses.filter((status) => status === 201),
      1
    )
    assert.lengthOf(await Conversion.query().where('workspace_id', workspace.id), 1)
  })
})
