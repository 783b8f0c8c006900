import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { newId } from '#core/ids'
import PayoutMethod from '#models/payout_method'
import { rollUpClicks } from '#tracking/rollup'
import { counted } from '#tests/support/counted'
import { isForKeys, routes } from '#tests/support/actions'
import { apiOf } from '#tests/support/api'
import { apiWorld } from '#tests/support/api_world'
import { makeAffiliate } from '#tests/support/world'
import type { Shape } from '#openapi/shape'

test.group('Expansions', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  /** Ids of what is no resource of the account, or of no one kind. */
  const notShown = ['created_by_id', 'domain_id', 'visitor_id', 'external_id', 'subscription_id']
  const ofOthers = ['subject_id', 'actor_id', 'customer_external_id', 'conversion_external_id']
  const ofSources = ['object_id', 'payment_id']
  const notRows = [...notShown, ...ofOthers, ...ofSources]

  const reads = routes.filter(
    ({ verb, action, resource }) =>
      ['index', 'show'].includes(verb) &&
      isForKeys({ action }) &&
      resource.transformer &&
      !action.gives &&
      !resource.path.includes('statements')
  )

  test('each field x_id expands as x', ({ assert }) => {
    const missing = reads.flatMap(({ name, action, resource }) => {
      const { properties } = resource.transformer!.shape as { properties: Record<string, Shape> }
      const ids = Object.keys(properties).filter(
        (field) => field.endsWith('_id') && !notRows.includes(field)
      )
      const known = Object.keys(action.lists?.expands ?? {})
      return ids
        .filter((id) => !known.includes(id.replace(/_id$/, '')))
        .map((id) => `${name}: ${id}`)
    })
    assert.deepEqual(missing, [])
  })

  test('all at once, on every list and every row', async ({ assert }) => {
    const { api, pathOf } = await apiWorld()
    for (const route of reads) {
      const names = Object.keys(route.action.lists?.expands ?? {})
      if (names.length === 0 || pathOf(route).includes('/none')) continue
      const { status, body, text } = await api.get(`${pathOf(route)}?expand=${names}`)
      assert.equal(status, 200, `${route.name}: ${text}`)
      for (const row of body.data ?? [body]) {
        for (const name of names) {
          if (Array.isArray(row[name])) continue
          assert.equal(row[name]?.id ?? null, row[`${name}_id`], `${route.name} ${name}`)
        }
      }
    }
  })

  test('show nothing that the key may not read by itself', async ({ assert }) => {
    const { workspace, owner, pathOf } = await apiWorld()
    for (const route of reads) {
      for (const [name, { may }] of Object.entries(route.action.lists?.expands ?? {})) {
        const api = await apiOf(workspace, owner, { all: true, [may]: false })
        if (may === route.action.may) continue
        const { status, body } = await api.get(`${pathOf(route)}?expand[]=${name}`)
        assert.deepEqual([status, body.details], [403, { need: may }], `${route.name} ${name}`)
      }
    }
  })

  test('what is counted is right wherever it is shown', async ({ assert }) => {
    const { api, affiliate, link, ids, owner } = await apiWorld()
    await rollUpClicks()
    const one = { clicks: 1 }
    assert.containSubset((await api.get(`/links/${link.id}`)).body, one)
    assert.containSubset((await api.patch(`/links/${link.id}`, { name: 'A' })).body, one)
    assert.containSubset((await api.get('/clicks?expand=link')).body.data[0].link, one)
    const { links } = (await api.get(`/affiliates/${affiliate.id}?expand=links`)).body
    assert.containSubset(links, [{ id: link.id, ...one }])

    await api.post(`/payout_runs/${ids.payout_runs}/approval`)
    const path = `/payouts/${ids.payouts}`
    const { body: payout } = await api.get(`${path}?expand=run`)
    assert.equal(payout.lines_count, 2)
    assert.lengthOf(payout.run.approvals, 1)
    const { body: paid } = await api.post(`${path}/payment`, { reference: 'bank-1' })
    assert.equal(paid.lines_count, 2)

    const destination = { email: 'jane@example.com' }
    await PayoutMethod.choose(affiliate, { kind: 'paypal', destination }, owner.actor)
    for (const shown of [
      (await api.get(`/affiliates/${affiliate.id}`)).body,
      (await api.patch(`/affiliates/${affiliate.id}`, { name: 'Jane' })).body,
      (await api.get(`${path}?expand=affiliate`)).body.affiliate,
    ])
      assert.equal(shown.method_masked, 'j•••@example.com')
  })

  test('1,000 rows with three of them cost as many queries a page as three rows', async ({
    assert,
  }) => {
    const { api, workspace, commission } = await apiWorld()
    const row = await db.from('commissions').where('id', commission.id).firstOrFail()
    const affiliates = [row.affiliate_id]
    for (let made = 0; made < 9; made++) affiliates.push((await makeAffiliate(workspace)).id)
    const page = (query: string) =>
      counted(() => api.get(`/commissions?expand=affiliate,campaign,conversion&${query}`))
    await page('limit=3')
    const few = await page('limit=3')

    const rows = Array.from({ length: 1_000 }, (_, number) => ({
      ...row,
      id: newId('com'),
      affiliate_id: affiliates[number % affiliates.length],
    }))
    for (let from = 0; from < rows.length; from += 100)
      await db.table('commissions').multiInsert(rows.slice(from, from + 100))
    const first = await page('limit=100')
    assert.equal(first.queries, few.queries)
    let seen: { id: string; affiliate: { id: string }; affiliate_id: string }[] = first.body.data
    let next = seen.at(-1)!.id
    while (next) {
      const { body, queries } = await page(`limit=100&starting_after=${next}`)
      assert.isAtMost(queries, few.queries)
      seen = [...seen, ...body.data]
      next = body.pagination.next_cursor
    }
    assert.isAtLeast(new Set(seen.map(({ id }) => id)).size, 1_000)
    assert.isTrue(seen.every((one) => one.affiliate.id === one.affiliate_id))
  })
})
