import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import Conversion from '#models/conversion'
import Link from '#models/link'
import SourceEvent from '#models/source_event'
import { address, faultsOf, signedIn } from '#tests/browser/settings/console'
import { visit } from '#tests/functional/tracking/visits'
import { apiOf } from '#tests/support/api'
import { disputeEvent, paidCheckout, signingSecret, take } from '#tests/support/stripe'
import { makeAffiliate, makeCampaign } from '#tests/support/world'
import type { BrowserContext } from 'playwright'

test.group('Tracking in the console', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function program(context: BrowserContext) {
    const { workspace, owner, page } = await signedIn(context)
    const campaign = await makeCampaign(workspace)
    const link = await Link.make(await makeAffiliate(workspace), campaign, {}, system)
    return { workspace, owner, page, link }
  }

  test('the check waits for a click and a test sale, and says what arrived', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, owner, page, link } = await program(browserContext)
    await page.goto(address('/tracking'))
    await page.getByRole('link', { name: 'Check my tracking' }).click()
    await page.getByRole('heading', { name: 'Waiting for a click' }).waitFor()
    await page.getByRole('heading', { name: 'Waiting for a test sale' }).waitFor()

    await visit(`/r/${link.refParam}`)
    await page.getByRole('heading', { name: 'A click arrived' }).waitFor()
    const clickId = await page.locator('#check dd code').innerText()
    assert.include(await page.locator('#check pre').innerText(), `"click_id": "${clickId}"`)

    const api = await apiOf(workspace, owner, { 'v1.track.write': true })
    const sale = { external_id: 'order-1', amount: 9900, currency: 'USD', test: true }
    const customer = { external_id: 'user-17' }
    await api.post('/track/sale', { ...sale, customer, click_id: clickId })
    await page.getByText('Both arrived').waitFor()
    const shown = await page.locator('#check').innerText()
    assert.include(shown, '$99.00')
    assert.include(shown, `on link ${link.refParam}`)
    assert.isNull(await Conversion.findBy('workspace_id', workspace.id))
  })

  test('Stripe is connected, what it tells is listed, and a failed event is replayed', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, page } = await program(browserContext)
    await page.goto(address('/sources/stripe'))
    await page.getByLabel('Signing secret').fill('not a secret')
    await page.getByRole('button', { name: 'Connect' }).click()
    await page.locator('.field-error').waitFor()
    assert.equal(await page.getByLabel('Signing secret').inputValue(), '')
    await page.getByLabel('Signing secret').fill(signingSecret)
    await page.getByRole('button', { name: 'Connect' }).click()
    await page.getByText('Stripe is connected.').waitFor()
    await workspace.refresh()
    assert.equal(workspace.sources.stripe?.signing_secret, signingSecret)
    assert.notInclude(workspace.sourcesSealed!, signingSecret)
    assert.notInclude(await page.content(), signingSecret)

    await take(
      workspace,
      paidCheckout(),
      paidCheckout({ id: 'cs_2', payment_intent: 'pi_2', currency: 'xxx' }),
      disputeEvent('charge.dispute.created', { payment_intent: 'pi_3' })
    )
    await page.getByRole('link', { name: 'What it told' }).click()
    await page.getByRole('link', { name: 'Failed' }).click()
    await page.waitForURL(/state=failed/)
    const failed = page.getByRole('row').filter({ hasText: 'is no currency of ISO 4217' })
    await failed.getByRole('link').click()
    await page.getByRole('button', { name: 'Replay' }).click()
    await page.getByText('checkout.session.completed is looked at again.').waitFor()
    const replayed = await SourceEvent.findByOrFail('object_id', 'cs_2')
    assert.equal(replayed.state, 'received')
  })

  test('the secret of postbacks is shown once', async ({ assert, browserContext }) => {
    const { workspace, page } = await program(browserContext)
    await page.goto(address('/sources/postback'))
    await page.getByRole('button', { name: 'Make its secret' }).click()
    await page.getByRole('heading', { name: 'Your new secret' }).waitFor()
    await workspace.refresh()
    assert.include(await page.content(), workspace.sources.postback!.secret)
    await page.getByRole('link', { name: 'I have copied it' }).click()
    await page.getByRole('button', { name: 'Make another secret…' }).waitFor()
    assert.notInclude(await page.content(), workspace.sources.postback!.secret)
  })

  test('axe finds nothing, in both themes, and nothing is wider than a small phone', async ({
    assert,
    browserContext,
  }) => {
    const { workspace, page } = await program(browserContext)
    const stripe = { signing_secret: signingSecret, with_tax: false, test_mode: false }
    await workspace.connect('stripe', stripe, system)
    await take(workspace, paidCheckout())
    const event = await SourceEvent.findByOrFail('workspace_id', workspace.id)
    const paths = ['/tracking', '/tracking?language=php', '/tracking/check', '/sources/stripe']
    paths.push('/sources/postback', '/source_events', `/source_events/${event.id}`)
    for (const path of paths) {
      await page.goto(address(path))
      assert.deepEqual(await faultsOf(page), [], path)
    }
  }).timeout(60_000)
})
