import testUtils from '@adonisjs/core/services/test_utils'
import { BaseModel } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { system } from '#core/actor'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { newId } from '#core/ids'
import { recordRefund } from '#ledger/refunds'
import { verifyLedger } from '#ledger/verify'
import Coupon from '#models/coupon'
import Link from '#models/link'
import { recordConversions, type Recorded } from '#tracking/record_conversion'
import { recordClick, targetOfRef } from '#tracking/store_click'
import { Writes } from '#tracking/writes'
import { emptyDatabase } from '#tests/support/empty_database'
import { assertBalanced } from '#tests/support/money'
import { scale, seed } from '#tests/support/seed'
import { makeAffiliate, makeCampaign, makeProgram, makeWorkspace } from '#tests/support/world'
import type { ConversionInput } from '#tracking/input'
import type { CampaignSchema } from '#database/schema'

const NOW = DateTime.fromISO('2026-03-20T12:00', { zone: 'utc' })

/** What is told of a conversion, in names that both worlds know. */
const told = fc.record(
  {
    order: fc.integer({ min: 0, max: 9 }),
    customer: fc.integer({ min: 0, max: 3 }),
    email: fc.constantFrom('kim@example.com', 'jane@example.com'),
    kind: fc.constantFrom('lead', 'sale'),
    amount: fc.constantFrom(0, 2_500, 9_900, 40_000),
    ref: fc.constantFrom('jane', 'joe', 'nobody'),
    coupon: fc.constant('SPRING'),
    click: fc.constantFrom('stored', 'on its way'),
    visitor: fc.constantFrom('v1', 'v2'),
    subscription: fc.constantFrom('s1', 's2'),
    daysAgo: fc.constantFrom(0, 1, 20, 70),
  },
  { requiredKeys: ['order', 'customer', 'kind', 'amount'] }
)
type Told = typeof told extends fc.Arbitrary<infer T> ? T : never

/** Terms that look at what came before, and terms that do not. */
const terms: fc.Arbitrary<Partial<CampaignSchema>> = fc.constantFrom<Partial<CampaignSchema>>(
  {},
  { capPerMonth: { USD: 9_000 }, referralShareBps: 500 },
  { capPerCustomer: { USD: 6_000 }, holdDays: 0 },
  { capPerCustomer: { USD: 3_000 }, capPerMonth: { USD: 5_000 }, capPerCommission: { USD: 2_000 } },
  {
    reward: {
      type: 'percent',
      rate_bps: 1_000,
      tiers: [{ from: { USD: 30_000 }, rate_bps: 2_000 }],
    },
  },
  { duration: { type: 'first' }, cookieDays: 10 }
)

const { ahead: usually } = Writes

test.group('Conversions recorded in pieces', (group) => {
  group.each.teardown(() => void (Writes.ahead = usually))

  test(`of two workspaces become what they become one by one (seed ${seed})`, async ({
    assert,
  }) => {
    const list = fc.array(told, { minLength: 2, maxLength: 14 })
    const lists = fc.tuple(list, fc.array(told, { maxLength: 6 }))
    const sizes = fc.array(fc.integer({ min: 2, max: 8 }), { minLength: 1, maxLength: 4 })
    const ahead = fc.constantFrom(1, 5, 150)
    const property = fc.asyncProperty(
      terms,
      lists,
      sizes,
      ahead,
      async (ofCampaign, all, cut, events) => {
        const alone = await played(ofCampaign, all, [1])
        Writes.ahead = events
        const together = await played(ofCampaign, all, cut)
        assert.deepEqual(together, alone)
        assert.deepEqual(
          together.flatMap(({ breaks }) => breaks),
          []
        )
      }
    )
    await fc.assert(property, { numRuns: 20 * scale })
  }).disableTimeout()
})

test.group('A large piece', (group) => {
  group.each.teardown(emptyDatabase)
  group.each.teardown(() => void (Writes.ahead = usually))

  test('is done again one by one where the database refuses what was sent ahead', async ({
    assert,
  }) => {
    Writes.ahead = 10
    const { workspace, link } = await makeProgram()
    const sale = (number: number, amount = 9_900): ConversionInput => ({
      ...{ externalId: `order-${number}`, amount, currency: 'USD', ref: link.refParam },
      customer: { externalId: `customer-${number}` },
    })
    const inputs = Array.from({ length: 40 }, (_, number) => sale(number))
    inputs[7] = sale(7, 1_000_000_000_000)
    const tell = ({ conversion, created }: Recorded) => `${created} ${conversion.externalId}`

    const record = async () => [
      ...(await recordConversions([{ workspace, inputs, actor: system }], { tell })).values(),
    ]
    const first = await record()
    inputs[7] = sale(7)
    const second = await record()

    const orders = inputs.map(({ externalId }) => externalId)
    assert.match(String((first[7] as { error: unknown }).error), /conversions_amount_check/)
    const answers = (outcomes: unknown[]) =>
      outcomes.map((one) => (one as { answer?: string }).answer)
    assert.deepEqual(
      answers(first),
      orders.map((order, at) => (at === 7 ? undefined : `true ${order}`))
    )
    assert.deepEqual(
      answers(second),
      orders.map((order, at) => `${at === 7} ${order}`)
    )
    assert.lengthOf(await db.from('commissions').where('workspace_id', workspace.id), 40)
    await assertBalanced(assert, workspace)
  })
})

