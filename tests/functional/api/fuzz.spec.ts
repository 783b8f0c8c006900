import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import { allows, isSessionOnly, roles } from '#http/permissions'
import { limits } from '#http/rate_limit'
import { isOfAccount } from '#http/resource'
import ApiKey from '#models/api_key'
import UserToken from '#models/user_token'
import { Api, type ApiAnswer } from '#tests/support/api'
import { scale, seed } from '#tests/support/seed'
import { apiWorld, pathOf } from '#tests/support/api_world'
import { picker, requestOf, trials, type Trial } from '#tests/support/fuzz'
import { makeUser } from '#tests/support/world'
import type { Route } from '#tests/support/actions'
import type { PermissionMap } from '#models/types'

const requests = 4_000 * scale

/** So many requests share a world, before they have changed it beyond use. */
const PER_WORLD = 250

/** What a credential may: all that is asked of it, or the status that refuses it. */
interface Credential {
  api: Api
  may: (route: Route) => boolean
  refused: 401 | 403
}

const ways = [
  ...['all', 'all', 'all', 'owner', 'owner', 'member', 'read', 'track', 'approve'],
  ...['none', 'wrong', 'expired', 'forged', 'foreign', 'publishable', 'affiliate'],
]

/**
 * Requests from the document itself: as it says, nearly so, and not at all, with every kind of credential.
 * TEST_SEED tries others; the same seed tries the same.
 */
test.group(`Any request, seed ${seed}`, (group) => {
  group.each.setup(() => {
    const before = { ...limits }
    Object.assign(limits, { api: 0, track: 0, signIn: 1_000_000 })
    return () => void Object.assign(limits, before)
  })

  test('is answered as documented, by permission, and touches no other account')
    .with(chunksOf(trials(ways, requests, seed), PER_WORLD))
    .timeout(120_000)
    .run(async ({ assert }, some) => {
      const revert = await testUtils.db().wrapInGlobalTransaction()
      try {
        const foreign = await apiWorld()
        const own = await apiWorld()
        const credentials = await credentialsOf(own, foreign)
        const before = await rowsOf(foreign.workspace.id)
        const wrong: string[] = []
        for (const trial of some) {
          const problem = await tried(trial, own, foreign, credentials[trial.credential])
          if (problem) wrong.push(problem)
        }
        assert.deepEqual(wrong, [])
        assert.deepEqual(await rowsOf(foreign.workspace.id), before)
      } finally {
        await revert()
      }
    })
})

type World = Awaited<ReturnType<typeof apiWorld>>

/** What is wrong with the answer to a trial, if anything. */
async function tried(trial: Trial, own: World, foreign: World, { api, may, refused }: Credential) {
  const { route, manner, rows, credential } = trial
  const path = pathOf(route, idsOf(trial, own, foreign))
  const { query, body, raw } = requestOf(trial, own.known)
  const sends = route.method !== 'GET' && route.method !== 'DELETE'
  const about = `${manner} ${route.method} ${path}${query} by ${credential}, rows ${rows}: ${raw ?? JSON.stringify(body)}`
  try {
    const answer = await api.send(
      route.method,
      `${path}${query}`,
      sends && raw === undefined ? (body ?? {}) : undefined,
      sends && raw !== undefined ? { raw } : {}
    )
    const fault = faultOf(answer, trial, foreign, may(route), refused)
    return fault && `${fault} - ${about.slice(0, 900)}`
  } catch (error) {
    return `${(error as Error).message} - ${about.slice(0, 900)}`
  }
}

function faultOf(
  { status, text, body }: ApiAnswer,
  { rows, route }: Trial,
  foreign: World,
  allowed: boolean,
  refused: 401 | 403
) {
  const theirs = [
    ...Object.values(foreign.ids),
    foreign.workspace.id,
    foreign.affiliate.email,
    foreign.sale.externalId,
  ]
  if (theirs.some((word) => text.includes(word))) return 'shows another account'
  const ofBody = [400, 413, 415]
  if (!allowed && status !== refused && !ofBody.includes(status)) return `${status} without leave`
  if (allowed && status === 401 && route.action.may !== 'anyone') return '401 with leave'
  if (allowed && status === 403 && body?.details?.need === route.action.may) return '403 with leave'
  const ofRow = route.template.includes('{')
  if (ofRow && ['foreign', 'nobody', 'hostile'].includes(rows) && status < 300)
    return `${status} for a row that is not there`
  return undefined
}

