import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { limits } from '#http/rate_limit'
import { isOfAccount } from '#http/resource'
import ApiKey from '#models/api_key'
import Coupon from '#models/coupon'
import Enrollment from '#models/enrollment'
import Link from '#models/link'
import UserToken from '#models/user_token'
import {
  later,
  makeAffiliate,
  makeCampaign,
  makeProgram,
  makeUser,
  makeWorkspace,
  unique,
} from '#tests/support/world'
import { isForKeys, routes, type Route } from '#tests/support/actions'
import { apiOf, clientOf, type Api } from '#tests/support/api'
import { apiWorld } from '#tests/support/api_world'
import { dueProgram, openRun, refund, saleOf } from '#tests/support/money'

interface Item {
  id: string
}

type World = Awaited<ReturnType<typeof apiWorld>>

test.group('Lists', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    const before = { ...limits }
    Object.assign(limits, { api: 0, track: 0 })
    return () => void Object.assign(limits, before)
  })

  const lists = routes.filter(
    ({ verb, action }) => verb === 'index' && action.lists && isForKeys({ action })
  )
  const listsOfAll = routes.filter(
    ({ verb, action, template }) =>
      verb === 'index' && action.lists && isOfAccount(action.may) && !template.includes('{')
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
        begins,
        is,
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
        ...((search ?? begins ?? is) ? ["q=a%25_\\'", 'q=%F0%9F%92%B0'] : []),
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

  test('every list, walked by cursor in each of its orders, yields each row once', async ({
    assert,
  }) => {
    const world = await apiWorld()
    const { workspace, owner } = world
    const api = clientOf((await UserToken.signIn(owner)).access_token, workspace)
    for (let made = 0; made < 3; made++) await moreOfAll(world, api)

    // Mails and what payment providers tell of come from elsewhere; here there are none.
    const filled = listsOfAll.filter(({ path }) => !['/mails', '/source_events'].includes(path))
    const walks = await Promise.all(filled.map((list) => walksOf(api, list)))
    let going = walks.flat()
    for (let page = 0; going.length > 0; page++) {
      for (const one of going) await one.step()
      going = going.filter(({ cursor }) => cursor)
      if (page < 2) await moreOfAll(world, api)
    }
    for (const { before, seen, query } of walks.flat()) {
      const known = seen.filter((id) => before.includes(id))
      assert.deepEqual(known.toSorted(), before.toSorted(), query)
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

  test('events are found by whom they are about and by who did it', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const api = await apiOf(workspace, owner)
    const [one, other] = [await makeAffiliate(workspace), await makeAffiliate(workspace)]
    await one.suspend({ kind: 'user', id: owner.id }, 'asked')
    const types = async (q: string) =>
      (await api.get(`/events?q=${q}`)).body.data.map(({ type }: { type: string }) => type)
    assert.deepEqual(await types(one.id), ['affiliate.suspended', 'affiliate.created'])
    assert.deepEqual(await types(other.id), ['affiliate.created'])
    assert.include(await types(owner.id), 'affiliate.suspended')
    assert.deepEqual(await types('aff_'), [])
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

/** One more row in every list of an account. */
async function moreOfAll({ workspace, owner, campaign, affiliate, link }: World, api: Api) {
  const other = await makeAffiliate(workspace)
  await makeCampaign(workspace)
  await Link.make(affiliate, campaign, {}, system)
  await Enrollment.ensure(other, campaign, system)
  await Coupon.make(affiliate, campaign, `C${unique()}`, system)
  await ApiKey.mint(workspace, owner, { name: `Key ${unique()}` })
  await workspace.related('memberships').create({ userId: (await makeUser()).id, role: 'member' })
  await api.post('/invitations', { email: `new${unique()}@example.com`, role: 'member' })
  await api.post('/track/click', { ref: link.refParam })
  const { sale } = await saleOf({ workspace, link })
  await refund(sale, 1_000)
  await openRun(workspace, owner)
}

/** Walks over a list in each of its orders, a page a step. */
async function walksOf(api: Api, { path, action }: Route) {
  const { body } = await api.get(`${path}?limit=100`)
  const before: string[] = body.data.map(({ id }: Item) => id)
  const orders = ['created_at', ...(action.lists!.sorts ?? [])].flatMap((sort) =>
    ['asc', 'desc'].map((order) => `sort=${sort}&order=${order}`)
  )
  return orders.map((order) => {
    const query = `${path}?${order}&limit=${Math.ceil(before.length / 3)}`
    const one = { query, before, seen: [] as string[], cursor: '', step }
    async function step() {
      const answer = await api.get(one.cursor ? `${query}&starting_after=${one.cursor}` : query)
      const { data, pagination } = answer.body
      one.seen.push(...data.map(({ id }: Item) => id))
      one.cursor = 'next_cursor' in pagination ? pagination.next_cursor : one.seen.at(-1)
    }
    return one
  })
}

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
    if (pages < 2) await meanwhile()
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
