import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import Enrollment from '#models/enrollment'
import Event from '#models/event'
import { apiWorld } from '#tests/support/api_world'
import { makeCampaign } from '#tests/support/world'

test.group('What was made can be put right', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('what is known of a customer, but for who they are', async ({ assert }) => {
    const { api, ids } = await apiWorld()
    const path = `/referrals/${ids.referrals}`
    const { customer } = (await api.get(path)).body
    const changed = await api.patch(path, { customer: { name: 'Mary Poe', country: 'de' } })
    assert.equal(changed.status, 200)
    assert.deepEqual(changed.body.customer, { ...customer, name: 'Mary Poe', country: 'DE' })
    const cleared = await api.patch(path, { customer: { email: null } })
    assert.isNull(cleared.body.customer.email)
    const event = await Event.query().where('type', 'referral.updated').firstOrFail()
    assert.deepEqual(event.data, { changed: ['customerName', 'customerCountry'] })
    for (const customerOf of [{ external_id: 'other' }, { country: 'Germany' }, null, []])
      assert.equal((await api.patch(path, { customer: customerOf })).status, 422)
  })

  test('the code of a coupon', async ({ assert }) => {
    const { api, ids, affiliate } = await apiWorld()
    const path = `/coupons/${ids.coupons}`
    const { status, body } = await api.patch(path, { code: 'spring20' })
    assert.deepEqual([status, body.code], [200, 'SPRING20'])
    assert.equal((await api.patch(path, { code: 'SPRING20' })).status, 200)
    await api.post('/coupons', { affiliate_id: affiliate.id, code: 'TAKEN' })
    const taken = await api.patch(path, { code: 'taken' })
    assert.deepEqual([taken.status, taken.body.details], [409, { field: 'code' }])
    assert.equal((await api.get(path)).body.code, 'SPRING20')
  })

  test('an enrollment is deleted while nothing came of it', async ({ assert }) => {
    const { api, ids, workspace, affiliate } = await apiWorld()
    const used = await api.delete(`/enrollments/${ids.enrollments}`)
    assert.deepEqual([used.status, used.body.code], [409, 'CONFLICT'])
    const campaign = await makeCampaign(workspace)
    const enrollment = await Enrollment.ensure(affiliate, campaign, system)
    assert.equal((await api.delete(`/enrollments/${enrollment.id}`)).status, 204)
    assert.isNull(await Enrollment.find(enrollment.id))
  })

  test('rows that never change were updated when they were created', async ({ assert }) => {
    const { api } = await apiWorld()
    for (const list of ['clicks', 'events']) {
      const { body } = await api.get(`/${list}`)
      const [{ created_at: at, updated_at: same }] = body.data
      assert.equal(at, same)
      const since = await api.get(`/${list}?updated_since=${at}`)
      assert.isNotEmpty(since.body.data)
      const before = await api.get(`/${list}?updated_until=2020-01-01`)
      assert.deepEqual([before.status, before.body.data], [200, []])
    }
  })
})