/**
 * Worlds of their own in which these are told, in pieces of these sizes, over and over, the pieces of both worlds in one
 * transaction; without the ids.
 */
async function played(ofCampaign: Partial<CampaignSchema>, all: Told[][], sizes: number[]) {
  const rollBack = await testUtils.db().wrapInGlobalTransaction()
  try {
    return await clock.at(NOW, () => playedIn(ofCampaign, all, sizes))
  } finally {
    await rollBack()
  }
}

async function playedIn(ofCampaign: Partial<CampaignSchema>, all: Told[][], sizes: number[]) {
  const worlds = []
  for (const [at, some] of all.entries()) {
    const world = await makeWorld(ofCampaign, at)
    const inputs = some.map((one) => inputOf(one, world))
    worlds.push({ ...world, inputs, outcomes: [] as unknown[] })
  }
  for (let at = 0, piece = 0; worlds.some(({ inputs }) => at < inputs.length); piece++) {
    const end = at + sizes[piece % sizes.length]
    const tellings = worlds.map(({ workspace, inputs }) => ({
      ...{ workspace, actor: system },
      inputs: inputs.slice(at, end),
    }))
    const outcomes = await recordConversions(tellings, { tell: toldOf })
    for (const { inputs, outcomes: so } of worlds)
      so.push(...inputs.slice(at, end).map((input) => withMessage(outcomes.get(input))))
    at = end
  }
  const results = []
  for (const { workspace, outcomes } of worlds) {
    const named = namer()
    const { breaks } = await verifyLedger({ workspaceId: workspace.id })
    const rows = named(await rowsOf(workspace.id))
    results.push({ outcomes: named(outcomes), rows, breaks })
  }
  return results
}

/** Jane brought Joe; a click of v1 is stored; a refund waits for the order 3. */
async function makeWorld(ofCampaign: Partial<CampaignSchema>, number: number) {
  const holdLimits = { visitor_sales: 1, visitor_hours: 24, duplicate_minutes: 30 }
  const { workspace } = await clock.at(NOW.minus({ days: 90 }), () => makeWorkspace({ holdLimits }))
  return clock.at(NOW.minus({ days: 90 }), async () => {
    const campaign = await makeCampaign(workspace, { name: 'Program', ...ofCampaign })
    const jane = await makeAffiliate(workspace, { email: 'jane@example.com' })
    const joe = await makeAffiliate(workspace, { email: 'joe@example.com', referrerId: jane.id })
    await Link.make(jane, campaign, { refParam: `jane${number}` }, system)
    await Link.make(joe, campaign, { refParam: `joe${number}` }, system)
    await Coupon.make(joe, campaign, 'SPRING', system)
    await recordRefund(
      workspace.id,
      { externalId: 'refund', conversionExternalId: 'order-3', amount: 1_000 },
      system
    )
    const click = await clock.at(NOW.minus({ days: 5 }), () =>
      atomically(async () => {
        const target = await targetOfRef(workspace, `joe${number}`)
        return recordClick(target!, { visitorId: 'v1' })
      })
    )
    return { workspace, number, click: click.id }
  })
}

function inputOf(one: Told, world: { number: number; click: string }): ConversionInput {
  const isLead = one.kind === 'lead'
  return {
    externalId: `order-${one.order}`,
    ...(isLead && { kind: 'lead' }),
    amount: isLead ? 0 : one.amount,
    currency: 'USD',
    customer: { externalId: `customer-${one.customer}`, email: one.email },
    clickId: one.click && (one.click === 'stored' ? world.click : ON_ITS_WAY),
    visitorId: one.visitor,
    ref: one.ref && `${one.ref}${world.number}`,
    coupon: one.coupon,
    subscriptionId: one.subscription,
    ...(one.daysAgo !== undefined && { occurredAt: NOW.minus({ days: one.daysAgo }) }),
  }
}

const ON_ITS_WAY = newId('clk')

function toldOf({ conversion, created, referral, commissions }: Recorded) {
  return {
    created,
    conversion: asRow(conversion),
    referral: referral && asRow(referral),
    commissions: commissions.map(asRow),
  }
}

/** As it stands now: what comes later changes it. */
function asRow(row: object) {
  return JSON.parse(JSON.stringify(row instanceof BaseModel ? row.$attributes : row))
}

function withMessage(outcome: unknown) {
  const { error } = outcome as { error?: Error }
  return error ? { error: error.message } : outcome
}

async function rowsOf(workspaceId: string) {
  const tables = ['referrals', 'conversions', 'commissions', 'refunds', 'enrollments', 'events']
  const rows: Record<string, unknown> = {}
  for (const table of tables)
    rows[table] = await db.from(table).where('workspace_id', workspaceId).orderBy('id')
  return rows
}

/** The same texts with ids, and the fingerprints of what holds ids, counted in the order in which they are met. */
function namer() {
  const names = new Map<string, string>()
  return (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value).replaceAll(/\b[a-z]+_[0-7][0-9a-z]{25}\b|\b[0-9a-f]{64}\b/g, (id) => {
        if (!names.has(id)) names.set(id, `name ${names.size}`)
        return names.get(id)!
      })
    )
}
