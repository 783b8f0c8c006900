import testUtils from '@adonisjs/core/services/test_utils'
import { connect } from 'node:net'
import { test } from '@japa/runner'
import ApiKey from '#models/api_key'
import { Api, apiOf } from '#tests/support/api'
import { makeAffiliate, makeProgram, makeWorkspace } from '#tests/support/world'

test.group('Requests', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function withKey() {
    const { workspace, owner } = await makeWorkspace()
    return { workspace, owner, api: await apiOf(workspace, owner) }
  }

  test('a key comes as Bearer, as the user of Basic, or as X-Api-Key', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Key' })
    const basic = Buffer.from(`${secret}:`).toString('base64')
    for (const headers of [
      { Authorization: `Bearer ${secret}` },
      { Authorization: `bearer  ${secret}` },
      { Authorization: `Basic ${basic}` },
      { 'X-Api-Key': secret! },
      { 'X-Api-Key': secret!, 'Authorization': `Bearer ${secret}` },
    ] as Record<string, string>[]) {
      const answer = await new Api(headers).get(`/workspace?account_id=${workspace.id}`)
      assert.equal(answer.status, 200, JSON.stringify(headers))
      assert.equal(answer.body.id, workspace.id)
      assert.isNotNull(answer.headers.get('x-request-id'))
    }
  })

  test('two different credentials are refused', async ({ assert }) => {
    const { workspace, api } = await withKey()
    const answer = await api.get('/workspace', { headers: { 'X-Api-Key': 'trb_live_other' } })
    assert.equal(answer.status, 400)
    assert.equal(answer.body.code, 'BAD_REQUEST')
    assert.isString(workspace.id)
  })

  test('a browser is never asked for a password', async ({ assert }) => {
    const answer = await new Api().get('/workspace')
    assert.equal(answer.status, 401)
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer')
  })

  test('the account is named once, in the query or the header', async ({ assert }) => {
    const { workspace, api } = await withKey()
    const asked = async (query: string, headers?: Record<string, string>) => {
      const { status, body } = await api.get(`/workspace${query}`, { headers })
      return [status, body.code]
    }
    const none = { 'X-Account-Id': '' }
    assert.deepEqual(await asked('', none), [400, 'MISSING_ACCOUNT_ID'])
    assert.deepEqual(await asked(`?account_id=${workspace.id}`), [200, undefined])
    assert.deepEqual(await asked(`?account_id=ws_other`), [400, 'BAD_REQUEST'])
    assert.deepEqual(await asked('?account_id=ws_1&account_id=ws_2', none), [400, 'BAD_REQUEST'])
    assert.deepEqual(await asked('?account_id=%00', none), [403, 'FORBIDDEN'])
  })

  test('a key is refused from an address that it does not allow', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const from = async (allowedIps: string[]) => {
      const { secret } = await ApiKey.mint(workspace, owner, { name: 'Key', allowedIps })
      const api = new Api({ 'X-Api-Key': secret!, 'X-Account-Id': workspace.id })
      return (await api.get('/workspace')).status
    }
    assert.equal(await from(['127.0.0.0/8']), 200)
    assert.equal(await from(['10.0.0.1', '127.0.0.1']), 200)
    assert.equal(await from(['10.0.0.0/8', '::1']), 401)
  })

  test('a body that is no JSON object in UTF-8 is malformed', async ({ assert }) => {
    const { api } = await withKey()
    const bad = [
      ['{"email": ', 'INVALID_JSON'],
      ['{"email": NaN}', 'INVALID_JSON'],
      [new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'INVALID_JSON'],
      ['[]', 'BAD_REQUEST'],
      ['null', 'BAD_REQUEST'],
      ['"text"', 'BAD_REQUEST'],
      [`{"metadata": ${'['.repeat(65)}${']'.repeat(65)}}`, 'BAD_REQUEST'],
      [`{"metadata": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'BAD_REQUEST'],
    ] as const
    for (const [raw, code] of bad) {
      const answer = await api.send('POST', '/affiliates', undefined, { raw })
      assert.deepEqual([answer.status, answer.body.code], [400, code], String(raw).slice(0, 40))
    }
  })

  test('a body of another type is not read', async ({ assert }) => {
    const { api } = await withKey()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await api.send('POST', '/affiliates', undefined, {
        raw: 'email=a@example.com',
        headers: { 'Content-Type': type },
      })
      assert.deepEqual([answer.status, answer.body.code], [415, 'UNSUPPORTED_MEDIA_TYPE'], type)
    }
  })

  test('a write without a body needs no content type', async ({ assert }) => {
    const { api } = await withKey()
    const { body: campaign } = await api.post('/campaigns', {
      name: 'Spring',
      destination_url: 'https://shop.example.com/',
      reward: { type: 'flat', amounts: { USD: 500 } },
    })
    const answer = await api.send('POST', `/campaigns/${campaign.id}/pause`)
    assert.deepEqual([answer.status, answer.body.state], [200, 'paused'])
  })

  test('a body that is too large is refused, and the connection goes on', async ({ assert }) => {
    const { api, workspace } = await withKey()
    const large = JSON.stringify({ name: 'x'.repeat(3_000_000) })
    const answer = await api.send('POST', '/affiliates', undefined, { raw: large })
    assert.deepEqual([answer.status, answer.body.code], [413, 'PAYLOAD_TOO_LARGE'])
    assert.equal((await api.get('/workspace')).body.id, workspace.id)

    const said = await talk([
      'POST /api/v1/affiliates HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n',
      `Content-Length: ${large.length}\r\n\r\n${large}`,
      'GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n',
    ])
    assert.match(said, /^HTTP\/1.1 413 /)
    assert.match(said, /HTTP\/1.1 200 /)
  })

  test('the body is judged before the credential, text after the row', async ({ assert }) => {
    const { api } = await withKey()
    const nobody = new Api()
    const broken = await nobody.send('POST', '/affiliates', undefined, { raw: '{' })
    assert.equal(broken.status, 400)
    const nul = { email: 'a\u0000@example.com' }
    assert.equal((await nobody.post('/affiliates', nul)).status, 401)
    assert.equal((await api.patch('/affiliates/aff_x?typo=1', nul)).status, 404)
    assert.equal((await api.post('/affiliates', nul)).status, 422)
  })

  test('text that no database can hold is refused wherever it stands', async ({ assert }) => {
    const { workspace, api } = await withKey()
    const affiliate = await makeAffiliate(workspace)
    for (const text of ['\u0000', 'a\u0000b', '\ud800']) {
      const asked = [
        api.post('/affiliates', { email: `b@example.com`, name: text }),
        api.post('/affiliates', { email: `b@example.com`, metadata: { [text]: 'x' } }),
        api.patch(`/affiliates/${affiliate.id}`, { tags: ['ok', text] }),
      ]
      for (const answer of await Promise.all(asked))
        assert.deepEqual([answer.status, answer.body.code], [422, 'VALIDATION_ERROR'])
    }
    for (const query of ['q=%00', 'state=%00', 'referrer_id=a%00', 'starting_after=%00', '%00=1'])
      assert.equal((await api.get(`/affiliates?${query}`)).status, 422, query)
  })

  test('names that JavaScript keeps for itself are fields like any other', async ({ assert }) => {
    const { api } = await withKey()
    const bodies = [
      '{"__proto__": {"email": "x@example.com"}}',
      '{"constructor": 1}',
      '{"toString": 1}',
    ]
    for (const raw of bodies) {
      const answer = await api.send('POST', '/affiliates', undefined, { raw })
      assert.equal(answer.status, 422)
      assert.equal(answer.body.details[0].rule, 'unknown')
    }
    const raw = '{"email": "p@example.com", "metadata": {"constructor": "kept", "__proto__": "x"}}'
    assert.equal((await api.send('POST', '/affiliates', undefined, { raw })).status, 422)
    const kept = await api.post('/affiliates', {
      email: 'p@example.com',
      metadata: { constructor: 'kept', prototype: 'too' },
    })
    assert.deepEqual(kept.body.metadata, { constructor: 'kept', prototype: 'too' })
    for (const query of ['__proto__=1', 'constructor=1', '__proto__[x]=1', 'hasOwnProperty=1'])
      assert.equal((await api.get(`/affiliates?${query}`)).status, 422, query)
  })

  test('null where null is no value is refused, not dropped', async ({ assert }) => {
    const { workspace, api } = await withKey()
    const affiliate = await makeAffiliate(workspace)
    const refused = await api.patch(`/affiliates/${affiliate.id}`, { email: null })
    assert.deepInclude(refused.body.details[0], { field: 'email', rule: 'null' })
    const cleared = await api.patch(`/affiliates/${affiliate.id}`, { name: null })
    assert.deepEqual([cleared.status, cleared.body.name], [200, null])
  })

  test('a body is refused where none is read', async ({ assert }) => {
    const { workspace, api } = await withKey()
    const affiliate = await makeAffiliate(workspace)
    const answer = await api.send('DELETE', `/affiliates/${affiliate.id}`, { force: true })
    assert.equal(answer.status, 422)
    assert.equal((await api.delete(`/affiliates/${affiliate.id}`)).status, 204)
    assert.equal((await api.delete(`/affiliates/${affiliate.id}`)).status, 404)
  })

  test('HEAD answers as GET does, without a body', async ({ assert }) => {
    const { api } = await withKey()
    for (const path of ['/affiliates', '/workspace', '/openapi.json']) {
      const answer = await api.send('HEAD', path)
      assert.deepEqual([answer.status, answer.text], [200, ''], path)
    }
  })

  test('a method is not changed by a parameter', async ({ assert }) => {
    const { workspace, api } = await withKey()
    const affiliate = await makeAffiliate(workspace)
    const answer = await api.post(`/affiliates/${affiliate.id}?_method=DELETE`)
    assert.oneOf(answer.status, [405, 422])
    assert.equal((await api.get(`/affiliates/${affiliate.id}`)).status, 200)
  })

  test('what is not there is 404 as JSON', async ({ assert }) => {
    const { api } = await withKey()
    for (const path of ['/nothing', '/affiliates/1/2/3', '/'])
      assert.deepEqual(
        [(await api.get(path)).status, (await api.get(path)).body.code],
        [404, 'NOT_FOUND'],
        path
      )
  })

  test("another account's rows are not found, by whatever verb", async ({ assert }) => {
    const { api } = await withKey()
    const { affiliate, campaign, link } = await makeProgram()
    const asked = [
      api.get(`/affiliates/${affiliate.id}`),
      api.patch(`/affiliates/${affiliate.id}`, { name: 'Mine' }),
      api.delete(`/affiliates/${affiliate.id}`),
      api.get(`/affiliates/${affiliate.id}/balance`),
      api.post(`/affiliates/${affiliate.id}/suspension`, { reason: 'mine' }),
      api.get(`/campaigns/${campaign.id}/rules`),
      api.patch(`/links/${link.id}`, { name: 'Mine' }),
    ]
    for (const { status, body } of await Promise.all(asked))
      assert.deepEqual([status, body.code], [404, 'NOT_FOUND'])
    const taken = await api.post('/links', { affiliate_id: affiliate.id, campaign_id: campaign.id })
    assert.equal(taken.status, 422)
    await affiliate.refresh()
    assert.notEqual(affiliate.name, 'Mine')
  })
})

/** Writes to a connection as it is, and hears until it ends. */
function talk(parts: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(Number(process.env.PORT), process.env.HOST)
    socket.on('data', (bytes) => (said += bytes)).on('error', reject)
    socket.on('close', () => resolve(said))
    socket.write(parts.join(''))
  })
}
