import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { openapi } from '#openapi/document'
import ApiKey from '#models/api_key'
import { resources } from '#start/resources'
import { Api, base } from '#tests/support/api'
import { dueProgram } from '#tests/support/money'
import { pasted } from '#tests/support/pasted'
import { cookieOf } from '#tests/support/session'

const document = openapi(resources)

test.group('API docs', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function reader() {
    const program = await dueProgram()
    const pages = new Api({ Cookie: await cookieOf(program.owner) })
    return { ...program, pages }
  }

  test('have every call of the document, on the page of its part', async ({ assert }) => {
    const { pages } = await reader()
    const start = await pages.page('/api/docs')
    for (const { name } of document.tags) {
      const html = await pages.page(`/api/docs/${name}`)
      const calls = Object.values(document.paths).flatMap((methods) => Object.values(methods))
      const missing = (calls as { operationId: string; tags: string[] }[])
        .filter(({ tags }) => tags[0] === name)
        .filter(({ operationId }) => !html.includes(`id="${operationId}"`))
      assert.deepEqual(missing, [], name)
      assert.include(start, `/api/docs/${name}`)
    }
  })

  test('curl lines work as pasted, once the key is set', async ({ assert }) => {
    const { workspace, owner, pages } = await reader()
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Reader' })
    for (const part of ['affiliates', 'commissions', 'track']) {
      const html = await pages.page(`/api/docs/${part}`)
      const call = part === 'track' ? 'track.sale.store' : `${part}.index`
      const [, line] = new RegExp(`id="${call}"[^]*?data-copy>([^<]+)<`).exec(html)!
      const answer = await pasted(unescaped(line), { KEY: secret! })
      assert.equal(answer.status, part === 'track' ? 201 : 200, `${line}\n${answer.text}`)
    }
  })

  test('are found by the words of path, permission and field', async ({ assert }) => {
    const { pages } = await reader()
    const found = await pages.page('/api/docs?q=approve+payout_run_id+approval')
    assert.include(found, 'POST /api/v1/payout_runs/{payout_run_id}/approval')
    assert.notInclude(found, '/api/v1/affiliates')
    assert.include(await pages.page('/api/docs?q=%3Cscript%3E'), 'No call fits')
  })

  test('a part that is not there is 404, and who is not signed in comes to sign in', async ({
    assert,
  }) => {
    const { owner } = await reader()
    const headers = { Cookie: await cookieOf(owner) }
    const missing = await fetch(`${base}/api/docs/nothing`, { headers })
    assert.equal(missing.status, 404)
    const stranger = await fetch(`${base}/api/docs`, { redirect: 'manual' })
    assert.deepEqual([stranger.status, stranger.headers.get('location')], [302, '/login'])
  })
})

function unescaped(html: string) {
  const entities: Record<string, string> = {
    '&quot;': '"',
    '&#39;': "'",
    '&#x27;': "'",
    '&amp;': '&',
  }
  return html.replaceAll(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
}
