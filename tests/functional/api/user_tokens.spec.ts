import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import { limits } from '#http/rate_limit'
import { lifetimes } from '#http/jwt'
import ApiKey from '#models/api_key'
import UserToken from '#models/user_token'
import { Api, type ApiAnswer } from '#tests/support/api'
import { makeWorkspace, later } from '#tests/support/world'

const password = 'correct horse battery'

test.group('User tokens', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    const { signIn } = limits
    return () => void (limits.signIn = signIn)
  })

  const anyone = new Api()
  const said = ({ status, body }: ApiAnswer) => `${status} ${body?.code ?? ''}`.trim()
  const by = (token: string) => new Api({ Authorization: `Bearer ${token}` })
  const refresh = (token: string) => anyone.post('/auth/refresh', { refresh_token: token })

  async function signedIn() {
    const { workspace, owner } = await makeWorkspace()
    const { body } = await anyone.post('/auth/login', { email: owner.email, password })
    return { workspace, owner, access: body.access_token, refreshToken: body.refresh_token }
  }

  test('an e-mail and its password give a pair that works for an hour', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const email = owner.email.toUpperCase()
    const { status, headers, body } = await anyone.post('/auth/login', { email, password })
    assert.deepEqual([status, headers.get('cache-control')], [200, 'no-store'])
    assert.deepInclude(body, { token_type: 'bearer', expires_in: 3600 })

    const api = by(body.access_token)
    assert.equal((await api.get('/me')).body.user.id, owner.id)
    const made = await api.post(`/affiliates?account_id=${workspace.id}`, {
      email: 'a@example.com',
    })
    assert.equal(made.status, 201)
  })

  test('what is wrong does not tell whether the e-mail is known', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    const wrong = await anyone.post('/auth/login', { email: owner.email, password: 'wrong' })
    const unknown = await anyone.post('/auth/login', { email: 'nobody@example.com', password })
    assert.equal(said(wrong), '401 INVALID_CREDENTIALS')
    assert.deepEqual(wrong.body, unknown.body)
    for (const body of [{}, { email: owner.email }, { email: owner.email, password, typo: 1 }])
      assert.equal(said(await anyone.post('/auth/login', body)), '422 VALIDATION_ERROR')
  })

  test('a call names its account: a token has no current one', async ({ assert }) => {
    const { access } = await signedIn()
    const other = await makeWorkspace()
    assert.equal(said(await by(access).get('/affiliates')), '400 MISSING_ACCOUNT_ID')
    const foreign = await by(access).get(`/affiliates?account_id=${other.workspace.id}`)
    assert.equal(said(foreign), '403 FORBIDDEN')
  })

  test('people manage keys by token, and need no CSRF token', async ({ assert }) => {
    const { workspace, access } = await signedIn()
    const api = by(access).with({ 'X-Account-Id': workspace.id, 'Cookie': 'some=thing' })
    assert.equal((await api.post('/api_keys', { name: 'Shop', scopes: ['track'] })).status, 201)
  })

  test('a refresh gives another pair', async ({ assert }) => {
    const { refreshToken, access } = await signedIn()
    const { status, body } = await refresh(refreshToken)
    assert.equal(status, 200)
    assert.notEqual(body.refresh_token, refreshToken)
    for (const token of [access, body.access_token])
      assert.equal((await by(token).get('/me')).status, 200)
    assert.equal((await refresh(body.refresh_token)).status, 200)
  })

  test('a refresh token that comes again ends the whole family', async ({ assert }) => {
    const { owner, refreshToken, access } = await signedIn()
    const elsewhere = await UserToken.signIn(owner)
    const { body: next } = await refresh(refreshToken)
    assert.equal(said(await refresh(refreshToken)), '401 TOKEN_REUSED')
    assert.equal(said(await refresh(next.refresh_token)), '401 TOKEN_INVALID')
    for (const token of [access, next.access_token])
      assert.equal(said(await by(token).get('/me')), '401 TOKEN_INVALID')
    assert.equal((await by(elsewhere.access_token).get('/me')).status, 200)
  })

  test('of many refreshes with one token, one is answered', async ({ assert }) => {
    const { refreshToken } = await signedIn()
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)))
    assert.lengthOf(
      answers.filter(({ status }) => status === 200),
      1
    )
    assert.equal(said(await refresh(refreshToken)), '401 TOKEN_REUSED')
  })

  test('signing out ends both tokens', async ({ assert }) => {
    const { refreshToken, access } = await signedIn()
    const out = await anyone.post('/auth/logout', { refresh_token: refreshToken })
    assert.equal(out.status, 204)
    assert.equal(said(await by(access).get('/me')), '401 TOKEN_INVALID')
    assert.equal(said(await refresh(refreshToken)), '401 TOKEN_INVALID')
    const twice = await anyone.post('/auth/logout', { refresh_token: refreshToken })
    assert.equal(said(twice), '401 TOKEN_INVALID')
  })

  test('a new password ends every sign-in', async ({ assert }) => {
    const { owner, access } = await signedIn()
    await UserToken.endAllOf(owner, 'password_changed')
    assert.equal(said(await by(access).get('/me')), '401 TOKEN_INVALID')
  })

  test('tokens end with their time', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    const ago = (seconds: number) =>
      clock.at(clock.now().minus({ seconds }), () => UserToken.signIn(owner))
    const hourOld = await ago(lifetimes.access + 5)
    assert.equal(said(await by(hourOld.access_token).get('/me')), '401 TOKEN_EXPIRED')
    assert.equal((await refresh(hourOld.refresh_token)).status, 200)
    const monthOld = await ago(lifetimes.refresh + 5)
    assert.equal(said(await refresh(monthOld.refresh_token)), '401 TOKEN_EXPIRED')
    await later(1, async () =>
      assert.equal((await by(hourOld.access_token).get('/me')).status, 401)
    )
  })

  test('a token of another use, another key, or none at all is not valid', async ({ assert }) => {
    const { access, refreshToken } = await signedIn()
    const [head, claims] = access.split('.')
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
    const forged = [`${head}.${claims}.${'A'.repeat(43)}`, `${none}.${claims}.`, 'a.b.c']
    for (const token of [refreshToken, ...forged])
      assert.equal(said(await by(token).get('/me')), '401 TOKEN_INVALID')
    for (const token of [access, ...forged, 'nonsense', ''])
      assert.equal(said(await refresh(token)), '401 TOKEN_INVALID')
  })

  test('two different credentials are refused', async ({ assert }) => {
    const { workspace, owner, access } = await signedIn()
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Key' })
    const api = by(access).with({ 'X-Api-Key': secret!, 'X-Account-Id': workspace.id })
    assert.equal(said(await api.get('/affiliates')), '400 BAD_REQUEST')
  })

  test('no token is in the database', async ({ assert }) => {
    const { access, refreshToken } = await signedIn()
    const stored = JSON.stringify(await db.from('user_tokens'))
    for (const token of [access, refreshToken])
      for (const part of token.split('.').slice(1)) assert.notInclude(stored, part)
  })

  test('guessing is slow, for an address and for an e-mail; so is refreshing', async ({
    assert,
  }) => {
    const { refreshToken } = await signedIn()
    limits.signIn = 4
    const guesses = []
    for (let made = 0; made <= limits.signIn; made++)
      guesses.push(await anyone.post('/auth/login', { email: 'jane@example.com', password: 'x' }))
    assert.equal(said(guesses.at(-2)!), '401 INVALID_CREDENTIALS')
    assert.equal(said(guesses.at(-1)!), '429 RATE_LIMITED')
    assert.isAbove(Number(guesses.at(-1)!.headers.get('retry-after')), 0)
    assert.equal(guesses.at(-1)!.headers.get('x-ratelimit-remaining'), '0')

    let last = await refresh(refreshToken)
    for (let made = 0; made < limits.signIn; made++) last = await refresh('a.b.c')
    assert.equal(said(last), '429 RATE_LIMITED')
  })
})
