import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { base } from '#tests/support/api'
import type { IncomingMessage } from 'node:http'

/** As the bytes come, for `fetch` unpacks them. */
async function bytesOf(path: string, accepted: string) {
  const asked = request(base + path, { headers: { 'Accept-Encoding': accepted } }).end()
  const [answer]: IncomingMessage[] = await once(asked, 'response')
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) }
}

async function assetsOfSignIn() {
  const { body } = await bytesOf('/login', 'identity')
  const html = body.toString()
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
}

test.group('Compression', () => {
  test('a page comes as the browser takes it, and says so to caches', async ({ assert }) => {
    const plain = await bytesOf('/login', 'identity')
    assert.isUndefined(plain.headers['content-encoding'])
    const brotli = await bytesOf('/login', 'gzip, deflate, br')
    assert.equal(brotli.headers['content-encoding'], 'br')
    assert.include(brotliDecompressSync(brotli.body).toString(), '</html>')
    const zipped = await bytesOf('/login', 'gzip, br;q=0')
    assert.equal(zipped.headers['content-encoding'], 'gzip')
    assert.include(gunzipSync(zipped.body).toString(), '</html>')
    for (const { headers } of [plain, brotli, zipped])
      assert.match(String(headers.vary), /Accept-Encoding/i)
  })

  test('scripts and styles are kept compressed, and for ever', async ({ assert }) => {
    const assets = await assetsOfSignIn()
    assert.isAtLeast(assets.length, 2)
    for (const path of assets) {
      const plain = await bytesOf(path, 'identity')
      const packed = await bytesOf(path, 'gzip')
      assert.isTrue(gunzipSync(packed.body).equals(plain.body), path)
      assert.equal(packed.headers['content-type'], plain.headers['content-type'])
      assert.match(packed.headers['cache-control']!, /max-age=31536000, immutable/)
    }
    assert.equal((await bytesOf('/assets/app-00000000.js', 'gzip')).status, 404)
    assert.equal((await bytesOf('/assets/..%2f..%2fpackage-00000000.js', 'gzip')).status, 404)
  })
})
