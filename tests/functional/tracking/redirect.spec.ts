import { createHash } from 'node:crypto'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { isId } from '#core/ids'
import Click from '#models/click'
import { makeProgram } from '#tests/support/world'
import { clickIdOf, visit } from '#tests/functional/tracking/visits'

test.group('GET /r/:ref_param', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('stores the click and sends the visitor on with its id', async ({ assert }) => {
    const { workspace, affiliate, campaign, link } = await makeProgram()
    const answer = await visit(`/r/${link.refParam}`, { Referer: 'https://blog.example.org/post' })
    assert.equal(answer.status, 302)
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.equal(answer.to.origin, 'https://shop.example.com')
    assert.equal(answer.to.searchParams.get('via'), link.refParam)
    assert.isTrue(isId(clickIdOf(answer), 'clk'))

    const click = await Click.findOrFail(clickIdOf(answer))
    assert.containSubset(click.serialize(), {
      workspaceId: workspace.id,
      affiliateId: affiliate.id,
      campaignId: campaign.id,
      linkId: link.id,
      mark: null,
      referrer: 'https://blog.example.org/post',
      landingUrl: 'https://shop.example.com/',
    })
    assert.match(click.ipHash!, /^[0-9a-f]{64}$/)
    assert.notInclude(JSON.stringify(click.serialize()), '127.0.0.1')
  })

  test('carries no session, no CSRF cookie and no request id of the console', async ({
    assert,
  }) => {
    const { link } = await makeProgram()
    const { headers } = await visit(`/r/${link.refParam}`)
    assert.lengthOf(headers['set-cookie']!, 1)
    assert.match(
      headers['set-cookie']![0],
      /^trb_v=[0-9a-f]{32}; Path=\/; Max-Age=5184000; HttpOnly; SameSite=Lax$/
    )
  })

  test('the cookie is for https alone where a trusted proxy says that the visitor came by it', async ({
    assert,
  }) => {
    const { link } = await makeProgram()
    const isSecure = async (protocol: string) => {
      const { headers } = await visit(`/r/${link.refParam}`, { 'X-Forwarded-Proto': protocol })
      return headers['set-cookie']![0].endsWith('; SameSite=Lax; Secure')
    }
    assert.isTrue(await isSecure('https'))
    assert.isFalse(await isSecure('http'))
  })

  test('knows a visitor again by the cookie, for the days of the campaign', async ({ assert }) => {
    const { link } = await makeProgram({ cookieDays: 7 })
    const first = await visit(`/r/${link.refParam}`)
    const [cookie] = first.headers['set-cookie']![0].split(';')
    const second = await visit(`/r/${link.refParam}`, { Cookie: `theme=dark; ${cookie}; other=1` })
    assert.include(second.headers['set-cookie']![0], `${cookie}; Path=/; Max-Age=604800;`)

    const clicks = await Click.query().whereIn('id', [clickIdOf(first), clickIdOf(second)])
    assert.deepEqual([...new Set(clicks.map(({ visitorId }) => `trb_v=${visitorId}`))], [cookie])
  })

  test('carries the parameters of the request over, but for those that the destination sets itself', async ({
    assert,
  }) => {
    const { link } = await makeProgram({
      destinationUrl: 'https://shop.example.com/a?plan=pro&click_id=old#buy',
    })
    const { to } = await visit(
      `/r/${link.refParam}?utm_source=x%20y&plan=free&via=mallory&click_id=clk_1&tag=a&tag=b`
    )
    assert.equal(to.pathname, '/a')
    assert.equal(to.hash, '#buy')
    assert.deepEqual(to.searchParams.getAll('plan'), ['pro'])
    assert.deepEqual(to.searchParams.getAll('tag'), ['a', 'b'])
    assert.equal(to.searchParams.get('utm_source'), 'x y')
    assert.deepEqual(to.searchParams.getAll('via'), [link.refParam])
    assert.match(to.searchParams.getAll('click_id').join(), /^clk_[0-9a-z]{26}$/)
  })

  test('to= leads to a page on the host of the campaign', async ({ assert }) => {
    const { link } = await makeProgram()
    const { to } = await visit(
      `/r/${link.refParam}?to=${encodeURIComponent('/pricing?plan=pro#top')}`
    )
    assert.equal(to.origin + to.pathname, 'https://shop.example.com/pricing')
    assert.equal(to.searchParams.get('plan'), 'pro')
    assert.equal(to.hash, '#top')
    assert.isFalse(to.searchParams.has('to'))
  })

  test('to= leads nowhere else: {$self}')
    .with([
      '//evil.example',
      '/\\evil.example',
      'https://evil.example/',
      '/\t/evil.example',
      'javascript:alert(1)',
      '\\\\evil',
    ])
    .run(async ({ assert }, to) => {
      const { link } = await makeProgram()
      const answer = await visit(`/r/${link.refParam}?to=${encodeURIComponent(to)}`)
      assert.equal(answer.to.origin, 'https://shop.example.com')
    })

  test('a link with a destination of its own leads there', async ({ assert }) => {
    const { link } = await makeProgram()
    await link.merge({ destinationUrl: 'https://other.example.com/landing' }).save()
    const { to } = await visit(`/r/${link.refParam}`)
    assert.equal(to.origin + to.pathname, 'https://other.example.com/landing')
  })

  test('the case of the ref does not matter', async ({ assert }) => {
    const { link } = await makeProgram()
    const { status, to } = await visit(`/r/${link.refParam.toUpperCase()}/`)
    assert.equal(status, 302)
    assert.equal(to.searchParams.get('via'), link.refParam)
  })

  test('another method is no visit', async ({ assert }) => {
    const { link } = await makeProgram()
    const { status, headers } = await visit(`/r/${link.refParam}`, {}, 'POST')
    assert.equal(status, 405)
    assert.equal(headers.allow, 'GET, HEAD')
  })

  test('an unknown ref is answered with a page', async ({ assert }) => {
    const { status, headers, body } = await visit('/r/nobody-has-this-one')
    assert.equal(status, 404)
    assert.equal(headers['content-type'], 'text/html; charset=utf-8')
    assert.equal(headers['cache-control'], 'no-store')
    assert.include(body, 'This link leads nowhere')
    assert.notInclude(body, 'nobody-has-this-one')
    const [, style] = /<style>(.*)<\/style>/s.exec(body)!
    const hash = createHash('sha256').update(style).digest('base64')
    assert.equal(
      headers['content-security-policy'],
      `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'`
    )
  })
})
