import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { Refusal } from '#exceptions/errors'
import Payout from '#models/payout'
import PayoutMethod from '#models/payout_method'
import PayoutRun from '#models/payout_run'
import { openByHand } from '#payouts/open'
import { Marks } from '#tests/support/marks'
import { dueProgram, refund, saleOf } from '#tests/support/money'
import { scale, seed } from '#tests/support/seed'
import type { Assert } from '@japa/assert'
import type { PayoutRunState, PayoutState } from '#models/types'

/** What is done, and to which of those that it may be done to. */
type Step = [verb: keyof typeof verbs, which: number]

const verbs = {
  sell: { weight: 6, does: sell },
  refund: { weight: 3, does: takeBack },
  redirect: { weight: 2, does: redirect },
  open: { weight: 6, does: open },
  exclude: { weight: 1, does: exclude },
  include: { weight: 2, does: include },
  approve: { weight: 4, does: approve },
  payRun: { weight: 2, does: payRun },
  pay: { weight: 4, does: pay },
  return: { weight: 3, does: comeBack },
}

const step = fc.tuple(
  fc.oneof(
    ...Object.entries(verbs).map(([verb, { weight }]) => ({
      weight,
      arbitrary: fc.constant(verb as Step[0]),
    }))
  ),
  fc.nat(5)
)

test.group('The marks of payouts', () => {
  test(`are those that hold until the run is approved, whatever happens meanwhile, and stay so (seed ${seed})`, async ({
    assert,
  }) => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 25, maxLength: 25 }),
      async (steps) => {
        const rollBack = await testUtils.db().wrapInGlobalTransaction()
        try {
          await play(steps, assert)
        } finally {
          await rollBack()
        }
      }
    )
    await fc.assert(property, { numRuns: 15 * scale })
  }).disableTimeout()
})

type World = Awaited<ReturnType<typeof begin>>

/** One affiliate, who is paid in many runs, several of which are open at a time. */
async function begin() {
  const program = await dueProgram()
  return { ...program, sales: [program.sale] }
}

async function play(steps: Step[], assert: Assert) {
  const world = await begin()
  const marks = new Marks()
  let now = clock.now()
  for (const [verb, which] of steps) {
    now = now.plus({ seconds: 1 })
    await clock.at(now, () => verbs[verb].does(world, which)).catch(unlessRefused)
    const message = `after ${verb}(${which}) of ${JSON.stringify(steps)}`
    assert.deepEqual(await marks.astray(world.workspace.id), [], message)
  }
}

function unlessRefused(error: unknown) {
  if (!(error instanceof Refusal)) throw error
}

async function sell(world: World, which: number) {
  const { sale } = await saleOf(world, [1_000, 1_000, 4_000, 15_000][which % 4])
  world.sales.push(sale)
}

async function takeBack({ sales }: World, which: number) {
  await refund(pick(sales, which)!, 100)
}

async function redirect({ affiliate }: World) {
  await PayoutMethod.choose(affiliate, { kind: 'manual', destination: {} }, system)
}

async function open({ workspace, owner }: World) {
  await openByHand(workspace, {}, owner.actor)
}

async function exclude(world: World, which: number) {
  await (await payoutOf(world, ['awaiting_approval'], which))?.exclude(system, 'asked')
}

async function include(world: World, which: number) {
  await (await payoutOf(world, ['canceled'], which))?.include(system)
}

async function approve(world: World, which: number) {
  await (await runOf(world, ['awaiting_approval'], which))?.approve(world.owner.actor)
}

async function payRun(world: World, which: number) {
  const run = await runOf(world, ['approved', 'processing'], which)
  await run?.pay(world.owner.actor, { reference: 'bank' })
}

async function pay(world: World, which: number) {
  await (await payoutOf(world, ['approved', 'processing'], which))?.pay(system, {})
}

async function comeBack(world: World, which: number) {
  await (await payoutOf(world, ['paid'], which))?.return(system, 'account_closed')
}

async function payoutOf({ workspace }: World, states: PayoutState[], which: number) {
  const query = Payout.query().where('workspace_id', workspace.id).whereIn('state', states)
  return pick(await query.orderBy('id'), which)
}

async function runOf({ workspace }: World, states: PayoutRunState[], which: number) {
  const query = PayoutRun.query().where('workspace_id', workspace.id).whereIn('state', states)
  return pick(await query.orderBy('id'), which)
}

function pick<T>(items: T[], which: number): T | undefined {
  return items[which % items.length]
}
