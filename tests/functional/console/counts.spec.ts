import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { counting } from '#http/bounded_count'
import { kept } from '#http/search_in'
import { Api, base, clientOf } from '#tests/support/api'
import { cookieOf } from '#tests/support/session'
import { makeAffiliate, makeWorkspace } from '#tests/support/world'
import type { AffiliateState } from '#models/types'

/** A workspace with so many affiliates of each state, and what its screens say of them. */
async function programOf(states: Partial<Record<AffiliateState, number>>) {
  const { workspace, owner } = await makeWorkspace()
  for (const [state, number] of Object.entries(states))
    for (let each = 0; each < number; each++) {
      const affiliate = await makeAffiliate(workspace)
      await affiliate.merge({ state: state as AffiliateState, name: `Ada ${state} ${each}` }).save()
    }
  const headers = { Cookie: await cookieOf(owner) }
  const asked = async (query: string) => {
    const html = await (await fetch(`${base}/affiliates?${query}`, { headers })).text()
    const [, tabs] = /<nav class="tabs"(.*?)<\/nav>/s.exec(html)!
    const pages = /<nav class="pagination"(.*?)<\/nav>/s.exec(html)?.[1] ?? ''
    return {
      tabs: [...tabs.matchAll(/>\s*([^<>]+?)\s*(?:<span[^>]*>([^<]*)<\/span>\s*)?<\/a>/g)]
        .map(([, label, count]) => `${label} ${count}`)
        .filter((text) => !text.endsWith(' 0')),
      range: /<span>([^<]*)<\/span>/.exec(pages)?.[1],
      previous: /rel="prev" href="([^"]*)"/.exec(pages)?.[1],
      next: /rel="next" href="([^"]*)"/.exec(pages)?.[1],
      names: [...html.matchAll(/>\s*(Ada \w+ \d+)\s*</g)].map(([, name]) => name),
    }
  }
  return { workspace, owner, asked }
}

test.group('Counts of a list', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    const usually = [counting.most, kept.most]
    return () => {
      ;[counting.most, kept.most] = usually
    }
  })

  test('are exact up to the bound, and say that there are more beyond it', async ({ assert }) => {
    const { asked } = await programOf({ active: 4, pending: 1 })
    const at = async (most: number) => {
      counting.most = most
      const { tabs, range } = await asked('limit=2')
      return [...tabs, range]
    }
    assert.deepEqual(await at(3), ['All 3+', 'To let in 1', 'Active 3+', '1–2 of 3+ affiliates'])
    assert.deepEqual(await at(4), ['All 4+', 'To let in 1', 'Active 4', '1–2 of 4+ affiliates'])
    assert.deepEqual(await at(5), ['All 5', 'To let in 1', 'Active 4', '1–2 of 5 affiliates'])
    assert.deepEqual(await at(6), ['All 5', 'To let in 1', 'Active 4', '1–2 of 5 affiliates'])

    counting.most = 3
    const { range: few } = await asked('state=pending')
    assert.equal(few, '1–1 of 1 affiliate')
    const { range: both } = await asked('state=pending,active&limit=2')
    assert.equal(both, '1–2 of 3+ affiliates')
  })

  test('do not end the pages, of which the last knows how many there are', async ({ assert }) => {
    const { asked } = await programOf({ active: 5 })
    counting.most = 2
    const first = await asked('limit=2')
    const second = await asked('limit=2&page=2')
    const last = await asked('limit=2&page=3')
    assert.deepEqual(
      [first.range, second.range, last.range],
      ['1–2 of 2+ affiliates', '3–4 of many affiliates', '5–5 of 5 affiliates']
    )
    assert.deepEqual(
      [first.next, second.previous, second.next, last.previous, last.next],
      [
        '/affiliates?limit=2&amp;page=2',
        '/affiliates?limit=2',
        '/affiliates?limit=2&amp;page=3',
        '/affiliates?limit=2&amp;page=2',
        undefined,
      ]
    )
    assert.lengthOf(new Set([...first.names, ...second.names, ...last.names]), 5)
    const beyond = await asked('limit=2&page=9')
    assert.deepEqual(
      [beyond.names, beyond.previous, beyond.next],
      [[], '/affiliates?limit=2', undefined]
    )
  })

  test('are left out where a search finds too many to keep; its rows are the same', async ({
    assert,
  }) => {
    const { asked } = await programOf({ active: 4, pending: 1 })
    const few = await asked('q=ada&limit=3&sort=name')
    assert.deepEqual(few.tabs, ['All 5', 'To let in 1', 'Active 4'])
    kept.most = 4
    const many = await asked('q=ada&limit=3&sort=name')
    assert.deepEqual(many.names, few.names)
    assert.deepEqual([...new Set(many.tabs.map((tab) => tab.split(' ').at(-1)))], ['undefined'])
    assert.equal(many.range, '1–3 of many affiliates')

    const { range: waiting, names } = await asked('q=ada&state=pending')
    assert.deepEqual([waiting, names], ['1–1 of 1 affiliate', ['Ada pending 0']])
    const { range: none } = await asked('q=ada&state=rejected')
    assert.isUndefined(none)
  })

  test('are told to programs to the last one', async ({ assert }) => {
    const { workspace, owner } = await programOf({ active: 5 })
    counting.most = 2
    kept.most = 2
    const { body: token } = await new Api().post('/auth/login', {
      email: owner.email,
      password: 'correct horse battery',
    })
    const api = clientOf(token.access_token, workspace)
    for (const query of ['limit=2&page=2', 'q=ada&limit=2&page=2']) {
      const { body } = await api.get(`/affiliates?${query}`)
      assert.lengthOf(body.data, 2)
      assert.deepEqual(body.pagination, {
        previous_page: 1,
        current_page: 2,
        next_page: 3,
        count: 2,
        limit: 2,
        total_pages: 3,
        total_count: 5,
      })
    }
  })
})
