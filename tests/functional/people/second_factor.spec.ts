import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import { limits } from '#http/rate_limit'
import Event from '#models/event'
import RecoveryCode from '#models/recovery_code'
import { authenticatorSecretOf, beginTwoFactor, confirmTwoFactor } from '#people/second_factor'
import { Api } from '#tests/support/api'
import { codeOf, turnOnTwoFactor } from '#tests/support/authenticator'
import { assertRefused } from '#tests/support/money'
import { Visitor } from '#tests/support/visitor'
import { makeUser, makeWorkspace } from '#tests/support/world'

const password = 'correct horse battery'

test.group('Two-factor sign-in', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    const before = { ...limits }
    return () => void Object.assign(limits, before)
  })

  test('it is on once a first code was given, and its secret is encrypted', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    await beginTwoFactor(owner)
    assert.isFalse(owner.hasTwoFactor)
    assert.isFalse(await owner.checkSecondFactor(codeOf(owner)))
    assert.notInclude(JSON.stringify(owner.$attributes), authenticatorSecretOf(owner)!)

    await assertRefused(assert, 422, 'VALIDATION_ERROR', () => confirmTwoFactor(owner, '000000x'))
    const codes = await confirmTwoFactor(owner, codeOf(owner))
    assert.lengthOf(new Set(codes), 10)
    assert.isTrue(owner.hasTwoFactor)
    await assertRefused(assert, 409, 'CONFLICT', () => beginTwoFactor(owner))
    const hashes = (await RecoveryCode.all()).map(({ codeHash }) => codeHash).join(' ')
    assert.notInclude(hashes, codes[0])
  })

  test('a code is taken once, from a step before to a step after, and never an older one', async ({
    assert,
  }) => {
    const { owner } = await makeWorkspace()
    await turnOnTwoFactor(owner)
    await clock.at(clock.now().plus({ hours: 1 }), async () => {
      assert.isFalse(await owner.checkSecondFactor(codeOf(owner, -2)))
      assert.isFalse(await owner.checkSecondFactor(codeOf(owner, 2)))
      assert.isTrue(await owner.checkSecondFactor(codeOf(owner)))
      assert.isFalse(await owner.checkSecondFactor(codeOf(owner)))
      assert.isFalse(await owner.checkSecondFactor(codeOf(owner, -1)))
      assert.isTrue(await owner.checkSecondFactor(codeOf(owner, 1)))
    })
  })

  test('a recovery code stands in once, however it is typed, and is told', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const [code, other] = await turnOnTwoFactor(owner)
    assert.isTrue(await owner.checkSecondFactor(` ${code.toUpperCase().replace('-', ' ')}`))
    assert.isFalse(await owner.checkSecondFactor(code))
    const stranger = await makeUser()
    await turnOnTwoFactor(stranger)
    assert.isFalse(await stranger.checkSecondFactor(other))
    const told = await Event.query().where('workspace_id', workspace.id).orderBy('id')
    assert.deepEqual(
      told.map(({ type }) => type),
      ['workspace.created', 'member.two_factor_enabled', 'member.recovery_code_used']
    )
  })

  test('signing in asks for the code before it lets anyone in', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    await turnOnTwoFactor(owner)
    const visitor = new Visitor()
    await visitor.get('/affiliates')
    const first = await visitor.signIn(owner.email)
    assert.equal(first.to, '/login/code')
    assert.equal((await visitor.get('/affiliates')).to, '/login')

    await visitor.get('/login/code')
    const wrong = await visitor.post('/login/code', { code: '000000' })
    assert.equal(wrong.to, '/login/code')
    const form = await visitor.get('/login/code')
    assert.equal(form.status, 422)
    assert.include(form.text, 'This code does not fit')
    assert.notInclude(form.text, '000000')
    const right = await visitor.post('/login/code', { code: codeOf(owner) })
    assert.equal(right.to, '/affiliates')
    assert.equal((await visitor.get('/affiliates')).status, 200)
  })

  test('a code alone, or one whose password was given too long ago, lets nobody in', async ({
    assert,
  }) => {
    const { owner } = await makeWorkspace()
    await turnOnTwoFactor(owner)
    const visitor = new Visitor()
    await visitor.get('/login')
    assert.equal((await visitor.get('/login/code')).to, '/login')
    const answer = await visitor.post('/login/code', { code: codeOf(owner) })
    assert.equal(answer.to, '/login')
    assert.equal((await visitor.get('/profile')).to, '/login')
  })

  test('codes cannot be guessed: few an hour', async ({ assert }) => {
    limits.secondFactor = 3
    const { owner } = await makeWorkspace()
    await turnOnTwoFactor(owner)
    const api = new Api()
    const said = async (otp: string) =>
      (await api.post('/auth/login', { email: owner.email, password, otp })).body.code
    for (let tries = 0; tries < 3; tries++)
      assert.equal(await said('000000'), 'INVALID_CREDENTIALS')
    assert.equal(await said(codeOf(owner)), 'RATE_LIMITED')
  })

  test('the API asks for it too', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    const [recovery] = await turnOnTwoFactor(owner)
    const api = new Api()
    const login = (input: object) => api.post('/auth/login', { email: owner.email, ...input })
    assert.equal((await login({ password })).body.code, 'OTP_REQUIRED')
    assert.equal((await login({ password: 'wrong' })).body.code, 'INVALID_CREDENTIALS')
    const code = codeOf(owner)
    assert.equal((await login({ password, otp: code })).status, 200)
    assert.equal((await login({ password, otp: code })).body.code, 'INVALID_CREDENTIALS')
    assert.equal((await login({ password, otp: recovery })).status, 200)
  })

  test('it is turned on in the console: QR code, first code, recovery codes once', async ({
    assert,
  }) => {
    const { owner } = await makeWorkspace()
    const visitor = new Visitor()
    await visitor.signIn(owner.email)
    await visitor.get('/profile/two_factor')
    await visitor.post('/profile/two_factor')
    const page = await visitor.get('/profile/two_factor')
    assert.include(page.text, '<svg')
    await owner.refresh()
    const done = await visitor.post('/profile/two_factor', { code: codeOf(owner) }, 'PUT')
    assert.equal(done.status, 200)
    assert.equal(done.headers.get('cache-control'), 'no-store')
    const codes = done.text.match(/\b[2-9a-z]{5}-[2-9a-z]{5}\b(?=\n|<)/g)!
    assert.lengthOf(new Set(codes), 10)
    const again = await visitor.get('/profile/two_factor')
    assert.notInclude(again.text, codes[0])
    assert.include(again.text, '10 recovery codes left')

    const renewed = await visitor.post('/profile/recovery_codes', { code: codes[0] })
    assert.equal(renewed.status, 200)
    await owner.refresh()
    assert.isFalse(await owner.checkSecondFactor(codes[1]))
  })

  test('turning it off needs the password and a code', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    const codes = await turnOnTwoFactor(owner)
    const visitor = new Visitor()
    await visitor.signIn(owner.email)
    await visitor.post('/login/code', { code: codes[0] })
    await visitor.get('/profile/two_factor')
    const off = (fields: Record<string, string>) =>
      visitor.post('/profile/two_factor', fields, 'DELETE')
    await off({ current_password: 'not this one', code: codes[1] })
    await off({ current_password: password, code: '000000' })
    await owner.refresh()
    assert.isTrue(owner.hasTwoFactor)
    assert.equal((await off({ current_password: password, code: codes[1] })).to, '/profile')
    await owner.refresh()
    assert.isFalse(owner.hasTwoFactor)
    assert.isNull(owner.twoFactorSecret)
    assert.isNull(await RecoveryCode.first())
  })

  test('a workspace that asks for it shows nothing to who lacks it, on either face', async ({
    assert,
  }) => {
    const { workspace, owner } = await makeWorkspace({ requireTwoFactor: true })
    const visitor = new Visitor()
    await visitor.signIn(owner.email)
    for (const path of ['/', '/affiliates', '/settings'])
      assert.equal((await visitor.get(path)).to, '/profile/two_factor', path)
    assert.include((await visitor.get('/profile/two_factor')).text, 'Acme asks for it')

    const { body } = await new Api().post('/auth/login', { email: owner.email, password })
    const api = new Api({ Authorization: `Bearer ${body.access_token}` })
    const refused = await api.get(`/affiliates?account_id=${workspace.id}`)
    assert.deepEqual([refused.status, refused.body.details], [403, { need: 'two_factor' }])
    assert.equal((await api.get('/me')).status, 200)

    await turnOnTwoFactor(owner)
    assert.equal((await api.get(`/affiliates?account_id=${workspace.id}`)).status, 200)
    assert.equal((await visitor.get('/affiliates')).status, 200)
  })
})
