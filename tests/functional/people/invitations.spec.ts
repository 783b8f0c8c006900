import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import mailConfig from '#config/mail'
import { clock } from '#core/clock'
import { expire } from '#ledger/expire'
import { relayMails } from '#mails/relay'
import Invitation from '#models/invitation'
import Membership from '#models/membership'
import User from '#models/user'
import { turnOnTwoFactor } from '#tests/support/authenticator'
import { MailServer } from '#tests/support/mail_server'
import { signedIn } from '#tests/support/session'
import { Visitor } from '#tests/support/visitor'
import { makeUser, makeWorkspace } from '#tests/support/world'

const jim = { email: 'jim@example.com', role: 'admin' }
const person = { name: 'Jim', password: 'a password of his' }

test.group('Invitations', (group) => {
  let server: MailServer
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    server = new MailServer()
    return server.start()
  })

  async function invited(input = jim) {
    const { workspace, owner } = await makeWorkspace()
    const api = await signedIn(owner)
    const { status, body } = await api.post('/invitations', input)
    await relayMails()
    return { workspace, owner, api, status, body, path: server.link.pathname }
  }

  test('one goes out by mail, and its link makes a member of somebody new', async ({ assert }) => {
    const { workspace, status, body, path } = await invited()
    assert.deepEqual([status, body.state, body.secret], [201, 'pending', null])
    assert.include(server.letters[0], 'Ada Owner invites you to Acme, as an admin.')

    const visitor = new Visitor()
    const page = await visitor.get(path)
    assert.include(page.text, 'Join Acme')
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    await visitor.post(path, { name: 'Jim', password: 'short' })
    assert.include((await visitor.get(path)).text, 'At least 10 characters.')
    assert.equal((await visitor.post(path, person)).to, '/')
    assert.equal((await visitor.get('/settings')).status, 200)

    const user = await User.findByOrFail('email', jim.email)
    const member = await Membership.findByOrFail('user_id', user.id)
    assert.deepEqual([member.workspaceId, member.role], [workspace.id, 'admin'])
    assert.equal((await new Visitor().get(path)).status, 403)
  })

  test('who has an account signs in first, with all that takes, and then joins', async ({
    assert,
  }) => {
    const known = await makeUser(jim.email)
    const [code] = await turnOnTwoFactor(known)
    const { workspace, path } = await invited()
    const visitor = new Visitor()
    assert.equal((await visitor.get(path)).to, '/login')
    assert.equal((await visitor.signIn(jim.email)).to, '/login/code')
    assert.equal((await visitor.post('/login/code', { code })).to, path)
    await visitor.get(path)
    assert.equal((await visitor.post(path)).to, '/')
    const member = await Membership.findByOrFail('user_id', known.id)
    assert.equal(member.workspaceId, workspace.id)
  })

  test('the link alone takes over no account', async ({ assert }) => {
    const known = await makeUser(jim.email)
    const { path } = await invited()
    const visitor = new Visitor()
    await visitor.get('/login')
    await visitor.post(path, person)
    assert.isNull(await Membership.findBy('user_id', known.id))
    await known.refresh()
    assert.isFalse(await known.verifyPassword(person.password))
  })

  test('another who is signed in does not join by it', async ({ assert }) => {
    const { path } = await invited()
    const other = await makeWorkspace()
    const visitor = new Visitor()
    await visitor.signIn(other.owner.email)
    assert.include((await visitor.get(path)).text, 'This invitation is for jim@example.com')
    await visitor.post(path)
    assert.lengthOf(await Membership.query().where('user_id', other.owner.id), 1)
  })

  test('without a mail server the link is shown once to who made it', async ({ assert }) => {
    mailConfig.url = null
    const { owner } = await makeWorkspace()
    const api = await signedIn(owner)
    const once = { headers: { 'Idempotency-Key': 'invite-jim' } }
    const made = await api.post('/invitations', jim, once)
    assert.match(made.body.secret, /\/join\/[\w-]{43}$/)
    assert.isNull((await api.post('/invitations', jim, once)).body.secret)
    const listed = await api.get('/invitations')
    assert.notProperty(listed.body.data[0], 'secret')
    const again = await api.post(`/invitations/${made.body.id}/resend`)
    assert.notEqual(again.body.secret, made.body.secret)

    const visitor = new Visitor()
    await visitor.signIn(owner.email)
    await visitor.get('/invitations/new')
    const page = await visitor.post('/invitations', { email: 'eve@example.com', role: 'member' })
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.match(page.text, /\/join\/[\w-]{43}/)
  })

  test('sent again it has a new link, and the old one ends', async ({ assert }) => {
    const { api, body, path } = await invited()
    const answer = await api.post(`/invitations/${body.id}/resend`)
    assert.equal(answer.status, 200)
    await relayMails()
    assert.notEqual(server.link.pathname, path)
    assert.equal((await new Visitor().get(path)).status, 403)
    assert.equal((await new Visitor().get(server.link.pathname)).status, 200)
  })

  test('revoked it lets nobody in, and is not sent again', async ({ assert }) => {
    const { api, body, path } = await invited()
    assert.equal((await api.delete(`/invitations/${body.id}`)).status, 204)
    assert.equal((await new Visitor().get(path)).status, 403)
    const again = await api.post(`/invitations/${body.id}/resend`)
    assert.equal(again.body.code, 'INVALID_TRANSITION')
    assert.equal((await api.delete(`/invitations/${body.id}`)).body.code, 'INVALID_TRANSITION')
  })

  test('it is over after 7 days, before the nightly job says so, and one can be invited anew', async ({
    assert,
  }) => {
    const { body, path, owner } = await invited()
    const token = path.split('/').at(-1)!
    const invitation = await Invitation.findOrFail(body.id)
    await clock.at(invitation.expiresAt, async () => {
      assert.isNull(await Invitation.open(token))
      const own = await Membership.findByOrFail('user_id', owner.id)
      await Invitation.offer({ email: jim.email, role: 'member' }, own)
      assert.equal((await expire()).invitations, 1)
    })
    await invitation.refresh()
    assert.equal(invitation.state, 'expired')
  })

  test('members, and who is invited already, are not invited; nor as an owner', async ({
    assert,
  }) => {
    const { api, owner } = await invited()
    assert.equal((await api.post('/invitations', jim)).body.code, 'CONFLICT')
    const self = await api.post('/invitations', { email: owner.email, role: 'member' })
    assert.equal(self.body.code, 'CONFLICT')
    for (const input of [{ ...jim, role: 'owner' }, { role: 'admin' }, { ...jim, email: 'jim' }])
      assert.equal((await api.post('/invitations', input)).status, 422)
  })

  test('the workspace’s mails are listed, with their links masked', async ({ assert }) => {
    const { api, path } = await invited()
    const { body } = await api.get('/mails')
    assert.deepInclude(body.data[0], { to: jim.email, state: 'sent', attempts: 1 })
    assert.include(body.data[0].text, '/join/••••••••')
    assert.notInclude(JSON.stringify(body), path.split('/').at(-1)!)
    const other = await signedIn((await makeWorkspace()).owner)
    assert.isEmpty((await other.get('/mails')).body.data)
    assert.isEmpty((await other.get('/invitations')).body.data)
  })
})
