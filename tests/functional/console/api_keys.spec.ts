import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import ApiKey from '#models/api_key'
import { Api, clientOf } from '#tests/support/api'
import { csrfOf, signedIn } from '#tests/support/session'
import { makeProgram } from '#tests/support/world'

/** The forms of keys, as a browser without JavaScript posts them. */
test.group('API keys by forms', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function console() {
    const program = await makeProgram({}, { timezone: 'Europe/Berlin' })
    const page = await signedIn(program.owner)
    const post = async (path: string, fields: Record<string, string>) => {
      return page.form(path, { _csrf: csrfOf(await page.page('/api_keys')), ...fields })
    }
    return { ...program, page, post }
  }
  const secretIn = (html: string) => /trb_(live|aff|pub)_[0-9A-Za-z]{38}/.exec(html)?.[0] ?? ''

  test('each kind is made, and does what it is for', async ({ assert }) => {
    const { workspace, affiliate, post } = await console()
    const empty = { 'permissions[all]': 'false', 'affiliate_id': '' }

    const server = await post('/api_keys', {
      ...empty,
      'name': 'Server',
      'kind': 'secret',
      'permissions[v1.links.read]': 'true',
    })
    const links = await clientOf(secretIn(await server.text()), workspace).get('/links')
    assert.deepEqual([server.status, links.status], [200, 200])

    const page = await post('/api_keys', { ...empty, name: 'Page', kind: 'publishable' })
    assert.match(await page.text(), /trb_pub_/)

    const jane = { ...empty, name: 'Jane', kind: 'affiliate', affiliate_id: affiliate.id }
    const own = await (await post('/api_keys', jane)).text()
    const me = await new Api({ 'X-Api-Key': secretIn(own) }).get('/affiliate/me')
    assert.equal(me.body.id, affiliate.id)
    assert.include(own, '/affiliate/balance')

    const nobody = await post('/api_keys', { ...jane, affiliate_id: '' })
    assert.equal(nobody.status, 303)
    assert.lengthOf(await ApiKey.query().where('workspace_id', workspace.id), 3)
  })

  test('the end is a time on the workspace’s clocks, and survives an edit', async ({ assert }) => {
    const { page, post, workspace, owner } = await console()
    const expiresAt = clock.now().plus({ days: 2 }).set({ millisecond: 0 })
    const key = await ApiKey.mint(workspace, owner, { name: 'Key', expiresAt })
    const form = await page.page(`/api_keys/${key.id}/edit`)
    const [, shown] = /name="expires_at"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="expires_at"/
      .exec(form)!
      .filter((part) => part !== undefined)
    await post(`/api_keys/${key.id}?_method=PATCH`, {
      'name': 'Renamed',
      'expires_at': shown,
      'permissions[all]': 'true',
    })
    await key.refresh()
    assert.deepEqual([key.name, key.expiresAt?.toMillis()], ['Renamed', expiresAt.toMillis()])
  })

  test('a key is rotated: the new one is shown once, the old one goes on for a day', async ({
    assert,
  }) => {
    const { page, post, workspace, owner } = await console()
    const key = await ApiKey.mint(workspace, owner, { name: 'Shop' })
    assert.include(await page.page(`/api_keys/${key.id}`), `/api_keys/${key.id}/rotation/new`)
    assert.include(await page.page(`/api_keys/${key.id}/rotation/new`), 'in a day')
    const answer = await post(`/api_keys/${key.id}/rotation`, { overlap_hours: '24' })
    const next = secretIn(await answer.text())
    for (const secret of [key.secret!, next])
      assert.equal((await clientOf(secret, workspace).get('/workspace')).status, 200)
    await key.refresh()
    assert.approximately(key.expiresAt!.diff(clock.now()).as('hours'), 24, 0.1)
  })
})
