import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import { expire } from '#ledger/expire'
import Session from '#models/session'
import { Api } from '#tests/support/api'
import { Visitor } from '#tests/support/visitor'
import { makeWorkspace } from '#tests/support/world'

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1'

test.group('Sessions', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function twoDevices() {
    const { workspace, owner } = await makeWorkspace()
    const [desk, phone] = [new Visitor(), new Visitor(iphone)]
    await phone.signIn(owner.email)
    await desk.signIn(owner.email)
    return { workspace, owner, desk, phone }
  }

  const isIn = async (visitor: Visitor) => (await visitor.get('/affiliates')).status === 200

  test('the profile lists them by device, with an address that names nobody', async ({
    assert,
  }) => {
    const { desk } = await twoDevices()
    const { text } = await desk.get('/profile')
    for (const words of ['Firefox on Linux', 'Safari on iPhone', '127.0.0.•'])
      assert.include(text, words)
    assert.notInclude(text, '127.0.0.1')
  })

  test('one that is ended lets nobody in any more, on either face', async ({ assert }) => {
    const { owner, desk, phone } = await twoDevices()
    const other = await Session.query().whereLike('user_agent', '%iPhone%').firstOrFail()
    await desk.post(`/profile/sessions/${other.id}`, {}, 'DELETE')
    assert.deepEqual([await isIn(phone), await isIn(desk)], [false, true])
    assert.equal((await phone.get('/api/v1/me')).status, 401)
    assert.lengthOf(await Session.ofUser(owner), 1)
  })

  test('nobody ends the session of another, nor the one that they are in', async ({ assert }) => {
    const { desk } = await twoDevices()
    const stranger = await twoDevices()
    const foreign = await Session.ofUser(stranger.owner).firstOrFail()
    await desk.post(`/profile/sessions/${foreign.id}`, {}, 'DELETE')
    const own = await Session.query().whereNot('user_id', stranger.owner.id).orderBy('id', 'desc')
    await desk.post(`/profile/sessions/${own[0].id}`, {}, 'DELETE')
    assert.deepEqual([await isIn(desk), await isIn(stranger.desk)], [true, true])
  })

  test('all others end together, tokens of the API too', async ({ assert }) => {
    const { owner, desk, phone } = await twoDevices()
    const { body } = await new Api().post('/auth/login', {
      email: owner.email,
      password: 'correct horse battery',
    })
    await desk.post('/profile/sessions', {}, 'DELETE')
    assert.deepEqual([await isIn(phone), await isIn(desk)], [false, true])
    const api = new Api({ Authorization: `Bearer ${body.access_token}` })
    assert.equal((await api.get('/me')).body.code, 'TOKEN_INVALID')
  })

  test('a new password ends the others, and keeps the one it was set in', async ({ assert }) => {
    const { desk, phone } = await twoDevices()
    await desk.post(
      '/profile/password',
      {
        current_password: 'correct horse battery',
        password: 'another long one',
        password_confirmation: 'another long one',
      },
      'PUT'
    )
    assert.deepEqual([await isIn(phone), await isIn(desk)], [false, true])
  })

  test('signing out ends the row with the cookie', async ({ assert }) => {
    const { owner, desk } = await twoDevices()
    await desk.post('/session', {}, 'DELETE')
    assert.isFalse(await isIn(desk))
    assert.lengthOf(await Session.ofUser(owner), 1)
  })

  test('one that nobody comes back to is over after 14 days, and then forgotten', async ({
    assert,
  }) => {
    const { owner } = await twoDevices()
    const session = await Session.ofUser(owner).firstOrFail()
    await clock.at(session.expiresAt, async () => {
      assert.isNull(await Session.current(owner, session.id))
      assert.equal((await clock.at(session.expiresAt.plus({ seconds: 1 }), expire)).sessions, 2)
    })
  })

  test('a visit puts the end off, noted once a minute', async ({ assert }) => {
    const { owner } = await twoDevices()
    const session = await Session.ofUser(owner).firstOrFail()
    await clock.at(session.seenAt.plus({ seconds: 59 }), () => session.see('127.0.0.1'))
    assert.isTrue((await session.refresh()).seenAt.equals(session.seenAt))
    const later = session.seenAt.plus({ minutes: 2 })
    await clock.at(later, () => session.see('2001:db8:1:2::3'))
    await session.refresh()
    assert.isTrue(session.seenAt.equals(later))
    assert.isTrue(session.expiresAt.equals(later.plus({ days: 14 })))
    assert.equal(session.address, '2001:db8:1:•')
  })
})
