import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { later, makeAffiliate, makeProgram, makeWorkspace, sell } from '#tests/support/world'
import { isForKeys, routes } from '#tests/support/actions'
import { apiOf, type Api } from '#tests/support/api'
import { dueProgram, openRun } from '#tests/support/money'

interface Item {
  id: string
}

test.group('Lists', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const lists = routes.filter(
    ({ verb, action }) => verb === 'index' && action.lists && isForKeys({ action })
  )
  const topLevel = lists.filter(({ template }) => !template.includes('{'))

  /** A workspace where every list has rows. */
  async function busy() {
    const program = await dueProgram()
    await openRun(program.workspace, program.owner)
    return { ...program, api: await apiOf(program.workspace, program.owner) }
  }

  test('every parameter of every list works', async ({ assert }) => {
    const { api, workspace } = await busy()
    for (const { path, action, name } of topLevel) {
      const {
        sorts = [],
        states = [],
        filters = [],
        stamps = [],
        expands,
        flags,
        search,
      } = action.lists!
      const queries = [
        'limit=1',
        'page=2&limit=1',
        `account_id=${workspace.id}`,
        ...['created_at', ...sorts].flatMap((sort) => [
          `sort=${sort}&order=asc`,
          `sort=${sort}&order=desc&limit=1`,
        ]),
        ...states.map((state) => `state=${state}`),
        `state[]=${states[0]}&state[]=${states[1]}`,
        ...filters.map((filter) => `${filter}=one,two&${filter}[]=three`),
        ...stamps.flatMap((stamp) => [
          `${stamp}_since=2020-01-01`,
          `${stamp}_until=2020-01-01T00:00:00Z`,
        ]),
        ...Object.keys(expands ?? {}).map((expand) => `expand=${expand}`),
        `expand[]=${Object.keys(expands ?? {}).join('&expand[]=')}`,
        ...Object.keys(flags ?? {}).flatMap((flag) => [`${flag}=true`, `${flag}=false`]),
        ...(search ? ["q=a%25_\\'", 'q=%F0%9F%92%B0'] : []),
      ].filter((query) => !/=$|undefined/.test(query))
      for (const query of queries) {
        const answer = await api.get(`${path}?${query}`)
        assert.equal(answer.status, 200, `${name}?${query}: ${answer.text}`)
      }
    }
  })

  test('every list refuses what cannot be', async ({ assert }) => {
    const { api } = await busy()
    const queries = [
      ...['page=0', 'page=-1', 'page=1.5', 'page=x', 'page=99999999999999999999', 'page=1&page=2'],
      ...['limit=0', 'limit=x', 'limit[]=1&limit[]=2', 'sort=secret', 'sort=id;drop', 'order=up'],
      ...['created_since=yesterday', 'created_until=2026-13-01', 'expand=nothing', 'typo=1'],
      ...[
        'starting_after=x',
        'starting_after=ws_1',
        "ending_before=' or 1=1",
        'page=1&starting_after=x',
      ],
    ]
    for (const { path, name } of topLevel) {
      for (const query of queries) {
        const answer = await api.get(`${path}?${query}`)
        assert.equal(answer.status, 422, `${name}?${query}`)
      }
    }
  })

  test('every list is empty for another account', async ({ assert }) => {
    await busy()
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    for (const { path, name } of topLevel.filter((list) => !list.name.includes('events'))) {
      const { body } = await api.get(path)
      assert.deepEqual([body.data, body.pagination.total_count], [[], 0], name)
    }
  })

  test('pages count from 1 and say where they are', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    for (let made = 0; made < 5; made++) await makeAffiliate(workspace)

    const middle = await api.get('/affiliates?limit=2&page=2&state=active')
    assert.deepEqual(middle.body.pagination, {
      previous_page: 1,
      current_page: 2,
      next_page: 3,
      count: 2,
      limit: 2,
      total_pages: 3,
      total_count: 5,
    })
    const link = middle.headers.get('link')!
    assert.match(link, /<http.*\/api\/v1\/affiliates\?limit=2&state=active&page=3>; rel="next"/)
    assert.match(link, /page=1>; rel="prev"/)

    const past = await api.get('/affiliates?page=9')
    assert.deepEqual([past.status, past.body.data], [200, []])
    assert.equal((await api.get('/affiliates?limit=500')).body.pagination.limit, 100)
  })

  test('a walk by cursor yields each row once while rows are added', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const before: string[] = []
    for (const name of ['b', null, 'a', 'a', null, 'c', 'b'])
      before.push((await makeAffiliate(workspace, { name })).id)

    for (const sort of ['created_at', 'name', 'email']) {
      for (const order of ['asc', 'desc']) {
        const query = `limit=2&sort=${sort}&order=${order}`
        const seen = await walk(api, query, 'starting_after', () => makeAffiliate(workspace))
        const known = seen.filter((id) => before.includes(id))
        assert.sameMembers(known, before, query)
        assert.lengthOf(known, before.length, query)
      }
    }
  })

  test('a walk back by cursor is the walk there, reversed', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    for (const name of ['b', null, 'a', 'a', null, 'c', 'b'])
      await makeAffiliate(workspace, { name })

    for (const query of ['sort=name&order=asc', 'sort=name&order=desc', 'order=desc']) {
      const { body } = await api.get(`/affiliates?limit=100&${query}`)
      const all = body.data.map(({ id }: Item) => id)
      const back = await walk(api, `limit=2&${query}`, 'ending_before', undefined, all.at(-1))
      assert.deepEqual(back, all.slice(0, -1), query)
    }
  })

  test("a cursor of another account's row gives none of its rows", async ({ assert }) => {
    const foreign = await makeAffiliate((await makeWorkspace()).workspace)
    const { workspace, owner } = await makeWorkspace()
    const own = await makeAffiliate(workspace)
    const api = await apiOf(workspace, owner)
    const byId = await api.get(`/affiliates?ending_before=${foreign.id}`)
    assert.deepEqual(
      byId.body.data.map(({ id }: Item) => id),
      [own.id]
    )
    const byName = await api.get(`/affiliates?starting_after=${foreign.id}&sort=name`)
    assert.equal(byName.status, 422)
  })

  test('expansions cost no query per row', async ({ assert }) => {
    const { workspace, link, api } = await busy()
    const asked = () => counted(() => api.get('/commissions?expand=affiliate,campaign,conversion'))
    await api.get('/commissions')
    const few = await asked()
    for (let sold = 0; sold < 8; sold++) await sell(workspace, { ref: link.refParam })
    const { body, queries } = await asked()
    assert.equal(queries, few.queries)
    assert.isAbove(body.data.length, few.body.data.length)
    assert.equal(body.data[0].affiliate.id, body.data[0].affiliate_id)
    assert.equal(body.data[0].campaign.id, body.data[0].campaign_id)
  })

  test('clicks of machines are told from those of people', async ({ assert }) => {
    const { workspace, owner, link } = await makeProgram()
    const api = await apiOf(workspace, owner)
    const agents = ['Mozilla/5.0 (Windows NT 10.0) Firefox/140.0', 'Googlebot/2.1']
    for (const agent of agents)
      await api.post('/track/click', { ref: link.refParam, user_agent: agent })
    const bots = async (yes: boolean) =>
      (await api.get(`/clicks?bot=${yes}`)).body.data.map(({ bot }: { bot: boolean }) => bot)
    assert.deepEqual(await bots(true), [true])
    assert.deepEqual(await bots(false), [false])
    assert.equal((await api.get('/clicks?bot=maybe')).status, 422)
  })

  test('the instants of filters are of the row', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const now = await makeAffiliate(workspace)
    const then = await later(10, () => makeAffiliate(workspace))
    const between = now.createdAt.plus({ days: 5 }).toISO()!
    const ids = async (query: string) =>
      (await api.get(`/affiliates?${query}`)).body.data.map(({ id }: Item) => id)
    assert.deepEqual(await ids(`created_since=${encodeURIComponent(between)}`), [then.id])
    assert.deepEqual(await ids(`created_until=${encodeURIComponent(between)}`), [now.id])
  })
})

async function walk(
  api: Api,
  query: string,
  by: 'starting_after' | 'ending_before',
  meanwhile: () => Promise<unknown> = async () => undefined,
  from?: string
): Promise<string[]> {
  const seen: string[] = []
  const forward = by === 'starting_after'
  let cursor = from
  for (let pages = 0; pages < 500; pages++) {
    const { body } = await api.get(`/affiliates?${query}${cursor ? `&${by}=${cursor}` : ''}`)
    const ids: string[] = body.data.map(({ id }: Item) => id)
    if (forward) seen.push(...ids)
    else seen.unshift(...ids)
    if (pages < 3) await meanwhile()
    const { pagination } = body
    cursor =
      'next_cursor' in pagination
        ? forward
          ? pagination.next_cursor
          : pagination.previous_cursor
        : pagination.next_page && ids.at(-1)
    if (!cursor) break
  }
  return seen
}

/** What the work answers, and how many queries it ran. */
async function counted<T extends object>(work: () => Promise<T>) {
  let queries = 0
  const count = () => queries++
  const { client } = db.connection().getReadClient()
  client.on('query', count)
  const answer = await work()
  client.removeListener('query', count)
  return { ...answer, queries }
}
