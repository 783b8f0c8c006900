import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { fromStored } from '#database/instants'
import { countDay } from '#reports/count_day'
import { rebuildRollups } from '#reports/rebuild'
import { rollUpSumsOf } from '#reports/roll_up'
import { command } from '#tests/support/money_model/commands'
import { START, World, type Command } from '#tests/support/money_model/world'
import { paidRun, refund } from '#tests/support/money'
import { makeProgram, sell } from '#tests/support/world'
import type Workspace from '#models/workspace'

const scale = Number(process.env.TEST_SCALE ?? 1)

type Sums = Record<string, number[]>

/** What the job counted: conversions, sold, refunded, commissions and payouts by all that they are told apart by. */
async function counted({ id }: Workspace): Promise<Sums> {
  const rows = await db.from('daily_sums').where('workspace_id', id)
  return sorted(
    rows.map((row) => [
      [row.day, row.currency, row.campaign_id, row.affiliate_id, row.link_id].join(' '),
      [row.conversions, row.sold, row.refunded, row.commissions, row.payouts].map(Number),
    ])
  )
}

/** The same, added up row by row. */
async function recounted({ id, timezone }: Workspace): Promise<Sums> {
  const sums = new Map<string, number[]>()
  const add = (at: string, row: Record<string, string | null>, values: number[]) => {
    const day = fromStored(at).setZone(timezone).toISODate()
    const of = [row.currency, row.campaign_id, row.affiliate_id, row.link_id]
    const key = [day, ...of.map((each) => each ?? '')].join(' ')
    const before = sums.get(key) ?? [0, 0, 0, 0, 0]
    sums.set(
      key,
      before.map((value, index) => value + values[index])
    )
  }
  for (const row of await db.from('conversions').where('workspace_id', id))
    add(row.occurred_at, row, [1, Number(row.amount), Number(row.refunded_amount), 0, 0])
  for (const row of await db.from('commissions').where('workspace_id', id)) {
    if (row.state !== 'voided') add(row.created_at, row, [0, 0, 0, Number(row.amount), 0])
    if (row.state === 'paid') add(row.paid_at, row, [0, 0, 0, 0, Number(row.amount)])
  }
  return sorted([...sums])
}

function sorted(entries: [string, number[]][]): Sums {
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
}

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })

test.group('What is counted by day', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a late refund changes the day of its sale; its reversal stands on its own day', async ({
    assert,
  }) => {
    const program = await makeProgram({ holdDays: 0 }, { timezone: 'Europe/Berlin' })
    const { workspace, owner, campaign, affiliate, link } = program
    const sale = await clock.at(at('2026-03-01T23:30:00Z'), async () => {
      const first = await sell(workspace, { ref: link.refParam, amount: 10_000 })
      await paidRun(workspace, owner)
      await rollUpSumsOf(workspace)
      return first
    })
    const of = `USD ${campaign.id} ${affiliate.id} ${link.id}`
    assert.deepEqual(await counted(workspace), {
      [`2026-03-02 ${of}`]: [1, 10_000, 0, 2_000, 2_000],
    })

    await clock.at(at('2026-04-20T10:00:00Z'), async () => {
      await refund(sale, 2_500)
      assert.equal(await rollUpSumsOf(workspace), 2)
    })
    assert.deepEqual(await counted(workspace), {
      [`2026-03-02 ${of}`]: [1, 10_000, 2_500, 2_000, 2_000],
      [`2026-04-20 ${of}`]: [0, 0, 0, -500, 0],
    })
  })

  test('days on which nothing changed are left alone', async ({ assert }) => {
    const { workspace, link } = await makeProgram()
    await sell(workspace, { ref: link.refParam })
    const inAnHour = clock.now().plus({ hours: 1 })
    assert.isAbove(await rollUpSumsOf(workspace), 0)
    assert.isAbove(await clock.at(inAnHour, () => rollUpSumsOf(workspace)), 0)
    assert.equal(await clock.at(inAnHour.plus({ hours: 1 }), () => rollUpSumsOf(workspace)), 0)
  })

  test('another zone counts all anew, and nothing stays under the old one’s days', async ({
    assert,
  }) => {
    const { workspace, link } = await makeProgram()
    for (const iso of ['2026-02-28T23:30:00Z', '2026-03-02T10:30:00Z'])
      await clock.at(at(iso), () => sell(workspace, { ref: link.refParam }))
    await clock.at(at('2026-03-03T00:00:00Z'), () => rollUpSumsOf(workspace))
    for (const timezone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      await workspace.merge({ timezone }).save()
      await clock.at(at('2026-03-03T00:00:00Z'), () => rollUpSumsOf(workspace))
      assert.deepEqual(await counted(workspace), await recounted(workspace))
    }
  })

  test('rebuilt, what was counted wrongly is right', async ({ assert }) => {
    const { workspace, link } = await makeProgram()
    await sell(workspace, { ref: link.refParam })
    await rollUpSumsOf(workspace)
    await db.from('daily_sums').where('workspace_id', workspace.id).update({ sold: 1 })
    assert.deepInclude(await rebuildRollups(workspace.id), { workspaces: 1 })
    assert.deepEqual(await counted(workspace), await recounted(workspace))
  })
})

/** The job runs, or is killed once it has counted one day. */
type Step = Command | 'roll' | 'die'

test.group('Whatever happens, what is counted by day', () => {
  test('is what the rows add up to', async ({ assert }) => {
    const step: fc.Arbitrary<Step> = fc.oneof(
      { weight: 8, arbitrary: command },
      { weight: 1, arbitrary: fc.constant('roll') },
      { weight: 1, arbitrary: fc.constant('die') }
    )
    const steps = fc.array(step, { minLength: 40, maxLength: 40 })
    const property = fc.asyncProperty(steps, async (list) => {
      const rollBack = await testUtils.db().wrapInGlobalTransaction()
      try {
        const world = await clock.at(START, () => World.begin())
        for (const each of list) await take(each, world)
        await clock.at(world.now, () => rollUpSumsOf(world.program.workspace))
        const { workspace } = world.program
        assert.deepEqual(await counted(workspace), await recounted(workspace))
      } finally {
        await rollBack()
      }
    })
    await fc.assert(property, {
      numRuns: 5 * scale,
      seed: scale === 1 ? 20_260_320 : undefined,
      endOnFailure: true,
    })
  }).disableTimeout()
})

async function take(step: Step, world: World) {
  const { workspace } = world.program
  if (step === 'roll') await clock.at(world.now, () => rollUpSumsOf(workspace))
  else if (step === 'die')
    await countDay(workspace.id, workspace.timezone, world.now.startOf('day'))
  else await world.do(step)
}
