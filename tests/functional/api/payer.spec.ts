import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Event from '#models/event'
import Workspace from '#models/workspace'
import { apiOf } from '#tests/support/api'
import { makeWorkspace } from '#tests/support/world'

const iban = 'DE89370400440532013000'
const paypal = { client_id: 'client-1', client_secret: 'hush-hush', environment: 'sandbox' }

test.group('The payer, by the API', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function account() {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    return { workspace, api, set: (payer: object) => api.patch('/workspace', { payer }) }
  }

  test('is encrypted at rest, its secret never shown, each change an event', async ({ assert }) => {
    const { workspace, api, set } = await account()
    const first = await set({ name: 'Acme GmbH', iban: 'de89 3704 0044 0532 0130 00', paypal })
    assert.equal(first.status, 200)
    assert.deepEqual(first.body.payer, {
      name: 'Acme GmbH',
      iban,
      bic: null,
      paypal: { client_id: 'client-1', environment: 'sandbox' },
    })
    const shown = await api.get('/workspace')
    assert.notInclude(first.text + shown.text, 'hush-hush')

    const row = await Workspace.findOrFail(workspace.id)
    assert.notMatch(JSON.stringify(row.$attributes), /hush|37040044|Acme GmbH/)
    assert.equal(row.payer.paypal?.client_secret, 'hush-hush')

    await set({ bic: 'COBADEFFXXX' })
    await set({ bic: 'COBADEFFXXX' })
    const events = await Event.query()
      .where({ subject_id: workspace.id, type: 'workspace.payer_changed' })
      .orderBy('subject_seq')
    assert.deepEqual(
      events.map(({ data }) => data),
      [{ changed: ['name', 'iban', 'paypal'] }, { changed: ['bic'] }]
    )
  })

  test('a secret stays until another client is named, and null takes away', async ({ assert }) => {
    const { workspace, set } = await account()
    await set({ paypal })
    const without = { client_id: 'client-1', environment: 'sandbox' }
    assert.equal((await set({ paypal: without })).status, 200)
    assert.equal((await set({ paypal: { ...without, environment: 'live' } })).status, 422)
    assert.equal((await set({ paypal: { ...without, client_id: 'client-2' } })).status, 422)
    await workspace.refresh()
    assert.deepEqual(workspace.payer.paypal, paypal as never)

    const gone = await set({ paypal: null, name: null })
    assert.deepEqual(gone.body.payer, { name: null, iban: null, bic: null, paypal: null })
  })

  test('is refused where no bank could pay from it', async ({ assert }) => {
    const { set } = await account()
    const wrong = [
      { iban: 'DE89370400440532013001' },
      { iban: 'SA0380000000608010167519' },
      { bic: 'COBA' },
      { name: '株式会社' },
      { name: 'x'.repeat(71) },
      { paypal: { client_id: 'c', environment: 'moon', client_secret: 's' } },
      { secret: 'x' },
    ]
    for (const payer of wrong) assert.equal((await set(payer)).status, 422, JSON.stringify(payer))
  })
})
