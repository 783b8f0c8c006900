import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { address, makeAdmin, signIn } from '#tests/browser/payouts/console'
import { codeOf, turnOnTwoFactor } from '#tests/support/authenticator'
import { makeWorkspace } from '#tests/support/world'

test.group('Two-factor sign-in, sessions and ownership in the console', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a workspace that asks for a second factor leads to it, and is there again once it is on', async ({
    assert,
    browser,
  }) => {
    const { workspace, owner } = await makeWorkspace({ requireTwoFactor: true })
    const { page } = await signIn(await browser.newContext(), owner)
    await page.getByText('Acme asks for it').waitFor()
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByLabel('QR code of the secret below').waitFor()
    await owner.refresh()
    await page.getByLabel('Code that it shows').fill(codeOf(owner, -1))
    await page.getByRole('button', { name: 'Turn on' }).click()
    const [recovery] = (await page.locator('.secret code').innerText()).split('\n')
    await page.getByRole('link', { name: 'I have kept them' }).click()
    await page.goto(address('/affiliates'))
    assert.equal(new URL(page.url()).pathname, '/affiliates')
    assert.include(await page.locator('.sidebar').innerText(), workspace.name)

    const again = await (await browser.newContext()).newPage()
    await again.goto(address('/login'))
    await again.getByLabel('E-mail').fill(owner.email)
    await again.getByLabel('Password').fill('correct horse battery')
    await again.getByRole('button', { name: 'Sign in' }).click()
    await again.getByRole('heading', { name: 'One more step' }).waitFor()
    await again.getByLabel('Code', { exact: true }).fill('000000')
    await again.getByRole('button', { name: 'Sign in' }).click()
    await again.locator('.field-error').waitFor()
    await again.getByLabel('Code', { exact: true }).fill(recovery)
    await again.getByRole('button', { name: 'Sign in' }).click()
    await again.waitForURL(address('/'))
  })

  test('a session that is ended elsewhere is over', async ({ assert, browser }) => {
    const { owner } = await makeWorkspace()
    const desk = await signIn(await browser.newContext(), owner)
    const phone = await signIn(
      await browser.newContext({ userAgent: 'Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1' }),
      owner
    )
    await desk.page.goto(address('/profile'))
    const row = desk.page.getByRole('row').filter({ hasText: 'Safari on iPhone' })
    await row.getByRole('button', { name: 'End' }).click()
    await row.waitFor({ state: 'detached' })
    await phone.page.goto(address('/affiliates'))
    assert.equal(new URL(phone.page.url()).pathname, '/login')
    await desk.page.goto(address('/affiliates'))
    assert.equal(new URL(desk.page.url()).pathname, '/affiliates')
  })

  test('the owner hands the workspace over with password and code, in a dialog that stays when they are wrong', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner } = await makeWorkspace()
    await makeAdmin(workspace, 'Ben Okafor')
    const { page } = await signIn(browserContext, owner)
    const [recovery] = await turnOnTwoFactor(owner)
    await page.goto(address('/members'))
    await page.getByRole('link', { name: 'Hand over…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('To').selectOption({ label: 'Ben Okafor' })
    await dialog.getByLabel('Your password').fill('not this one')
    await dialog.getByLabel('Code, or a recovery code').fill(recovery)
    await dialog.getByRole('button', { name: 'Hand over the workspace' }).click()
    await dialog.getByText('This is not your password.').first().waitFor()

    await dialog.getByLabel('Your password').fill('correct horse battery')
    await dialog.getByLabel('Code, or a recovery code').fill(recovery)
    await dialog.getByRole('button', { name: 'Hand over the workspace' }).click()
    await page.getByText('Acme belongs to Ben Okafor now. You are an admin.').waitFor()
    const roles = await workspace.related('memberships').query().orderBy('id')
    assert.deepEqual(
      roles.map(({ role }) => role),
      ['admin', 'owner']
    )
  })
})
