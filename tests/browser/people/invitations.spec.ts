import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { relayMails } from '#mails/relay'
import Membership from '#models/membership'
import User from '#models/user'
import { address, signIn } from '#tests/browser/payouts/console'
import { MailServer } from '#tests/support/mail_server'
import { makeUser, makeWorkspace } from '#tests/support/world'

test.group('Inviting in the console', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('by mail: somebody new sets a password, and works in the workspace', async ({
    assert,
    browser,
    cleanup,
  }) => {
    const server = new MailServer()
    cleanup(await server.start())
    const { workspace, owner } = await makeWorkspace()
    const { page } = await signIn(await browser.newContext(), owner)
    await page.goto(address('/members'))
    await page.getByRole('link', { name: 'Invite someone' }).click()
    await page.getByRole('heading', { name: 'Invite someone' }).waitFor()
    const here = page.locator('.sidebar [aria-current="page"]')
    assert.equal((await here.innerText()).trim(), 'Members')
    await page.getByLabel('E-mail').fill('jim@example.com')
    await page.getByLabel('Admin', { exact: true }).check()
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    await page.getByText('An invitation is on its way to jim@example.com.').waitFor()
    await relayMails()

    const theirs = await (await browser.newContext()).newPage()
    await theirs.goto(address(server.link.pathname))
    await theirs.getByLabel('Your name').fill('Jim Beam')
    await theirs.getByLabel('Password').fill('a password of his')
    await theirs.getByRole('button', { name: 'Join Acme' }).click()
    await theirs.getByText('Welcome to Acme.').waitFor()
    const jim = await User.findByOrFail('email', 'jim@example.com')
    const member = await Membership.findByOrFail('user_id', jim.id)
    assert.deepEqual([member.workspaceId, member.role], [workspace.id, 'admin'])

    await page.goto(address('/members'))
    assert.include(await page.locator('main').innerText(), 'Jim Beam')
  })

  test('by hand, where no mail is sent: the link is shown once, and who is known signs in first', async ({
    browser,
  }) => {
    const { owner } = await makeWorkspace()
    const known = await makeUser('kim@example.com')
    const { page } = await signIn(await browser.newContext(), owner)
    await page.goto(address('/invitations/new'))
    await page.getByLabel('E-mail').fill(known.email)
    await page.getByRole('button', { name: 'Make the link' }).click()
    await page.getByRole('heading', { name: 'Their link' }).waitFor()
    const link = await page.locator('.secret code').innerText()

    const theirs = await (await browser.newContext()).newPage()
    await theirs.goto(address(new URL(link).pathname))
    await theirs.getByText('Sign in as kim@example.com to join Acme.').waitFor()
    await theirs.getByLabel('E-mail').fill(known.email)
    await theirs.getByLabel('Password').fill('correct horse battery')
    await theirs.getByRole('button', { name: 'Sign in' }).click()
    await theirs.getByRole('button', { name: 'Join Acme' }).click()
    await theirs.getByText('Welcome to Acme.').waitFor()
  })

  test('one is made anew, and revoked, from the list of members', async ({
    assert,
    browserContext,
  }) => {
    const { owner } = await makeWorkspace()
    const { page } = await signIn(browserContext, owner)
    await page.goto(address('/invitations/new'))
    await page.getByLabel('E-mail').fill('lea@example.com')
    await page.getByRole('button', { name: 'Make the link' }).click()
    const first = await page.locator('.secret code').innerText()
    await page.getByRole('link', { name: 'I have passed it on' }).click()

    const menu = page.getByLabel('Actions for lea@example.com')
    await menu.click()
    await page.getByRole('button', { name: 'Make a new link' }).click()
    await page.getByRole('heading', { name: 'Their link' }).waitFor()
    assert.notEqual(await page.locator('.secret code').innerText(), first)

    await page.goto(address('/members'))
    await menu.click()
    await page.getByRole('button', { name: 'Revoke' }).click()
    await page.getByText('The invitation of lea@example.com is revoked.').waitFor()
    await page.goto(address(new URL(first).pathname))
    await page.getByText('This invitation was used, was taken back, or is too old.').waitFor()
  })
})