/** The rows that a path names. */
function idsOf({ rows, seed: number }: Trial, own: World, foreign: World): Record<string, string> {
  if (rows === 'own') return own.ids
  if (rows === 'foreign') return foreign.ids
  const odd = [
    '%00',
    'a%00b',
    '..%2F..',
    '%F0%9F%92%B0',
    "'%20or%201=1",
    'x'.repeat(200),
    '1',
    '-1',
  ]
  const id = rows === 'hostile' ? odd[picker(number)(odd.length)] : undefined
  return Object.fromEntries(
    Object.entries(own.ids).map(([name, known]) => [
      name,
      id ?? known.replace(/_.*/, `_${'0'.repeat(26)}`),
    ])
  )
}

async function credentialsOf(own: World, foreign: World): Promise<Record<string, Credential>> {
  const { workspace, owner, affiliate } = own
  const member = await makeUser()
  await workspace.related('memberships').create({ userId: member.id, role: 'member' })
  const account = { 'X-Account-Id': workspace.id }
  const by = (token: string) => new Api({ Authorization: `Bearer ${token}`, ...account })
  const mint = async (more: object, world = own) => {
    const { secret } = await ApiKey.mint(world.workspace, world.owner, { name: 'Key', ...more })
    return by(secret!)
  }
  const anyone = ({ action }: Route) => action.may === 'anyone'
  const byMap =
    (map: PermissionMap, person = false) =>
    ({ action: { may } }: Route) =>
      may === 'anyone' ||
      (may === 'person' && person) ||
      (isOfAccount(may) && allows(map, may) && (person || !isSessionOnly(may)))
  const key = async (permissions: PermissionMap): Promise<Credential> => ({
    api: await mint({ permissions }),
    may: byMap(permissions),
    refused: 403,
  })
  const person = async (user: typeof owner, map: PermissionMap): Promise<Credential> => ({
    api: by((await UserToken.signIn(user)).access_token),
    may: byMap(map, true),
    refused: 403,
  })
  const expiresAt = clock.now().minus({ seconds: 1 })
  return {
    all: await key({ all: true }),
    read: await key({ 'v1.commissions.read': true, 'v1.affiliates.*': true }),
    track: await key({ 'v1.track.write': true }),
    approve: await key({ 'all': true, 'v1.payouts.*': false, 'v1.payouts.approve': true }),
    owner: await person(owner, roles.owner),
    member: await person(member, roles.member),
    none: { api: new Api(account), may: anyone, refused: 401 },
    wrong: { api: by('trb_live_wrong'), may: anyone, refused: 401 },
    expired: { api: await mint({ expiresAt }), may: anyone, refused: 401 },
    forged: { api: by('e30.e30.e30'), may: anyone, refused: 401 },
    foreign: {
      api: await mint({}, foreign),
      may: anyone,
      refused: 403,
    },
    publishable: { api: await mint({ kind: 'publishable' }), may: anyone, refused: 403 },
    affiliate: {
      api: await mint({ kind: 'affiliate', affiliateId: affiliate.id }),
      may: ({ action: { may } }) => ['anyone', 'affiliate'].includes(may),
      refused: 403,
    },
  }
}

const tables = [
  ...['affiliates', 'campaigns', 'enrollments', 'links', 'coupons', 'clicks', 'referrals'],
  ...['conversions', 'refunds', 'commissions', 'payout_runs', 'payouts', 'events'],
]

/** Every row of an account, as it stands. */
async function rowsOf(workspaceId: string) {
  const rows: Record<string, unknown[]> = {}
  for (const table of tables)
    rows[table] = await db.from(table).where('workspace_id', workspaceId).orderBy('id')
  return rows
}

function chunksOf<T>(items: T[], size: number): T[][] {
  const chunks = Math.ceil(items.length / size)
  return Array.from({ length: chunks }, (_, index) => items.slice(index * size, (index + 1) * size))
}
