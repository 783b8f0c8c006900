import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { gzipSync } from 'node:zlib'
import ApiKey from '#models/api_key'
import Click from '#models/click'
import Conversion from '#models/conversion'
import { sharedDomains } from '#tracking/browser/snippet'
import { limits } from '#http/rate_limit'
import { base } from '#tests/support/api'
import { makeProgram, unique } from '#tests/support/world'
import { browser, visit } from '#tests/functional/tracking/visits'

const site = 'https://shop.example.com'

async function makeSite() {
  const program = await makeProgram(
    {},
    { snippet: { parameter: 'via', sites: [site], consent: false } }
  )
  const { workspace, owner } = program
  const { secret } = await ApiKey.mint(workspace, owner, { name: 'Site', kind: 'publishable' })
  return { ...program, key: secret! }
}

async function tell(told: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${base}/t`, {
    method: 'POST',
    headers: {
      'Origin': site,
      'User-Agent': browser,
      'X-Forwarded-For': `198.51.100.${unique() % 250}`,
      ...headers,
    },
    body: JSON.stringify(told),
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as any,
  }
}

test.group('POST /t', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('stores a click, and the page of the site may read its id', async ({ assert }) => {
    const { key, link, affiliate } = await makeSite()
    const visitor = 'ab'.repeat(16)
    const { status, headers, body } = await tell({
      ...{ key, type: 'click', ref: link.refParam.toUpperCase(), visitor_id: visitor },
      ...{ url: `${site}/?via=jane`, referrer: 'https://blog.example/' },
    })
    assert.equal(status, 201)
    assert.equal(headers.get('access-control-allow-origin'), site)
    const click = await Click.findOrFail(body.click_id)
    assert.containSubset(click.serialize(), {
      affiliateId: affiliate.id,
      visitorId: visitor,
      landingUrl: `${site}/?via=jane`,
      mark: null,
    })
  })

  test('a visit through a link is asked whose it is, and stored no second time', async ({
    assert,
  }) => {
    const { key, link, workspace } = await makeSite()
    const { to } = await visit(`/r/${link.refParam}`)
    const clickId = to.searchParams.get('click_id')!
    const click = await Click.findOrFail(clickId)
    const { status, body } = await tell({ key, type: 'click', click_id: clickId })
    assert.equal(status, 201)
    assert.deepEqual(body, { click_id: clickId, visitor_id: click.visitorId })
    assert.lengthOf(await Click.query().where('workspace_id', workspace.id), 1)

    await click.merge({ visitorId: 'of our own' }).save()
    const own = await tell({ key, type: 'click', click_id: clickId })
    assert.deepEqual(own.body, { click_id: clickId })

    const other = await makeSite()
    const foreign = await tell({ key: other.key, type: 'click', click_id: clickId })
    assert.deepEqual([foreign.status, foreign.body.details[0].field], [422, 'click_id'])
  })

  test('a lead binds the customer, and is known to come from a browser', async ({ assert }) => {
    const { key, link, affiliate, workspace } = await makeSite()
    const told = { key, type: 'lead', ref: link.refParam, customer: { external_id: 'user-1' } }
    const first = await tell(told)
    assert.deepEqual([first.status, first.body], [202, { ok: true }])
    const again = await tell({ ...told, customer: { external_id: 'user-1', name: 'Other' } })
    assert.deepEqual([again.status, again.body], [202, { ok: true }])

    const [conversion, ...others] = await Conversion.query().where('workspace_id', workspace.id)
    assert.isEmpty(others)
    assert.containSubset(conversion.serialize(), {
      externalId: 'browser-lead:user-1',
      kind: 'lead',
      source: 'browser',
      amount: 0,
      affiliateId: affiliate.id,
      customerName: null,
    })
  })

  test('a lead may name its customer by the e-mail address alone', async ({ assert }) => {
    const { key, workspace } = await makeSite()
    await tell({ key, type: 'lead', customer: { email: 'Buyer@Example.com' } })
    const conversion = await Conversion.findByOrFail('workspace_id', workspace.id)
    assert.equal(conversion.customerEmail, 'buyer@example.com')
    assert.match(conversion.customerExternalId, /^email:[0-9a-f]{64}$/)
  })

  test('another site is refused, and may not read the answer', async ({ assert }) => {
    const { key, link } = await makeSite()
    for (const origin of [
      'https://evil.example',
      'https://shop.example.com.evil.example',
      'null',
    ]) {
      const { status, headers } = await tell(
        { key, type: 'click', ref: link.refParam },
        { Origin: origin }
      )
      assert.equal(status, 403)
      assert.isNull(headers.get('access-control-allow-origin'))
    }
  })

  test('only a publishable key that works is taken', async ({ assert }) => {
    const { key, link, workspace, owner } = await makeSite()
    const secret = await ApiKey.mint(workspace, owner, { name: 'Secret' })
    for (const wrong of [secret.secret!, 'trb_pub_x', `${key.slice(0, -1)}_`]) {
      const { status, body } = await tell({ key: wrong, type: 'click', ref: link.refParam })
      assert.deepEqual([status, body.code], [401, 'INVALID_API_KEY'])
    }
    const disabled = await ApiKey.findByOrFail({ workspace_id: workspace.id, kind: 'publishable' })
    await disabled.disable(owner.actor)
    const { status } = await tell({ key, type: 'click', ref: link.refParam })
    assert.equal(status, 401)
  })

  test('the link of another workspace is none of this one', async ({ assert }) => {
    const { key } = await makeSite()
    const other = await makeProgram()
    const { status, body } = await tell({ key, type: 'click', ref: other.link.refParam })
    assert.deepEqual([status, body.details[0].field], [422, 'ref'])
  })

  test('what is no beacon is refused: {$self}')
    .with([
      { type: 'sale' },
      { type: 'click' },
      { type: 'lead' },
      { type: 'lead', customer: {} },
      { type: 'click', ref: 'jane', visitor_id: 'x' },
      { type: 'click', ref: 'a\0b' },
    ])
    .run(async ({ assert }, told) => {
      const { key } = await makeSite()
      const { status } = await tell({ key, ...told })
      assert.equal(status, 422)
    })

  test('a body that is too large, or no JSON', async ({ assert }) => {
    const large = await tell({ key: 'x'.repeat(20_000) })
    assert.equal(large.status, 413)
    const response = await fetch(`${base}/t`, { method: 'POST', body: 'hello' })
    assert.equal(response.status, 400)
  })

  test('one address may not tell much in a minute', async ({ assert, cleanup }) => {
    const { key, link } = await makeSite()
    const usual = limits.browser
    limits.browser = 2
    cleanup(() => void (limits.browser = usual))
    const from = { 'X-Forwarded-For': `203.0.113.${unique() % 250}` }
    const answers = []
    for (let time = 0; time < 3; time++)
      answers.push((await tell({ key, type: 'click', ref: link.refParam }, from)).status)
    assert.deepEqual(answers, [201, 201, 429])
  })
})

test.group('GET /t.js', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is the script with the settings of the workspace, under 2 kB', async ({ assert }) => {
    const { key, workspace, owner } = await makeSite()
    await workspace.change(
      { snippet: { parameter: 'partner', sites: [], consent: true } },
      owner.actor
    )
    const response = await fetch(`${base}/t.js?key=${key}`)
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8')
    assert.equal(response.headers.get('cache-control'), 'public, max-age=300')
    assert.isNull(response.headers.get('set-cookie'))

    const script = await response.text()
    assert.include(script, '"parameter":"partner","consent":true,"model":"last","days":60')
    assert.isBelow(gzipSync(script).length, 2_048)
    new Function(script)
  })

  test('its cookie lives as long as the longest that a campaign counts', async ({ assert }) => {
    const { key, campaign } = await makeSite()
    await campaign.merge({ cookieDays: 90 }).save()
    const response = await fetch(`${base}/t.js?key=${key}`)
    assert.include(await response.text(), '"days":90')
  })

  test('its cookie is of the domain that sites share: {sites}')
    .with([
      { sites: ['https://www.example.com', 'https://app.example.com'], shared: ['example.com'] },
      { sites: ['https://example.com', 'https://app.example.com'], shared: ['example.com'] },
      { sites: ['https://a.one.example', 'https://two.example'], shared: [] },
      { sites: ['http://localhost:1', 'http://localhost:2'], shared: [] },
      { sites: ['http://10.0.0.1', 'http://10.1.0.1'], shared: [] },
      { sites: ['https://shop.example.com'], shared: [] },
    ])
    .run(({ assert }, { sites, shared }) => assert.deepEqual(sharedDomains(sites), shared))

  test('without a key there is none', async ({ assert }) => {
    const response = await fetch(`${base}/t.js`)
    assert.equal(response.status, 401)
  })
})
