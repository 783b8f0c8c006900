import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import { limits } from '#http/rate_limit'
import ApiKey from '#models/api_key'
import { isForKeys, routes, type Route } from '#tests/support/actions'
import { Api, apiOf, clientOf } from '#tests/support/api'
import { makeWorkspace } from '#tests/support/world'
import type { ApiAnswer } from '#tests/support/api'

/** Every route of the list with every kind of credential: none can be forgotten, for the list is what is mounted. */
test.group('Credentials on every route', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    const before = { ...limits }
    Object.assign(limits, { api: 0, track: 0 })
    return () => void Object.assign(limits, before)
  })

  const ofAccounts = routes.filter(({ action }) => action.may !== 'person')
  const ofPeople = routes.filter(({ action }) => action.may === 'person')

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
    assert.deepEqual(await everywhere(api, routes, () => '401 UNAUTHORIZED'), [])
  })

  test('a key that is malformed, or that nobody made', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Gone' })
    await ApiKey.query().where('workspace_id', workspace.id).delete()
    for (const key of ['nonsense', secret!]) {
      const api = clientOf(key, workspace)
      assert.deepEqual(await everywhere(api, routes, () => '401 INVALID_API_KEY'), [])
    }
  })

  test('a disabled key', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const key = await ApiKey.mint(workspace, owner, { name: 'Off' })
    await key.disable(owner.actor)
    const api = clientOf(key.secret!, workspace)
    assert.deepEqual(await everywhere(api, routes, () => '401 INVALID_API_KEY'), [])
  })

  test('a revoked key', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const key = await ApiKey.mint(workspace, owner, { name: 'Gone' })
    await key.revoke(owner.actor)
    const api = clientOf(key.secret!, workspace)
    assert.deepEqual(await everywhere(api, routes, () => '401 INVALID_API_KEY'), [])
  })

  test('an expired key', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const expiresAt = clock.now().minus({ seconds: 1 })
    const key = await ApiKey.mint(workspace, owner, { name: 'Old', expiresAt })
    const api = clientOf(key.secret!, workspace)
    assert.deepEqual(await everywhere(api, routes, () => '401 INVALID_API_KEY'), [])
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

  test('no key manages keys or jobs, nor asks who is signed in', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const forPeople = ofAccounts.filter(({ action }) => !isForKeys({ action }))
    assert.isNotEmpty(forPeople)
    const refused = [...forPeople, ...ofPeople]
    assert.deepEqual(await everywhere(api, refused, () => '403 FORBIDDEN'), [])
  })

  test('a key of an affiliate or a web page may do nothing here', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Page', kind: 'publishable' })
    const api = clientOf(secret!, workspace)
    assert.deepEqual(await everywhere(api, ofAccounts, () => '403 FORBIDDEN'), [])
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
