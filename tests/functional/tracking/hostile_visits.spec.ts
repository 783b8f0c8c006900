import { connect } from 'node:net'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Click from '#models/click'
import { makeProgram } from '#tests/support/world'
import { browser, clickIdOf, visit } from '#tests/functional/tracking/visits'

/** What a server says to bytes that no client library would send: its first line. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(process.env.PORT), process.env.HOST)
    let answer = ''
    socket.on('data', (bytes) => (answer += bytes))
    socket.on('close', () => resolve(answer.split('\r\n')[0])).on('error', reject)
    socket.write(text, 'latin1')
  })
}

test.group('Hostile visits', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a ref that cannot be one is a page, without asking the database: {$self}')
    .with([
      '',
      'a',
      'x'.repeat(65),
      '%00',
      '%C0%80',
      '%ff%fe',
      '%',
      "jane'%20or%20'1'='1",
      '%3Cscript%3Ealert(1)%3C/script%3E',
      '..%2f..%2fetc%2fpasswd',
      'jane/more',
      'jane;x',
    ])
    .run(async ({ assert }, ref) => {
      const { status, body } = await visit(`/r/${ref}`)
      assert.equal(status, 404)
      assert.notInclude(body, '<script')
    })

  test('a query of any bytes is carried over escaped: {$self}')
    .with([
      '%',
      '%ff%fe=1',
      '=&&=',
      'a=%0d%0aSet-Cookie:x=1',
      '__proto__=1&constructor=2',
      'a='.repeat(3000),
      'to=%00',
      'to=/%0d%0ax',
    ])
    .run(async ({ assert }, query) => {
      const { link } = await makeProgram()
      const answer = await visit(`/r/${link.refParam}?${query}`)
      assert.equal(answer.status, 302)
      assert.equal(answer.to.origin, 'https://shop.example.com')
      assert.lengthOf(answer.headers['set-cookie']!, 1)
      assert.isNotNull(await Click.find(clickIdOf(answer)))
    })

  test('a header of any bytes is stored as text', async ({ assert }) => {
    const { link } = await makeProgram()
    const headers = {
      'User-Agent': Buffer.from('Mözilla 日本 '.repeat(200) + '\xff\xfe').toString('latin1'),
      'Referer': `https://x.example/${'é'.repeat(2000)}`,
      'Cookie': 'trb_v=not-hex; trb_v=%00; =; ;;',
      'X-Forwarded-For': "1.2.3.4, ' OR 1=1, , ::::",
    }
    const answer = await visit(`/r/${link.refParam}`, headers)
    assert.equal(answer.status, 302)

    const click = await Click.findOrFail(clickIdOf(answer))
    assert.isTrue(click.userAgent!.startsWith('Mözilla 日本 '))
    assert.isAtMost(click.userAgent!.length, 1000)
    assert.isAtMost(click.referrer!.length, 1000)
    assert.match(click.visitorId, /^[0-9a-f]{32}$/)
  })

  test('what a database might take for its own is stored as it came: {$self}')
    .with(['"', '\\', '\\"', 'NULL', '{a,"b"}', "'; drop table clicks; --", '\\u0000', '$1'])
    .run(async ({ assert }, userAgent) => {
      const { link } = await makeProgram()
      const answer = await visit(`/r/${link.refParam}`, { 'User-Agent': userAgent })
      const click = await Click.findOrFail(clickIdOf(answer))
      assert.equal(click.userAgent, userAgent)
    })

  test('bytes that are no UTF-8 are left out', async ({ assert }) => {
    const { link } = await makeProgram()
    const line = await sendRaw(
      `GET /r/${link.refParam} HTTP/1.1\r\nHost: x\r\nUser-Agent: ${browser}\r\nReferer: https://x.example/\xff\xfe\r\nConnection: close\r\n\r\n`
    )
    assert.include(line, '302')
    const click = await Click.findByOrFail('link_id', link.id)
    assert.equal(click.referrer, 'https://x.example/')
  })

  test('a campaign whose destination is no address of the web leads nowhere: {$self}')
    .with(['javascript:alert(1)', 'not a url', '', 'file:///etc/passwd'])
    .run(async ({ assert }, destinationUrl) => {
      const { link } = await makeProgram({ destinationUrl })
      const { status } = await visit(`/r/${link.refParam}`)
      assert.equal(status, 404)
    })

  test('the address is that of the client behind a trusted proxy, and is the same hash for a month', async ({
    assert,
  }) => {
    const { link } = await makeProgram()
    const from = async (forwarded: string) => {
      const answer = await visit(`/r/${link.refParam}`, { 'X-Forwarded-For': forwarded })
      const click = await Click.findOrFail(clickIdOf(answer))
      return click.ipHash
    }
    const plain = await from('198.51.100.7')
    assert.equal(await from('203.0.113.9, 198.51.100.7'), plain)
    assert.equal(await from('198.51.100.7, 127.0.0.1'), plain)
    const other = await from('198.51.100.8')
    assert.notEqual(other, plain)
  })
})
