import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import { allows, roles, type Permission } from '#http/permissions'
import { limits } from '#http/rate_limit'
import { isOfAccount } from '#http/resource'
import ApiKey from '#models/api_key'
import UserToken from '#models/user_token'
import { isForKeys, routes, type Route } from '#tests/support/actions'
import { Api, apiOf, clientOf } from '#tests/support/api'
import { makeAffiliate, makeUser, makeWorkspace } from '#tests/support/world'
import type { ApiKeyKind } from '#models/types'
import type User from '#models/user'
import type { ApiAnswer } from '#tests/support/api'

/** Every route of the list with every kind of credential: none can be forgotten, for the list is what is mounted. */
test.group('Credentials on every route', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    const before = { ...limits }
    Object.assign(limits, { api: 0, track: 0 })
    return () => void Object.assign(limits, before)
  })

  const ofAccounts = routes.filter(({ action }) => isOfAccount(action.may))
  const ofPeople = routes.filter(({ action }) => action.may === 'person')
  const ofAffiliates = routes.filter(({ action }) => action.may === 'affiliate')
  const guarded = [...ofAccounts, ...ofPeople, ...ofAffiliates]

  async function send(api: Api, { method, path, verb }: Route) {
    return api.send(method, path, ['store', 'update'].includes(verb) ? {} : undefined)
  }

  async function everywhere(api: Api, asked: Route[], expected: (route: Route) => string) {
    const wrong: string[] = []
    for (const route of asked) {
      const got = saidBy(await send(api, route))
      if (got !== expected(route)) wrong.push(`${route.name}: ${got}, not ${expected(route)}`)
    }
    return wrong
  }

  const saidBy = ({ status, body }: ApiAnswer) => `${status} ${body?.code ?? ''}`.trim()

  test('none', async ({ assert }) => {
    const { workspace } = await makeWorkspace()
    const api = new Api({ 'X-Account-Id': workspace.id })
    assert.deepEqual(await everywhere(api, guarded, () => '401 UNAUTHORIZED'), [])
  })

  test('a key that is malformed, or that nobody made', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Gone' })
    await ApiKey.query().where('workspace_id', workspace.id).delete()
    for (const key of ['nonsense', secret!]) {
      const api = clientOf(key, workspace)
      assert.deepEqual(await everywhere(api, guarded, () => '401 INVALID_API_KEY'), [])
    }
  })

  test('a disabled key', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const key = await ApiKey.mint(workspace, owner, { name: 'Off' })
    await key.disable(owner.actor)
    const api = clientOf(key.secret!, workspace)
    assert.deepEqual(await everywhere(api, guarded, () => '401 INVALID_API_KEY'), [])
  })

  test('a revoked key', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const key = await ApiKey.mint(workspace, owner, { name: 'Gone' })
    await key.revoke(owner.actor)
    const api = clientOf(key.secret!, workspace)
    assert.deepEqual(await everywhere(api, guarded, () => '401 INVALID_API_KEY'), [])
  })

  test('an expired key', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const expiresAt = clock.now().minus({ seconds: 1 })
    const key = await ApiKey.mint(workspace, owner, { name: 'Old', expiresAt })
    const api = clientOf(key.secret!, workspace)
    assert.deepEqual(await everywhere(api, guarded, () => '401 INVALID_API_KEY'), [])
  })

  test('a rotated key, once its overlap is over', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const key = await ApiKey.mint(workspace, owner, { name: 'Old' })
    const next = await key.rotate(workspace, owner, 0)
    const before = clientOf(key.secret!, workspace)
    assert.deepEqual(await everywhere(before, guarded, () => '401 INVALID_API_KEY'), [])
    assert.equal((await clientOf(next.secret!, workspace).get('/workspace')).status, 200)
  })

  test('a key of another address', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const allowedIps = ['192.0.2.0/24', '2001:db8::/32']
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Far', allowedIps })
    const api = clientOf(secret!, workspace)
    assert.deepEqual(await everywhere(api, guarded, () => '401 INVALID_API_KEY'), [])
  })

  test('a key without an account', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Key' })
    const api = new Api({ Authorization: `Bearer ${secret}` })
    assert.deepEqual(await everywhere(api, ofAccounts, () => '400 MISSING_ACCOUNT_ID'), [])
  })

  test("another account's key", async ({ assert }) => {
    const { workspace } = await makeWorkspace()
    const other = await makeWorkspace()
    const { secret } = await ApiKey.mint(other.workspace, other.owner, { name: 'Foreign' })
    const api = clientOf(secret!, workspace)
    assert.deepEqual(await everywhere(api, ofAccounts, () => '403 FORBIDDEN'), [])
  })

  test('a key that lacks the permission is told which one it needs', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    for (const route of ofAccounts) {
      const { may } = route.action
      const api = await apiOf(workspace, owner, { all: true, [may]: false })
      const answer = await send(api, route)
      assert.equal(saidBy(answer), '403 FORBIDDEN', route.name)
      assert.deepEqual(answer.body.details, { need: may }, route.name)
    }
  })

  test('no secret key manages keys or jobs, asks who is signed in, or reads as an affiliate', async ({
    assert,
  }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const forPeople = ofAccounts.filter(({ action }) => !isForKeys({ action }))
    assert.isNotEmpty(forPeople)
    const refused = [...forPeople, ...ofPeople, ...ofAffiliates]
    assert.deepEqual(await everywhere(api, refused, () => '403 FORBIDDEN'), [])
  })

  test('a key of an affiliate reads their own, a key of a web page nothing', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const { id: affiliateId } = await makeAffiliate(workspace)
    const mint = (kind: ApiKeyKind) =>
      ApiKey.mint(workspace, owner, {
        name: 'Key',
        kind,
        affiliateId: kind === 'affiliate' ? affiliateId : null,
      })
    const [page, own] = [await mint('publishable'), await mint('affiliate')]
    const refused = () => '403 FORBIDDEN'
    assert.deepEqual(await everywhere(clientOf(page.secret!, workspace), guarded, refused), [])
    const asAffiliate = clientOf(own.secret!, workspace)
    const elsewhere = [...ofAccounts, ...ofPeople]
    assert.deepEqual(await everywhere(asAffiliate, elsewhere, refused), [])
    assert.deepEqual(await everywhere(asAffiliate, ofAffiliates, () => '200'), [])
  })

  test('a user token that is forged, expired, or signed out', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const hourAgo = clock.now().minus({ hours: 1, seconds: 1 })
    const expired = await clock.at(hourAgo, () => UserToken.signIn(owner))
    const ended = await UserToken.signIn(owner)
    await UserToken.signOut(ended.refresh_token)
    const forged = expired.access_token.replace(/.{9}$/, 'forgedsig')
    for (const [token, code] of [
      [forged, 'TOKEN_INVALID'],
      [ended.access_token, 'TOKEN_INVALID'],
      [ended.refresh_token, 'TOKEN_INVALID'],
      [expired.access_token, 'TOKEN_EXPIRED'],
    ])
      assert.deepEqual(
        await everywhere(clientOf(token, workspace), guarded, () => `401 ${code}`),
        []
      )
  })

  test("a person's token: no account, another's account, and a role that lacks the permission", async ({
    assert,
  }) => {
    const { workspace } = await makeWorkspace()
    const { workspace: own, owner } = await makeWorkspace()
    const member = await makeUser()
    await own.related('memberships').create({ userId: member.id, role: 'member' })

    const tokenOf = async (user: User) => (await UserToken.signIn(user)).access_token
    const token = await tokenOf(owner)
    const nowhere = new Api({ Authorization: `Bearer ${token}` })
    assert.deepEqual(await everywhere(nowhere, ofAccounts, () => '400 MISSING_ACCOUNT_ID'), [])
    const foreign = clientOf(token, workspace)
    assert.deepEqual(await everywhere(foreign, ofAccounts, () => '403 FORBIDDEN'), [])
    assert.deepEqual(
      await everywhere(clientOf(token, own), ofAffiliates, () => '403 FORBIDDEN'),
      []
    )

    const asMember = clientOf(await tokenOf(member), own)
    const above = ofAccounts.filter(({ action }) => !allows(roles.member, action.may as Permission))
    assert.isNotEmpty(above)
    assert.deepEqual(await everywhere(asMember, above, () => '403 FORBIDDEN'), [])
  })

  test('the owner, by token, is refused nothing for lack of permission', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = clientOf((await UserToken.signIn(owner)).access_token, workspace)
    const wrong: string[] = []
    for (const route of [...ofAccounts, ...ofPeople]) {
      const got = saidBy(await send(api, route))
      const expected = route.template.includes('{')
        ? /^404 NOT_FOUND$/
        : /^(20\d|422 VALIDATION_ERROR|409 CONFLICT)$/
      if (!expected.test(got)) wrong.push(`${route.name}: ${got}`)
    }
    assert.deepEqual(wrong, [])
  })

  test('a key whose maker left may do nothing', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    await workspace.related('memberships').query().delete()
    assert.deepEqual(await everywhere(api, ofAccounts, () => '403 FORBIDDEN'), [])
  })

  test('a key that may do all finds no row that is not there', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const ofRows = ofAccounts.filter(
      ({ template, action }) => template.includes('{') && isForKeys({ action })
    )
    assert.deepEqual(await everywhere(api, ofRows, () => '404 NOT_FOUND'), [])
  })

  test('the wrong method', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    for (const { path, template } of routes) {
      const known = routes.filter((route) => route.template === template)
      const answer = await api.send('PUT', path, {})
      if (known.some(({ method }) => method === 'PUT')) continue
      assert.equal(saidBy(answer), '405 METHOD_NOT_ALLOWED', template)
      for (const { method } of known) assert.include(answer.headers.get('allow'), method, template)
    }
  })

  test('a parameter that nobody knows is refused on every route', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const asked = ofAccounts.filter(
      ({ template, action }) => !template.includes('{') && isForKeys({ action })
    )
    for (const route of asked) {
      const answer = await send(api, { ...route, path: `${route.path}?typo=1` })
      assert.equal(saidBy(answer), '422 VALIDATION_ERROR', route.name)
      assert.equal(answer.body.details[0].field, 'typo', route.name)
    }
  })

  test('a field that nobody knows is refused on every write', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const asked = ofAccounts.filter(
      ({ template, action, method }) =>
        method !== 'GET' && !template.includes('{') && isForKeys({ action })
    )
    for (const { method, path, name } of asked) {
      const answer = await api.send(method, path, { typo: 1 })
      assert.equal(saidBy(answer), '422 VALIDATION_ERROR', name)
      assert.deepInclude(answer.body.details[0], { field: 'typo', rule: 'unknown' }, name)
    }
  })

  test('ids that cannot be are not found', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const ofRows = ofAccounts.filter(
      ({ template, action }) => template.includes('{') && isForKeys({ action })
    )
    const odd = ['1', '%00', 'a%00b', '%27%3B--', 'x'.repeat(300), '..%2F..', '%C3%A9', '💰']
    for (const id of odd) {
      const asked = ofRows.map((route) => ({
        ...route,
        path: route.template.replaceAll(/\{\w+\}/g, id),
      }))
      assert.deepEqual(await everywhere(api, asked, () => '404 NOT_FOUND'), [], id)
    }
  })

  test('an address that is no UTF-8 is malformed', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    for (const path of ['/affiliates/%ff', '/affiliates/%ED%A0%80', '/links?q=%', '/%zz']) {
      const answer = await api.get(path)
      assert.equal(saidBy(answer), '400 BAD_REQUEST', path)
      assert.isNotNull(answer.headers.get('x-request-id'))
    }
  })
})
