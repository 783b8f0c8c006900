import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { dialect } from '#config/database'
import { relayMails } from '#mails/relay'
import ApiKey from '#models/api_key'
import { authenticatorSecretOf } from '#people/second_factor'
import { Api, clientOf } from '#tests/support/api'
import { codeOf, turnOnTwoFactor } from '#tests/support/authenticator'
import { takeLog } from '#tests/support/log'
import { MailServer } from '#tests/support/mail_server'
import { signedIn } from '#tests/support/session'
import { Visitor } from '#tests/support/visitor'
import { makeProgram, makeUser } from '#tests/support/world'

const password = 'correct horse battery'
const secrets = {
  password,
  wrongPassword: 'a password mistyped',
  newPassword: 'a password made anew',
  invited: 'jim.invited@example.com',
  customer: 'petra@customer.example',
  customerName: 'Petra Customer',
  affiliate: 'jane@affiliate.example',
  payee: 'jane@payee.example',
  payerIban: 'DE89370400440532013000',
  iban: 'NL91ABNA0417164300',
  holder: 'Jane Holder',
  clientSecret: 'the-secret-of-paypal',
}

/** PostgreSQL tells the whole row that failed, with all that is in it. */
function refuseEveryAffiliate() {
  return db.rawQuery(
    dialect === 'postgres'
      ? 'alter table affiliates add constraint nobody_thought_of check (false) not valid'
      : "create trigger unthought before insert on affiliates begin select raise(abort, 'nobody_thought_of'); end"
  )
}

test.group('The log', (group) => {
  let log: ReturnType<typeof takeLog>
  let server: MailServer
  const told: string[] = Object.values(secrets)

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    server = new MailServer()
    return server.start()
  })
  group.each.setup(() => {
    log = takeLog()
    return () => log.giveBack()
  })

  /** Signing in by every way, rightly and wrongly; inviting, joining, setting passwords by mail. */
  async function people() {
    const { workspace, owner, affiliate, link } = await makeProgram({ holdDays: 0 })
    const visitor = new Visitor()
    await visitor.signIn(owner.email, secrets.wrongPassword)
    await visitor.signIn(owner.email)
    const api = await signedIn(owner)
    const key = await ApiKey.mint(workspace, owner, { name: 'Server' })

    await api.post('/invitations', { email: secrets.invited, role: 'admin' })
    await relayMails()
    const invitation = server.link.pathname
    const theirs = new Visitor()
    await theirs.get(invitation)
    await theirs.post(invitation, { name: 'Jim', password: secrets.newPassword })
    await theirs.get('/password_reset')
    await theirs.post('/password_reset', { email: secrets.invited })
    await relayMails()
    const reset = server.link.pathname
    await theirs.get(reset)

    const member = await makeUser('two.factors@example.com')
    const codes = await turnOnTwoFactor(member)
    const credentials = { email: member.email, password }
    const { body } = await new Api().post('/auth/login', { ...credentials, otp: codeOf(member) })
    const refresh = { refresh_token: body.refresh_token }
    await new Api().post('/auth/login', { ...credentials, otp: codes[0] })
    for (let times = 0; times < 2; times++) await new Api().post('/auth/refresh', refresh)

    told.push(owner.email, member.email, affiliate.email, body.access_token, body.refresh_token)
    told.push(key.secret!, authenticatorSecretOf(member)!, ...codes)
    told.push(...[invitation, reset].map((path) => path.split('/').at(-1)!))
    return { workspace, owner, affiliate, link, api, key: clientOf(key.secret!, workspace) }
  }

  function clean(assert: { deepEqual(one: unknown, other: unknown): void }) {
    const lines = log.lines.join('')
    assert.deepEqual(
      told.filter((secret) => lines.includes(secret)),
      []
    )
  }

  test('of a whole run names no key, token, password, account or address', async ({ assert }) => {
    const { affiliate, link, api, key } = await people()
    await key.patch(`/affiliates/${affiliate.id}`, { email: secrets.affiliate })
    await api.put(`/affiliates/${affiliate.id}/payout_method`, {
      ...{ kind: 'sepa', iban: secrets.iban, holder: secrets.holder },
    })
    await api.put(`/affiliates/${affiliate.id}/payout_method`, {
      ...{ kind: 'paypal', email: secrets.payee },
    })
    await key.post('/track/sale', {
      ...{ external_id: 'order-1', amount: 10_000, currency: 'USD', ref: link.refParam },
      customer: { external_id: 'c1', email: secrets.customer, name: secrets.customerName },
    })
    const { body } = await key.post('/payout_runs', {})
    const run = `/payout_runs/${body.data[0].id}`
    assert.equal((await key.post(`${run}/approval`)).status, 200)
    assert.include((await api.get(`${run}/files/paypal`)).text, secrets.payee)
    await api.patch('/workspace', {
      payer: {
        ...{ name: secrets.holder, iban: secrets.payerIban, bic: 'COBADEFFXXX' },
        paypal: { client_id: 'id', client_secret: secrets.clientSecret, environment: 'sandbox' },
      },
    })
    clean(assert)
  })

  test('of what fails neither: a mail that is refused, a database that does not take a row', async ({
    assert,
  }) => {
    const { api, key } = await people()
    server.refuses = { code: 550, says: `${secrets.invited} is not known here` }
    const { body } = await api.get('/invitations')
    assert.lengthOf(body.data, 1)
    await api.post('/invitations', { email: `x${secrets.invited}`, role: 'member' })
    await relayMails()

    await refuseEveryAffiliate()
    const row = { email: secrets.affiliate, company: secrets.holder, name: secrets.customerName }
    await assert.rejects(() => key.post('/affiliates', row), /answered 500/)

    const lines = log.lines.join('')
    assert.include(lines, 'A mail was not sent')
    assert.include(lines, 'nobody_thought_of')
    clean(assert)
  })
})
