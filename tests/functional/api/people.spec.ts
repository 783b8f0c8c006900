import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import ApiKey from '#models/api_key'
import PayoutMethod from '#models/payout_method'
import { Api, clientOf } from '#tests/support/api'
import { signedIn } from '#tests/support/session'
import { makeAffiliate, makeProgram, makeUser, makeWorkspace } from '#tests/support/world'

/** What only people do, by the session of the console. */
test.group('A session on the API', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('knows who is signed in and where they belong', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    await makeWorkspace()
    const api = await signedIn(owner)
    const me = await api.get('/me')
    assert.equal(me.body.user.email, owner.email)
    assert.deepEqual(me.body.memberships, [
      { workspace: { id: workspace.id, name: 'Acme' }, role: 'owner' },
    ])
    const { body } = await api.get('/workspaces')
    assert.deepEqual(
      body.data.map(({ id }: { id: string }) => id),
      [workspace.id]
    )
  })

  test('founds a workspace, and works in it at once', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    const api = await signedIn(owner)
    const input = { name: 'Second', currency: 'eur', timezone: 'Europe/Berlin' }
    const { status, body } = await api.post('/workspaces', input)
    assert.deepEqual([status, body.name, body.currency], [201, 'Second', 'EUR'])
    const current = await api.get('/workspace')
    assert.equal(current.body.id, body.id)
  })

  test('needs the CSRF token to write, not to read', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    const api = (await signedIn(owner)).with({ 'X-CSRF-Token': 'forged' })
    const read = await api.get('/affiliates')
    assert.equal(read.status, 200)
    const written = await api.post('/affiliates', { email: 'a@example.com' })
    assert.deepEqual([written.status, written.body.code], [403, 'FORBIDDEN'])
  })

  test('is refused another account', async ({ assert }) => {
    const { workspace } = await makeWorkspace()
    const stranger = await makeWorkspace()
    const api = await signedIn(stranger.owner)
    const { status } = await api.get(`/affiliates?account_id=${workspace.id}`)
    assert.equal(status, 403)
  })

  test('makes, changes, disables and revokes keys; the secret is shown once', async ({
    assert,
  }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await signedIn(owner)
    const once = { headers: { 'Idempotency-Key': 'new-key' } }
    const made = await api.post('/api_keys', { name: 'Shop', scopes: ['track'] }, once)
    assert.equal(made.status, 201)
    assert.match(made.body.secret, /^trb_live_[0-9A-Za-z]{38}$/)
    assert.deepEqual(made.body.permissions, { 'v1.track.write': true })
    assert.equal(made.headers.get('cache-control'), 'no-store')
    const again = await api.post('/api_keys', { name: 'Shop', scopes: ['track'] }, once)
    assert.deepEqual([again.body.id, again.body.secret], [made.body.id, null])
    const shown = await api.get(`/api_keys/${made.body.id}`)
    assert.notProperty(shown.body, 'secret')

    const shop = clientOf(made.body.secret, workspace)
    const reading = await shop.get('/affiliates')
    assert.equal(reading.status, 403)
    const disabled = await api.post(`/api_keys/${made.body.id}/disable`)
    assert.equal(disabled.body.state, 'disabled')
    const refused = await shop.get('/affiliates')
    assert.equal(refused.status, 401)
    const enabled = await api.post(`/api_keys/${made.body.id}/enable`)
    assert.equal(enabled.body.state, 'active')
    const revoked = await api.delete(`/api_keys/${made.body.id}`)
    assert.equal(revoked.status, 204)
    const twice = await api.delete(`/api_keys/${made.body.id}`)
    assert.equal(twice.status, 409)
  })

  test('clears the end of a key with null', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const expiresAt = clock.now().plus({ days: 1 })
    const key = await ApiKey.mint(workspace, owner, { name: 'Key', expiresAt })
    const api = await signedIn(owner)
    const { status, body } = await api.patch(`/api_keys/${key.id}`, { expires_at: null })
    assert.deepEqual([status, body.expires_at], [200, null])
  })

  test('a permission that nobody knows, and one above one’s own, are refused', async ({
    assert,
  }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await signedIn(owner)
    const unknown = await api.post('/api_keys', {
      name: 'K',
      permissions: { 'v1.nope.read': true },
    })
    assert.equal(unknown.status, 422)
    const member = await makeUser()
    await workspace.related('memberships').create({ userId: member.id, role: 'member' })
    await member.merge({ currentWorkspaceId: workspace.id }).save()
    const asMember = await signedIn(member)
    const above = await asMember.post('/api_keys', { name: 'K', permissions: { all: true } })
    assert.deepEqual(above.body.details, { need: 'v1.api_keys.write' })
  })

  test('makes keys of affiliates, which have no permissions', async ({ assert }) => {
    const { owner, affiliate } = await makeProgram()
    const api = await signedIn(owner)
    const input = { name: 'Jane', kind: 'affiliate', affiliate_id: affiliate.id }
    const made = await api.post('/api_keys', input)
    assert.match(made.body.secret, /^trb_aff_/)
    assert.deepEqual(made.body.permissions, {})
    const me = await new Api({ 'X-Api-Key': made.body.secret }).get('/affiliate/me')
    assert.equal(me.body.id, affiliate.id)
    const foreign = await makeAffiliate((await makeWorkspace()).workspace)
    for (const body of [
      { ...input, scopes: ['read'] },
      { ...input, permissions: { all: true } },
      { ...input, affiliate_id: foreign.id },
      { ...input, affiliate_id: null },
      { name: 'Page', kind: 'publishable', affiliate_id: affiliate.id },
    ])
      assert.equal((await api.post('/api_keys', body)).status, 422, JSON.stringify(body))
    const changed = await api.patch(`/api_keys/${made.body.id}`, { permissions: { all: true } })
    assert.equal(changed.status, 422)
  })

  test('a key cannot end before it begins', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    const api = await signedIn(owner)
    const body = { name: 'Old', expires_at: clock.now().minus({ minutes: 1 }).toISO() }
    const { status, body: refused } = await api.post('/api_keys', body)
    assert.deepEqual([status, refused.details[0].field], [422, 'expires_at'])
    const { body: key } = await api.post('/api_keys', { name: 'New' })
    const changed = await api.patch(`/api_keys/${key.id}`, { expires_at: body.expires_at })
    assert.equal(changed.status, 422)
  })

  test('a key is used from the addresses that it allows, as often as it may', async ({
    assert,
  }) => {
    const { workspace, owner } = await makeWorkspace()
    const using = async (settings: object) => {
      const { secret } = await ApiKey.mint(workspace, owner, { name: 'Key', ...settings })
      return clientOf(secret!, workspace)
    }
    for (const [allowedIps, status] of [
      [['127.0.0.0/8', '::/0'], 200],
      [['10.0.0.0/8', '192.0.2.1'], 401],
    ] as const)
      assert.equal((await (await using({ allowedIps })).get('/workspace')).status, status)

    const slow = await using({ rateLimit: 2 })
    const answers = [await slow.get('/workspace'), await slow.post('/track/click')]
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.get('x-ratelimit-limit')]),
      [
        [200, '2'],
        [422, '2'],
      ]
    )
    const { status, headers } = await slow.get('/workspace')
    assert.deepEqual([status, headers.get('x-ratelimit-remaining')], [429, '0'])
  })

  test('a key notes when it was last used', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const key = await ApiKey.mint(workspace, owner, { name: 'Key' })
    assert.isNull(key.lastUsedAt)
    await clientOf(key.secret!, workspace).get('/workspace')
    await key.refresh()
    assert.isNotNull(key.lastUsedAt)
  })

  test('a rotated key goes on for its overlap', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const key = await ApiKey.mint(workspace, owner, { name: 'Shop', permissions: { all: true } })
    const api = await signedIn(owner)
    const { status, body } = await api.post(`/api_keys/${key.id}/rotation`, { overlap_hours: 2 })
    assert.equal(status, 201)
    for (const secret of [key.secret!, body.secret]) {
      const answer = await clientOf(secret, workspace).get('/workspace')
      assert.equal(answer.status, 200)
    }
    await key.refresh()
    const hours = key.expiresAt!.diff(clock.now()).as('hours')
    assert.approximately(hours, 2, 0.1)
    const without = await api.post(`/api_keys/${key.id}/rotation`, { overlap_hours: 0 })
    assert.equal(without.status, 201)
    const ended = await clientOf(key.secret!, workspace).get('/workspace')
    assert.equal(ended.status, 401)
  })

  test('sets how an affiliate is paid: masked to all, encrypted at rest', async ({ assert }) => {
    const { owner, affiliate } = await makeProgram()
    const api = await signedIn(owner)
    const path = `/affiliates/${affiliate.id}/payout_method`
    const none = await api.get(path)
    assert.equal(none.status, 404)

    const iban = 'DE89 3704 0044 0532 0130 00'
    const set = await api.put(path, { kind: 'sepa', iban, holder: 'Jane Doe', bic: 'COBADEFFXXX' })
    assert.deepEqual(
      [set.status, set.body.masked, set.body.lock_version],
      [200, 'DE89 •••• 3000', 0]
    )
    assert.notInclude(set.text, '370400440532')
    const row = await PayoutMethod.findByOrFail('affiliate_id', affiliate.id)
    assert.notInclude(JSON.stringify(row.$attributes), '370400440532')
    assert.equal(row.opened?.iban, 'DE89370400440532013000')

    const wrong = { kind: 'sepa', iban: 'DE89370400440532013001', holder: 'Jane' }
    for (const body of [
      wrong,
      { kind: 'sepa', holder: 'Jane' },
      { kind: 'paypal', iban },
      { kind: 'manual', email: 'a@example.com' },
      { kind: 'cash' },
      {},
    ]) {
      const refused = await api.put(path, body)
      assert.equal(refused.status, 422, JSON.stringify(body))
    }
    const stale = await api.put(path, { kind: 'manual', lock_version: 7 })
    assert.equal(stale.status, 409)
    const paypal = await api.put(path, {
      kind: 'paypal',
      email: 'Jane@Example.com',
      lock_version: 0,
    })
    assert.deepEqual([paypal.body.masked, paypal.body.lock_version], ['j•••@example.com', 1])
  })

  test("another workspace's affiliate has no payout method here", async ({ assert }) => {
    const foreign = await makeAffiliate((await makeWorkspace()).workspace)
    const { owner } = await makeWorkspace()
    const api = await signedIn(owner)
    const answer = await api.put(`/affiliates/${foreign.id}/payout_method`, { kind: 'manual' })
    assert.equal(answer.status, 404)
  })
})
