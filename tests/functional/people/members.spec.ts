import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import ApiKey from '#models/api_key'
import Event from '#models/event'
import Invitation from '#models/invitation'
import Membership from '#models/membership'
import { apiOf } from '#tests/support/api'
import { turnOnTwoFactor } from '#tests/support/authenticator'
import { assertRefused } from '#tests/support/money'
import { signedIn } from '#tests/support/session'
import { Visitor } from '#tests/support/visitor'
import { makeUser, makeWorkspace } from '#tests/support/world'
import type { Role } from '#models/types'
import type Workspace from '#models/workspace'

const password = 'correct horse battery'

test.group('Members', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function join(workspace: Workspace, role: Role) {
    const user = await makeUser()
    const member = await Membership.create({ workspaceId: workspace.id, userId: user.id, role })
    await user.merge({ currentWorkspaceId: workspace.id }).save()
    return { user, member }
  }

  async function team() {
    const { workspace, owner } = await makeWorkspace()
    const own = await Membership.findByOrFail('user_id', owner.id)
    const admin = await join(workspace, 'admin')
    const member = await join(workspace, 'member')
    return { workspace, owner, own, admin, member }
  }

  test('are listed with role, permissions and whether they have a second factor', async ({
    assert,
  }) => {
    const { owner, own, admin, member } = await team()
    const api = await signedIn(owner)
    const { body } = await api.get('/members?sort=created_at&order=asc')
    assert.deepEqual(
      body.data.map(({ id, role }: { id: string; role: string }) => [id, role]),
      [
        [own.id, 'owner'],
        [admin.member.id, 'admin'],
        [member.member.id, 'member'],
      ]
    )
    assert.deepInclude(body.data[0], { email: owner.email, two_factor: false })
    const one = await api.get(`/members/${member.member.id}`)
    assert.isUndefined(one.body.permissions['v1.payouts.approve'])
  })

  test('another workspace’s are not found', async ({ assert }) => {
    const { owner } = await team()
    const foreign = await team()
    const api = await signedIn(owner)
    const path = `/members/${foreign.member.member.id}`
    const answers = [
      await api.get(path),
      await api.patch(path, { role: 'admin' }),
      await api.delete(path),
      await api.post('/ownership', { membership_id: foreign.member.member.id, password }),
    ]
    assert.deepEqual(
      answers.map(({ status }) => status),
      [404, 404, 404, 404]
    )
  })

  test('a role changes what one may do, at once', async ({ assert }) => {
    const { workspace, owner, member } = await team()
    const api = await signedIn(owner)
    const theirs = await signedIn(member.user)
    const change = { name: 'Renamed' }
    assert.equal((await theirs.patch('/workspace', change)).status, 403)
    const path = `/members/${member.member.id}`
    const changed = await api.patch(path, { role: 'admin' })
    assert.deepEqual([changed.status, changed.body.role], [200, 'admin'])
    assert.equal((await theirs.patch('/workspace', change)).status, 200)
    const event = await Event.findByOrFail('type', 'member.role_changed')
    assert.deepEqual(
      [event.workspaceId, event.actorId, event.data],
      [workspace.id, owner.id, { from: 'member', to: 'admin' }]
    )
    for (const role of ['owner', 'god', null])
      assert.equal((await api.patch(path, { role })).status, 422)
  })

  test('a member changes nobody, and no key manages people', async ({ assert }) => {
    const { workspace, owner, admin, member } = await team()
    const theirs = await signedIn(member.user)
    const key = await apiOf(workspace, owner)
    for (const api of [theirs, key]) {
      const path = `/members/${admin.member.id}`
      const invite = { email: 'a@example.com', role: 'member' }
      assert.equal((await api.patch(path, { role: 'member' })).status, 403)
      assert.equal((await api.delete(path)).status, 403)
      assert.equal((await api.post('/invitations', invite)).status, 403)
    }
    assert.equal((await key.get('/members')).status, 403)
    assert.equal((await theirs.get('/members')).status, 200)
  })

  test('nobody acts above their own role, and the owner stays', async ({ assert }) => {
    const { owner, own, admin } = await team()
    const asAdmin = await signedIn(admin.user)
    const path = `/members/${own.id}`
    assert.equal((await asAdmin.patch(path, { role: 'member' })).status, 403)
    assert.equal((await asAdmin.delete(path)).status, 403)
    const asOwner = await signedIn(owner)
    assert.equal((await asOwner.patch(path, { role: 'admin' })).body.code, 'CONFLICT')
    assert.equal((await asOwner.delete(path)).body.code, 'CONFLICT')
    assert.equal((await asOwner.delete('/membership')).body.code, 'CONFLICT')
  })

  test('who is removed loses the workspace at once; keys and offers of theirs end', async ({
    assert,
  }) => {
    const { workspace, owner, admin } = await team()
    const key = await ApiKey.mint(workspace, admin.user, { name: 'Theirs' })
    const offer = await Invitation.offer({ email: 'new@example.com', role: 'member' }, admin.member)
    const theirs = await signedIn(admin.user)
    const desk = new Visitor()
    await desk.signIn(admin.user.email)

    const api = await signedIn(owner)
    assert.equal((await api.delete(`/members/${admin.member.id}`)).status, 204)
    assert.equal((await theirs.get(`/affiliates?account_id=${workspace.id}`)).status, 403)
    assert.equal((await desk.get('/affiliates')).to, '/workspaces/new')
    await key.refresh()
    await offer.refresh()
    assert.deepEqual([key.state, offer.state], ['disabled', 'revoked'])
    assert.equal((await api.delete(`/members/${admin.member.id}`)).status, 404)

    const visitor = new Visitor()
    await visitor.signIn(owner.email)
    const { text } = await visitor.get('/events?type=member.removed')
    assert.include(text, `Left the workspace: ${admin.user.displayName}`)
  })

  test('one leaves by oneself, whatever the role', async ({ assert }) => {
    const { workspace, member } = await team()
    const theirs = await signedIn(member.user)
    assert.equal((await theirs.delete('/membership')).status, 204)
    assert.equal((await theirs.get(`/links?account_id=${workspace.id}`)).status, 403)
    const event = await Event.findByOrFail('type', 'member.removed')
    assert.deepEqual([event.reason, event.actorId], ['by_oneself', member.user.id])
  })

  test('two approvals keep two people who may give them', async ({ assert }) => {
    const { workspace, own, admin } = await team()
    await workspace.change({ approvals: { required: 2 } }, admin.user.actor)
    const refused = (work: () => Promise<unknown>) => assertRefused(assert, 409, 'CONFLICT', work)
    await refused(() => admin.member.changeRole('member', own))
    await refused(() => admin.member.remove(own))
    await refused(() => admin.member.remove(admin.member))
    assert.equal((await Membership.findOrFail(admin.member.id)).role, 'admin')
    await join(workspace, 'admin')
    await admin.member.remove(own)
  })

  test('the owner hands over with their password, and is an admin then', async ({ assert }) => {
    const { owner, own, admin, member } = await team()
    const input = { membership_id: member.member.id, password }
    assert.equal((await (await signedIn(admin.user)).post('/ownership', input)).status, 403)
    const api = await signedIn(owner)
    const wrong = await api.post('/ownership', { ...input, password: 'not mine' })
    assert.deepEqual([wrong.status, wrong.body.details[0].field], [422, 'password'])
    assert.equal((await api.post('/ownership', input)).body.role, 'owner')
    await own.refresh()
    assert.equal(own.role, 'admin')
    assert.equal((await api.post('/ownership', input)).status, 403)
  })

  test('an owner with a second factor hands over with a code too', async ({ assert }) => {
    const { owner, own, admin } = await team()
    const api = await signedIn(owner)
    const [recovery] = await turnOnTwoFactor(owner)
    const input = { membership_id: admin.member.id, password }
    for (const code of [undefined, '000000']) {
      const { status, body } = await api.post('/ownership', { ...input, code })
      assert.deepEqual([status, body.details[0].field], [422, 'code'])
    }
    assert.equal((await api.post('/ownership', { ...input, code: recovery })).status, 200)
    await own.refresh()
    assert.equal(own.role, 'admin')
  })

  test('who asks all for a second factor has one', async ({ assert }) => {
    const { owner } = await team()
    const api = await signedIn(owner)
    const { status, body } = await api.patch('/workspace', { require_two_factor: true })
    assert.deepEqual([status, body.details[0].field], [422, 'require_two_factor'])
  })
})
