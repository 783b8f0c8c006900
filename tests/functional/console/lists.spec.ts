import router from '@adonisjs/core/services/router'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import { newId } from '#core/ids'
import { kept } from '#http/search_in'
import { resources } from '#start/resources'
import { Api, base, clientOf } from '#tests/support/api'
import { makeEverything } from '#tests/support/everything'
import { makeAffiliate, makeProgram, makeWorkspace, sell } from '#tests/support/world'
import { cookieOf } from '#tests/support/session'
import type { Listing } from '#http/listing'
import type User from '#models/user'

async function csvOf(user: User, address: string, cookie?: string) {
  const headers = { Cookie: cookie ?? (await cookieOf(user)) }
  const answer = await fetch(`${base}${address}`, { headers })
  const text = await answer.text()
  const rows: Record<string, string>[] = parse(text, { columns: true })
  return { status: answer.status, headers: answer.headers, rows }
}

test.group('Export CSV', () => {
  test('has the fields of the API, names beside ids, and amounts as decimals of their currency', async ({
    assert,
  }) => {
    const { workspace, owner, affiliate, link } = await makeProgram({}, { timezone: 'Asia/Tokyo' })
    await affiliate.merge({ name: '=HYPERLINK("https://evil.example.com")' }).save()
    await sell(workspace, { ref: link.refParam, amount: 9900 })
    await sell(workspace, { ref: link.refParam, amount: 12_345, currency: 'KWD' })
    await sell(workspace, { ref: link.refParam, amount: 5000, currency: 'JPY' })

    const { status, headers, rows } = await csvOf(owner, '/commissions.csv?sort=amount&order=asc')
    assert.equal(status, 200)
    assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8')
    assert.match(
      headers.get('content-disposition')!,
      /^attachment; filename="commissions-\d{4}-\d\d-\d\d\.csv"$/
    )
    assert.deepEqual(
      rows.map(({ amount, currency }) => `${amount} ${currency}`),
      ['1000 JPY', '19.80 USD', '2.469 KWD']
    )
    assert.equal(rows[0].affiliate_id, affiliate.id)
    assert.equal(rows[0].affiliate, `'=HYPERLINK("https://evil.example.com")`)
    assert.equal(rows[0].state, 'pending')
  })

  test('is what is filtered, whole, in its order, whatever page is shown', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const affiliate = await makeAffiliate(workspace)
    const row = await db.from('affiliates').where('id', affiliate.id).first()
    const others = Array.from({ length: 1_100 }, (_, number) => ({
      ...row,
      id: newId('aff'),
      email: `other${number}@example.com`,
      company: number < 1_050 ? 'Among them' : 'Another',
    }))
    for (let at = 0; at < others.length; at += 100)
      await db.table('affiliates').multiInsert(others.slice(at, at + 100))

    const { rows } = await csvOf(owner, '/affiliates.csv?q=among&page=3&limit=20')
    assert.deepEqual(
      rows.map(({ id }) => id),
      others
        .slice(0, 1_050)
        .map(({ id }) => id)
        .reverse()
    )
    const page = await fetch(`${base}/affiliates?q=among`, {
      headers: { Cookie: await cookieOf(owner) },
    })
    assert.include(await page.text(), 'href="/affiliates.csv?q=among"')
  })

  test('shows nobody what their role or workspace does not', async ({ assert }) => {
    const { owner } = await makeProgram()
    const other = await makeProgram()
    await sell(other.workspace, { ref: other.link.refParam })
    const { rows } = await csvOf(owner, '/commissions.csv')
    assert.lengthOf(rows, 0)

    const answer = await fetch(`${base}/commissions.csv`, { redirect: 'manual' })
    assert.equal(answer.status, 302)
  })
})

