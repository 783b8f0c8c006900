import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { uuidOf } from '#core/ids'
import Link from '#models/link'
import { faults, Foreign, programWithKey } from '#tests/functional/dialects/client'
import { base } from '#tests/support/api'
import { pasted } from '#tests/support/pasted'
import { makeProgram } from '#tests/support/world'

const path = '/v2/access/promotions/tracking-links'

test.group('A client of OFAuth', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function moved(about: Parameters<typeof programWithKey>[0] = {}) {
    const program = await programWithKey(about)
    const headers = { 'apiKey': program.secret, 'x-connection-id': program.affiliate.id }
    return { ...program, headers, ofauth: new Foreign('/ofauth', headers) }
  }

  test('makes a tracking link as its document says, with curl', async ({ assert }) => {
    const { affiliate, campaign, secret } = await moved()
    const line = `curl "$BASE${path}" -H "apiKey: $KEY" -H "x-connection-id: ${uuidOf(affiliate.id)}" \
      -H "Content-Type: application/json" -d '{"name": "Spring promotion"}'`
    const { status, text } = await pasted(line, { BASE: `${base}/compat/ofauth`, KEY: secret })
    assert.equal(status, 200)
    const answer = JSON.parse(text)
    assert.deepEqual(faults('ofauth', 'Answer', answer), [])
    const link = await Link.query()
      .where('affiliate_id', affiliate.id)
      .where('number', answer.id)
      .firstOrFail()
    assert.deepEqual([link.name, link.campaignId], ['Spring promotion', campaign.id])
  })

  test('gets a number of its own for each link, never one of a deleted link', async ({
    assert,
  }) => {
    const { owner, ofauth } = await moved()
    const make = async () => (await ofauth.post(path, { name: 'Again', unknown: true })).body.id
    const first = await make()
    const second = await make()
    await (await Link.findByOrFail('number', second)).remove(owner.actor)
    assert.deepEqual([second, await make()], [first + 1, first + 2])
  })

  test('is refused with the statuses of its document', async ({ assert }) => {
    const { secret, headers, ofauth } = await moved()
    const stranger = await makeProgram()
    const reads = await moved({ permissions: { 'v1.links.read': true } })
    const as = (given: Record<string, string>) => new Foreign('/ofauth', given)
    const name = { name: 'Spring' }
    const refusals = [
      [await ofauth.post(path, {}), 400],
      [await ofauth.post(path, { name: 'x'.repeat(101) }), 400],
      [await ofauth.post(path, '{"name":'), 400],
      [await as({ 'x-connection-id': headers['x-connection-id'] }).post(path, name), 401],
      [await as({ ...headers, apiKey: 'wrong' }).post(path, name), 401],
      [await as({ apiKey: secret }).post(path, name), 403],
      [await as({ ...headers, 'x-connection-id': stranger.affiliate.id }).post(path, name), 403],
      [await reads.ofauth.post(path, name), 403],
    ] as const
    for (const [{ status, body }, expected] of refusals)
      assert.equal(status, expected, JSON.stringify(body))
    const { body } = await reads.ofauth.post(path, name)
    assert.deepEqual(body.details, { need: 'promotions:write' })
  })
})
