import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import Invitation from '#models/invitation'
import Membership from '#models/membership'
import { beginTwoFactor } from '#people/second_factor'
import { address, makeAdmin, faultsOf, signIn } from '#tests/browser/payouts/console'
import { MailServer } from '#tests/support/mail_server'
import { turnOnTwoFactor } from '#tests/support/authenticator'
import { anotherAffiliate } from '#tests/support/money'
import { makeWorkspace, sell } from '#tests/support/world'
import type { Assert } from '@japa/assert'
import type { Page } from 'playwright'

async function examine(assert: Assert, page: Page, path: string) {
  await page.goto(address(path))
  assert.deepEqual(await faultsOf(page), [], path)
}

test.group('Members, invitations, mails and sign-in', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('axe finds nothing, in both themes, and nothing is wider than a small phone', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const server = new MailServer()
    cleanup(await server.start())
    const { workspace, owner } = await makeWorkspace()
    const ben = await makeAdmin(workspace, 'Ben Okafor')
    const own = await Membership.findByOrFail('user_id', owner.id)
    const theirs = await Membership.findByOrFail('user_id', ben.id)
    await Invitation.offer(
      { email: 'somebody.with.a.long.address@a-company-of-some-size.example', role: 'member' },
      own
    )
    const open = await Invitation.offer({ email: 'jim@example.com', role: 'admin' }, own)

    const { page, complaints } = await signIn(await browser.newContext(), owner)
    const paths = [
      '/members',
      `/members/${theirs.id}`,
      `/members/${own.id}`,
      '/invitations',
      '/invitations?q=nobody',
      '/invitations/new',
      '/ownership/new',
      '/mails',
      '/profile/two_factor',
    ]
    const { affiliate, link } = await anotherAffiliate(workspace)
    const sale = await sell(workspace, { ref: link.refParam })
    paths.push(
      `/affiliates/${affiliate.id}/forgetting/new`,
      `/referrals/${sale.referralId}/forgetting/new`
    )
    for (const path of paths) await examine(assert, page, path)
    await sale.forgetCustomer(system)
    for (const path of [`/referrals/${sale.referralId}`, `/conversions/${sale.id}`])
      await examine(assert, page, path)
    await beginTwoFactor(owner)
    await examine(assert, page, '/profile/two_factor')
    await turnOnTwoFactor(await owner.refresh())
    await examine(assert, page, '/profile/two_factor')
    assert.deepEqual(complaints, [])

    const stranger = await (await browser.newContext()).newPage()
    for (const path of ['/login', '/password_reset', '/join/no-such-link'])
      await examine(assert, stranger, path)
    assert.equal(open.state, 'pending')
  }).timeout(180_000)
})
