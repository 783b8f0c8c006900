import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import { fillSamples } from '#demo/sample'
import User from '#models/user'
import { address, violations } from '#tests/browser/settings/console'

const TOKEN = 'the-token-that-start-printed'

test.group('First-run setup', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    const value = createHash('sha256').update(TOKEN).digest('hex')
    await db
      .table('settings')
      .insert({ key: 'setup_token', value, updated_at: clock.now().toJSDate() })
  })

  test('with the token that was printed the first owner and their workspace are made', async ({
    assert,
    browserContext,
  }) => {
    const page = await browserContext.newPage()
    await page.goto(address(`/setup?token=${TOKEN}`))
    await page.getByLabel('Your name').fill('Anna Bauer')
    await page.getByLabel('E-mail').fill('anna@acme.example')
    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByLabel('Name', { exact: true }).fill('Acme')
    await page.getByLabel('Currency').selectOption('EUR')
    await page.getByLabel('Time zone').selectOption('Europe/Berlin')
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await page.waitForURL(address('/campaigns/new'))
    assert.include(await page.getByRole('status').textContent(), 'Welcome.')

    const owner = await User.findByOrFail('email', 'anna@acme.example')
    const [membership] = await owner.related('memberships').query().preload('workspace')
    assert.equal(membership.role, 'owner')
    assert.deepInclude(membership.workspace.serialize(), {
      name: 'Acme',
      currency: 'EUR',
      timezone: 'Europe/Berlin',
    })
    assert.isNull(await db.from('settings').where('key', 'setup_token').first())

    await page.goto(address(`/setup?token=${TOKEN}`))
    assert.include(await page.textContent('main'), 'set up already')
  })

  test('sample data fills a workspace of its own, which is left again', async ({
    assert,
    browserContext,
  }) => {
    const page = await browserContext.newPage()
    await page.goto(address(`/setup?token=${TOKEN}`))
    await page.getByLabel('E-mail').fill('anna@acme.example')
    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByLabel('Name', { exact: true }).fill('Acme')
    await page.getByLabel('Add a second workspace with sample data').check()
    await page.getByRole('button', { name: 'Create workspace' }).click()
    await page.getByText('Make a campaign').waitFor()

    const switchTo = async (name: string) => {
      await page.locator('.sidebar-switcher summary').click()
      await page.getByRole('button', { name }).click()
    }
    await switchTo('Northwind Coffee (sample)')
    await page.getByText('is being filled with sample data').waitFor()
    await fillSamples({ affiliates: 4, months: 1, seed: 1 })
    await page.getByText('Everything here is made up').waitFor()
    await page.getByRole('heading', { name: 'Top affiliates' }).waitFor()
    assert.deepEqual(await fillSamples(), { filled: 0 })

    await page.getByRole('button', { name: 'Leave the sample…' }).click()
    await page.getByRole('button', { name: 'Leave the sample', exact: true }).click()
    await page.getByText('You left “Northwind Coffee (sample)”.').waitFor()
    await page.locator('.sidebar-switch strong', { hasText: 'Acme' }).waitFor()
    const owner = await User.findByOrFail('email', 'anna@acme.example')
    const left = await owner.related('memberships').query().preload('workspace')
    assert.deepEqual(
      left.map(({ workspace }) => workspace.name),
      ['Acme']
    )
    assert.equal(owner.currentWorkspaceId, left[0].workspaceId)
  })

  test('a password that is too short is refused beside its field, and the rest is kept', async ({
    assert,
    browserContext,
  }) => {
    const page = await browserContext.newPage()
    await page.goto(address(`/setup?token=${TOKEN}`))
    await page.getByLabel('E-mail').fill('anna@acme.example')
    await page.getByLabel('Name', { exact: true }).fill('Acme')
    await page
      .getByLabel('Password')
      .evaluate((input) => (input as HTMLInputElement).removeAttribute('minlength'))
    await page.getByLabel('Password').fill('short')
    await page.getByRole('button', { name: 'Create workspace' }).click()

    await page.getByText('1 field needs another look').waitFor()
    assert.equal(await page.getByLabel('E-mail').inputValue(), 'anna@acme.example')
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Acme')
    assert.equal(await page.getByLabel('Password').inputValue(), '')
    const hint = await page.getByLabel('Password').getAttribute('aria-describedby')
    assert.include(hint, 'field-password-error')
    assert.isNull(await User.first())
  })

  test('another token is refused, and nobody is told to sign in where nobody can', async ({
    assert,
    browserContext,
  }) => {
    const page = await browserContext.newPage()
    const refused = await page.goto(address('/setup?token=guessed'))
    assert.equal(refused!.status(), 403)
    assert.include(await page.textContent('main'), 'This set-up link is not valid.')
    assert.deepEqual(await violations(page), [])

    await page.goto(address('/'))
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Not set up yet')
    assert.deepEqual(await violations(page), [])

    await page.goto(address(`/setup?token=${TOKEN}`))
    assert.deepEqual(await violations(page), [])
  })
})
