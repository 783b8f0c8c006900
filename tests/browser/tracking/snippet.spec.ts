import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { chromium, type Browser, type Page } from 'playwright'
import ApiKey from '#models/api_key'
import Click from '#models/click'
import Conversion from '#models/conversion'
import { address } from '#tests/browser/settings/console'
import { browser as userAgent } from '#tests/functional/tracking/visits'
import { makeProgram } from '#tests/support/world'
import type { SnippetSettings } from '#models/types'
import type { CampaignSchema } from '#database/schema'

interface Kept {
  click_id?: string
  visitor_id?: string
  reference?: string
}

type Tributary = (command: string, told?: unknown) => Promise<Kept>

/** A shop on a site of its own (localhost, where Tributary is 127.0.0.1), with the snippet on each of its pages. */
class Shop {
  #server: Server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(
      `<!doctype html><title>Shop</title>
       <script>window.tributary = window.tributary || function () { (tributary.q = tributary.q || []).push(arguments) }</script>
       <script async src="${address(`/t.js?key=${this.key}`)}"></script>
       <form><input type="hidden" name="click" data-tributary="click_id"></form>
       <a href="https://buy.stripe.com/test_1?a=b">Buy</a>`
    )
  })
  key = ''
  origin = ''

  async open() {
    this.#server.listen(0, 'localhost')
    await once(this.#server, 'listening')
    this.origin = `http://localhost:${(this.#server.address() as AddressInfo).port}`
  }

  close() {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

test.group('The snippet, in a browser that blocks third-party cookies', (group) => {
  const shop = new Shop()
  let chrome: Browser

  group.setup(async () => {
    await shop.open()
    chrome = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--test-third-party-cookie-phaseout'],
    })
    return async () => {
      await chrome.close()
      shop.close()
    }
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function makeSite(
    snippet: Partial<SnippetSettings> = {},
    terms: Partial<CampaignSchema> = {}
  ) {
    const program = await makeProgram(
      { destinationUrl: `${shop.origin}/`, ...terms },
      { snippet: { parameter: 'via', sites: [shop.origin], consent: false, ...snippet } }
    )
    const { workspace, owner } = program
    const key = await ApiKey.mint(workspace, owner, { name: 'Site', kind: 'publishable' })
    shop.key = key.secret!
    return program
  }

  async function openPage({ privacyControl = false } = {}) {
    const context = await chrome.newContext({ userAgent })
    if (privacyControl) {
      await context.addInitScript(() =>
        Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })
      )
    }
    const page = await context.newPage()
    return { page, close: () => context.close() }
  }

  /** What the snippet has kept, once it is loaded and done. */
  async function idsOn(page: Page): Promise<Kept> {
    await page.waitForFunction(
      () => !('q' in (window as unknown as { tributary: object }).tributary)
    )
    return page.evaluate(() => (window as unknown as { tributary: Tributary }).tributary('ids'))
  }

  function cookiesOn(page: Page) {
    return page.evaluate(() => document.cookie)
  }

  test('a visit through a link is kept, goes into forms and payment links, and earns by a lead', async ({
    assert,
    cleanup,
  }) => {
    const { link, affiliate, workspace } = await makeSite()
    const { page, close } = await openPage()
    cleanup(close)
    await page.goto(address(`/r/${link.refParam}`))
    assert.equal(new URL(page.url()).origin, shop.origin)
    const clickId = new URL(page.url()).searchParams.get('click_id')!
    const kept = await idsOn(page)
    assert.equal(kept.click_id, clickId)
    assert.equal(kept.reference, clickId)
    const visitorId = (await Click.findOrFail(clickId)).visitorId
    assert.equal(kept.visitor_id, visitorId)
    assert.equal(await page.locator('[name=click]').inputValue(), clickId)
    assert.equal(
      await page.getByRole('link', { name: 'Buy' }).getAttribute('href'),
      `https://buy.stripe.com/test_1?a=b&client_reference_id=${clickId}`
    )

    await page.goto(`${shop.origin}/checkout`)
    assert.deepEqual(await idsOn(page), kept)
    await page.evaluate(() =>
      (window as unknown as { tributary: Tributary }).tributary('lead', { external_id: 'user-1' })
    )
    const lead = await Conversion.findByOrFail('workspace_id', workspace.id)
    assert.containSubset(lead.serialize(), {
      affiliateId: affiliate.id,
      clickId,
      source: 'browser',
      attributedBy: 'click',
    })
  })

  test('an address of the site that names a link counts as a click, once per arrival', async ({
    assert,
    cleanup,
  }) => {
    const { link } = await makeSite({ parameter: 'partner' })
    const { page, close } = await openPage()
    cleanup(close)
    await page.goto(`${shop.origin}/pricing?partner=${link.refParam}`)
    const kept = await idsOn(page)
    const click = await Click.findOrFail(kept.click_id)
    assert.containSubset(click.serialize(), {
      linkId: link.id,
      visitorId: kept.visitor_id,
      mark: null,
      landingUrl: `${shop.origin}/pricing?partner=${link.refParam}`,
    })

    await page.goto(`${shop.origin}/other`)
    assert.deepEqual(await idsOn(page), kept)
    assert.lengthOf(await Click.query().where('link_id', link.id), 1)
  })

  test('whoever came by no link is told of to nobody', async ({ assert, cleanup }) => {
    await makeSite()
    const { page, close } = await openPage()
    cleanup(close)
    const told: string[] = []
    page.on('request', (request) => told.push(request.url()))
    await page.goto(shop.origin)
    assert.deepEqual(await idsOn(page), {})
    assert.equal(await cookiesOn(page), '')
    assert.isEmpty(told.filter((url) => url.endsWith('/t')))
  })

  test('with Global Privacy Control nothing is kept and nothing is sent', async ({
    assert,
    cleanup,
  }) => {
    const { link, workspace } = await makeSite()
    const { page, close } = await openPage({ privacyControl: true })
    cleanup(close)
    await page.goto(`${shop.origin}/?via=${link.refParam}`)
    assert.deepEqual(await idsOn(page), {})
    await page.evaluate(async () => {
      const { tributary } = window as unknown as { tributary: Tributary }
      await tributary('consent', true)
      await tributary('lead', { external_id: 'user-1' })
    })
    assert.equal(await cookiesOn(page), '')
    assert.isNull(await Click.findBy('link_id', link.id))
    assert.isNull(await Conversion.findBy('workspace_id', workspace.id))
  })

  test('where consent is asked for, nothing is kept before it, and nothing after its end', async ({
    assert,
    cleanup,
  }) => {
    const { link } = await makeSite({ consent: true })
    const { page, close } = await openPage()
    cleanup(close)
    await page.goto(`${shop.origin}/?via=${link.refParam}`)
    assert.deepEqual(await idsOn(page), {})
    assert.equal(await cookiesOn(page), '')

    const consent = (given: boolean) =>
      page.evaluate(
        (yes) => (window as unknown as { tributary: Tributary }).tributary('consent', yes),
        given
      )
    await consent(true)
    await consent(true)
    const kept = await idsOn(page)
    assert.lengthOf(await Click.query().where('link_id', link.id), 1)
    assert.isNotNull(await Click.find(kept.click_id))
    assert.include(await cookiesOn(page), kept.click_id!)

    await consent(false)
    assert.deepEqual(await idsOn(page), {})
    assert.equal(await cookiesOn(page), '')
  })

  test('who arrives at one site of a domain may buy at another', async ({ assert, cleanup }) => {
    const { port } = new URL(shop.origin)
    const [www, checkout] = ['www', 'app'].map((name) => `http://${name}.shop.localhost:${port}`)
    const { link } = await makeSite({ sites: [www, checkout] })
    const { page, close } = await openPage()
    cleanup(close)
    await page.goto(`${www}/?via=${link.refParam}`)
    const kept = await idsOn(page)
    assert.isDefined(kept.click_id)
    await page.goto(`${checkout}/`)
    assert.deepEqual(await idsOn(page), kept)
    await page.goto(shop.origin)
    assert.deepEqual(await idsOn(page), {})
  })

  test('with first clicks the first stays, for its own days', async ({ assert, cleanup }) => {
    const { link, workspace } = await makeSite()
    await workspace.merge({ attribution: 'first' }).save()
    const { page, close } = await openPage()
    cleanup(close)
    await page.goto(`${shop.origin}/?via=${link.refParam}`)
    const kept = await idsOn(page)
    const [{ expires }] = await page.context().cookies(shop.origin)
    await page.goto(address(`/r/${link.refParam}`))
    assert.deepEqual(await idsOn(page), kept)
    const [cookie] = await page.context().cookies(shop.origin)
    assert.equal(cookie.expires, expires)
  })
})
