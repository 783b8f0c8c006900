import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { base } from '#tests/support/api'
import { makeEverything } from '#tests/support/everything'
import { patternsOf, screensOf } from '#tests/support/screens'
import { cookieOf } from '#tests/support/session'
import { makeUser, makeWorkspace } from '#tests/support/world'
import type User from '#models/user'
import type Workspace from '#models/workspace'

/** OWASP ASVS 5, section 3.4. The pages of tests are not on https, so nothing is said of HSTS. */
const expected: Record<string, RegExp> = {
  'content-security-policy':
    /^(?=.*default-src 'none')(?=.*object-src 'none')(?=.*base-uri 'none')(?=.*frame-ancestors 'none')(?!.*unsafe-)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'referrer-policy': /^(strict-origin-when-cross-origin|no-referrer)$/,
  'x-content-type-options': /^nosniff$/,
}

/** What a page would load, from a host that may be another's. */
const LOADED =
  /<(?:script|img|iframe|source|audio|video)\b[^>]*\ssrc="([^"]*)"|<link\b[^>]*\shref="([^"]*)"/g

/** Every address of the console that answers GET, for rows in every state. */
test.group('Every screen', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('answers its owner, whatever state its row is in', async ({ assert }) => {
    const { workspace, owner } = await makeEverything()
    const answers = await walk(workspace, owner)
    assert.deepEqual(wrong(answers, [200, 404, 409]), [])
    assert.deepEqual(neverShown(answers), [])
    assert.deepEqual(unguarded(answers), [])
  }).timeout(240_000)

  test('is guarded by its headers before the sign-in and where there is nothing, too', async ({
    assert,
  }) => {
    const patterns = [...patternsOf('outside'), '/there-is-nothing-here', '/assets/nothing.js']
    assert.deepEqual(unguarded(await Promise.all(patterns.map((path) => ask(path, {})))), [])
  })

  test('answers in an empty workspace', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    assert.deepEqual(wrong(await walk(workspace, owner), [200]), [])
  })

  test('answers a member, or tells them that they may not', async ({ assert }) => {
    const { workspace } = await makeEverything()
    const member = await makeUser()
    await member.merge({ currentWorkspaceId: workspace.id }).save()
    await workspace.related('memberships').create({ userId: member.id, role: 'member' })
    assert.deepEqual(wrong(await walk(workspace, member), [200, 403, 404, 409]), [])
  }).timeout(240_000)
})

interface Answered {
  address: string
  status: number
  headers: Headers
  html: string
  pattern?: string
}

async function walk(workspace: Workspace, user: User): Promise<Answered[]> {
  const headers = { Cookie: await cookieOf(user) }
  const answers: Answered[] = []
  for (const { pattern, address } of await screensOf(workspace))
    answers.push({ pattern, ...(await ask(address, headers)) })
  return answers
}

async function ask(address: string, headers: Record<string, string>): Promise<Answered> {
  const answer = await fetch(base + address, { headers, redirect: 'manual' })
  return { address, status: answer.status, headers: answer.headers, html: await answer.text() }
}

function wrong(answers: Answered[], right: number[]) {
  return answers
    .filter(({ status }) => !right.includes(status))
    .map(({ address, status }) => `${address}: ${status}`)
}

/** Patterns that no row of the workspace opened: the walk says nothing of them. */
function neverShown(answers: Answered[]) {
  const shown = new Set(answers.flatMap(({ pattern, status }) => (status === 200 ? pattern : [])))
  return patternsOf('inside').filter((pattern) => !shown.has(pattern))
}

/** Headers that are missing or wrong, inline scripts and styles, and what is loaded from elsewhere. */
function unguarded(answers: Answered[]) {
  return answers.flatMap(({ address, headers, html }) => {
    const weak = Object.entries(expected)
      .filter(([name, value]) => !value.test(headers.get(name) ?? ''))
      .map(([name]) => `${name}: ${headers.get(name)}`)
    const inline = html.match(/<style\b|<script(?![^>]*\ssrc=)|<[^>]+\s(?:style|on\w+)="/g) ?? []
    const loaded = [...html.matchAll(LOADED)].map(([, source, href]) => source ?? href)
    const foreign = loaded.filter((url) => !/^\/(?!\/)/.test(url))
    return [...weak, ...inline, ...foreign].map((each) => `${address}: ${each}`)
  })
}