test.group('Export CSV of every list', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('has the rows of the list in its order, however it is asked', async ({
    assert,
    cleanup,
  }) => {
    const { workspace, owner } = await makeEverything()
    const { body: token } = await new Api().post('/auth/login', {
      email: owner.email,
      password: 'correct horse battery',
    })
    const api = clientOf(token.access_token, workspace)
    const cookie = await cookieOf(owner)
    const usually = kept.most
    cleanup(() => {
      kept.most = usually
    })
    let compared = 0
    for (const { path, lists } of exportable()) {
      for (const query of questionsOf(lists)) {
        const listed = await allOf(api, `/${path}?${query}`)
        const { rows } = await csvOf(owner, `/${path}.csv?${query}`, cookie)
        assert.deepEqual(
          rows.map(({ id }) => id),
          listed.map(({ id }) => id),
          `${path}?${query}`
        )
        compared += listed.length
        if (!query.startsWith('q=')) continue
        // Where many are found they are not kept, and met in the order of the list.
        kept.most = 0
        const { rows: met } = await csvOf(owner, `/${path}.csv?${query}`, cookie)
        kept.most = usually
        assert.deepEqual(met, rows, `${path}?${query}`)
      }
    }
    assert.isAbove(compared, 100)
  }).timeout(120_000)
})

/** The lists of the console that can be had as a file. */
function exportable() {
  const files = Object.values(router.toJSON())
    .flat()
    .flatMap(({ pattern }) => /^\/(\w+)\.csv$/.exec(pattern)?.[1] ?? [])
  return files.map((path) => ({
    path,
    lists: resources.find((one) => one.path === path)!.actions.index!.lists!,
  }))
}

/** Each state, each sort both ways, a search, and a state that is sorted. */
function questionsOf({ states = [], sorts = [], search, begins, filters = [] }: Listing) {
  return [
    '',
    ...states.map((state) => `state=${state}`),
    ...['created_at', ...sorts].flatMap((sort) => [
      `sort=${sort}&order=asc`,
      `sort=${sort}&order=desc`,
    ]),
    ...(states[0] && sorts[0] ? [`state=${states.join()}&sort=${sorts[0]}`] : []),
    ...((search ?? begins) ? ['q=e', 'q=nothing-is-called-so'] : []),
    ...(filters.includes('currency') ? ['currency=USD'] : []),
  ]
}

async function allOf(api: Api, address: string): Promise<{ id: string }[]> {
  const rows: { id: string }[] = []
  for (let page: number | null = 1; page !== null;) {
    const { body, status } = await api.get(`${address}&limit=100&page=${page}`)
    if (status !== 200) throw new Error(`${address}: ${status}`)
    rows.push(...body.data)
    page = body.pagination.next_page
  }
  return rows
}

test.group('Search', () => {
  test('finds money by the name or e-mail of its affiliate', async ({ assert }) => {
    const { workspace, owner, affiliate, link } = await makeProgram()
    await makeAffiliate(workspace, { name: 'Somebody Else' })
    await sell(workspace, { ref: link.refParam })

    const named = await csvOf(owner, `/commissions.csv?q=${affiliate.email.slice(0, 8)}`)
    assert.deepEqual(
      named.rows.map(({ affiliate_id: id }) => id),
      [affiliate.id]
    )
    assert.lengthOf((await csvOf(owner, '/commissions.csv?q=somebody')).rows, 0)
    assert.lengthOf((await csvOf(owner, '/links.csv?q=jane')).rows, 1)
  })

  test('finds money by the order that earned it, and orders by their customer', async ({
    assert,
  }) => {
    const { workspace, owner, link } = await makeProgram()
    const other = await makeProgram()
    for (const number of [10, 11])
      await sell(workspace, { ref: link.refParam, externalId: `order-${number}` })
    await sell(other.workspace, { ref: other.link.refParam, externalId: 'order-10' })
    await sell(workspace, {
      ref: link.refParam,
      externalId: 'another',
      customer: { externalId: 'cust_%', email: 'jane@example.org' },
    })
    const found = async (address: string, field: string) =>
      (await csvOf(owner, address)).rows.map((row) => row[field])

    assert.lengthOf(await found('/commissions.csv?q=order-1', 'id'), 2)
    assert.lengthOf(await found('/commissions.csv?q=order-11', 'id'), 1)
    assert.lengthOf(await found('/commissions.csv?q=JANE@', 'id'), 1)
    assert.deepEqual(await found('/conversions.csv?q=cust_%25', 'external_id'), ['another'])
    assert.deepEqual(await found('/conversions.csv?q=%25', 'external_id'), [])
    assert.deepEqual(await found('/conversions.csv?q=rder-1', 'external_id'), [])
  })
})
