import testUtils from '@adonisjs/core/services/test_utils'
import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import mailConfig from '#config/mail'
import { clock } from '#core/clock'
import { limits } from '#http/rate_limit'
import { relayMails } from '#mails/relay'
import Mail from '#models/mail'
import PasswordReset from '#models/password_reset'
import { MailServer } from '#tests/support/mail_server'
import { Visitor } from '#tests/support/visitor'
import { makeWorkspace } from '#tests/support/world'

const chosen = { password: 'another long one', password_confirmation: 'another long one' }

test.group('A forgotten password', (group) => {
  let server: MailServer
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    server = new MailServer()
    return server.start()
  })

  async function asked(email: string) {
    const visitor = new Visitor()
    await visitor.get('/password_reset')
    const answer = await visitor.post('/password_reset', { email })
    await relayMails()
    return { visitor, answer }
  }

  test('a mail’s link sets a new one, once, and ends every session', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    const desk = new Visitor()
    await desk.signIn(owner.email)
    const { visitor } = await asked(owner.email.toUpperCase())
    const { pathname } = server.link

    const form = await visitor.get(pathname)
    assert.equal(form.headers.get('cache-control'), 'no-store')
    assert.equal(form.headers.get('referrer-policy'), 'no-referrer')
    const done = await visitor.post(pathname, chosen, 'PUT')
    assert.equal(done.to, '/login')
    assert.equal((await desk.get('/affiliates')).to, '/login')
    assert.equal((await visitor.get(pathname)).status, 403)
    assert.equal((await new Visitor().signIn(owner.email, chosen.password)).to, '/')
  })

  test('the answer does not tell whether anybody has the address', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    const known = await asked(owner.email)
    const unknown = await asked('nobody@example.com')
    const plain = ({ text }: { text: string }, email: string) =>
      text.replaceAll(email, '').replaceAll(/nonce="[^"]*"|csrf[^>]*>/g, '')
    assert.equal(plain(known.answer, owner.email), plain(unknown.answer, 'nobody@example.com'))
    assert.lengthOf(await Mail.all(), 1)
  })

  test('a link is over after an hour, and ends with another that was used', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    await asked(owner.email)
    const first = server.link.pathname.split('/').at(-1)!
    await asked(owner.email)
    const second = server.link.pathname.split('/').at(-1)!
    const late = clock.now().plus({ hours: 1, seconds: 1 })
    assert.isNull(await clock.at(late, () => PasswordReset.open(second)))
    const reset = (await PasswordReset.open(second))!
    assert.isTrue(await reset.use(chosen.password))
    assert.isFalse(await reset.use('once again, another'))
    assert.isNull(await PasswordReset.open(first))
  })

  test('a short password is refused beside its field, and the link still works', async ({
    assert,
  }) => {
    const { owner } = await makeWorkspace()
    const { visitor } = await asked(owner.email)
    const { pathname } = server.link
    await visitor.get(pathname)
    await visitor.post(pathname, { password: 'short', password_confirmation: 'short' }, 'PUT')
    const form = await visitor.get(pathname)
    assert.equal(form.status, 422)
    assert.include(form.text, 'At least 10 characters.')
  })

  test('few mails a minute go to one address', async ({ assert, cleanup }) => {
    const before = limits.mails
    cleanup(() => void (limits.mails = before))
    limits.mails = 2
    const { owner } = await makeWorkspace()
    for (let times = 0; times < 4; times++) await asked(owner.email)
    assert.lengthOf(server.letters, 2)
  })

  test('without a mail server the page names the command, and that does it', async ({ assert }) => {
    mailConfig.url = null
    const { owner } = await makeWorkspace()
    const desk = new Visitor()
    await desk.signIn(owner.email)
    assert.include((await new Visitor().get('/password_reset')).text, 'user:reset-password')
    ace.ui.switchMode('raw')
    await ace.exec('user:reset-password', [owner.email, '--password', chosen.password])
    assert.equal((await desk.get('/affiliates')).to, '/login')
    await owner.refresh()
    assert.isTrue(await owner.verifyPassword(chosen.password))
  })
})
