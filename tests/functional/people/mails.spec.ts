import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import mailConfig from '#config/mail'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import RelayMailsJob from '#jobs/relay_mails_job'
import { relayMails } from '#mails/relay'
import Mail from '#models/mail'
import { queue } from '#queue/queue'
import { MailServer } from '#tests/support/mail_server'

const message = {
  subject: 'Grüße & <tags>',
  paragraphs: ['Fish & chips <b>'],
  action: { label: 'Look', path: '/join', token: 'the-token' },
  note: 'Bye.',
}

test.group('Mails', (group) => {
  let server: MailServer
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    server = new MailServer()
    return server.start()
  })

  test('one is sent as text and as HTML, once, with its link whole', async ({ assert }) => {
    using jobs = queue.fake()
    await Mail.write('jane@example.com', message)
    assert.lengthOf(jobs.of(RelayMailsJob), 1)
    await jobs.drain()
    assert.deepEqual(await relayMails(), { sent: 0 })

    assert.lengthOf(server.letters, 1)
    const [letter] = server.letters
    assert.match(letter, /To: jane@example.com/)
    assert.match(letter, /text\/plain[^]+Fish & chips <b>[^]+text\/html[^]+Fish &amp; chips &lt;b/)
    assert.lengthOf(letter.match(/\/join\/the-token/g)!, 2)
    const mail = await Mail.query().firstOrFail()
    assert.deepEqual([mail.state, mail.attempts, mail.token], ['sent', 1, null])
  })

  test('what is kept never shows the token', async ({ assert }) => {
    await Mail.write('jane@example.com', message)
    const mail = await Mail.query().firstOrFail()
    assert.notInclude(JSON.stringify(mail.$attributes), 'the-token')
    assert.include(mail.text, '/join/••••••••')
  })

  test('what is rolled back is not sent', async ({ assert }) => {
    await atomically(async () => {
      await Mail.write('jane@example.com', message)
      throw new Error('no')
    }).catch(() => {})
    assert.isNull(await Mail.first())
  })

  test('a server that is away is tried again, ever later, and then given up', async ({
    assert,
  }) => {
    server.refuses = { code: 451, says: 'Busy, come later' }
    await Mail.write('jane@example.com', message)
    let now = clock.now()
    const tries: number[] = []
    for (const minutes of [0, ...mailConfig.retryAfter]) {
      now = now.plus({ minutes })
      await clock.at(now.minus({ seconds: 1 }), relayMails)
      await clock.at(now, relayMails)
      tries.push((await Mail.query().firstOrFail()).attempts)
    }
    assert.deepEqual(tries, [1, 2, 3, 4, 5, 6])
    const mail = await Mail.query().firstOrFail()
    assert.deepEqual([mail.state, mail.token], ['failed', null])
    assert.match(mail.error!, /Busy, come later/)
    await clock.at(now.plus({ years: 1 }), relayMails)
    assert.isEmpty(server.letters)
  })

  test('a server that comes back gets it', async ({ assert }) => {
    server.refuses = { code: 451, says: 'Busy' }
    await Mail.write('jane@example.com', message)
    const now = clock.now()
    await clock.at(now, relayMails)
    server.refuses = undefined
    assert.deepEqual(await clock.at(now.plus({ minutes: 2 }), relayMails), { sent: 1 })
    assert.lengthOf(server.letters, 1)
  })

  test('an address that the server refuses for good is not tried again', async ({ assert }) => {
    server.refuses = { code: 550, says: 'No such user' }
    await Mail.write('jane@example.com', message)
    await relayMails()
    const mail = await Mail.query().firstOrFail()
    assert.deepEqual([mail.state, mail.attempts], ['failed', 1])
  })

  test('two workers send it once', async ({ assert }) => {
    await Mail.write('jane@example.com', message)
    const one = await Mail.query().firstOrFail()
    const other = await Mail.query().firstOrFail()
    assert.deepEqual([await one.send(), await other.send()], [true, false])
    assert.lengthOf(server.letters, 1)
  })

  test('without a mail server none is written, and none is sent', async ({ assert }) => {
    await Mail.write('jane@example.com', message)
    mailConfig.url = null
    await Mail.write('jim@example.com', message)
    assert.deepEqual(await relayMails(), { sent: 0 })
    assert.lengthOf(await Mail.all(), 1)
  })
})
