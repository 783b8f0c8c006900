import { system } from '#core/actor'
import { clock } from '#core/clock'
import { matureCommissions } from '#ledger/mature'
import Commission from '#models/commission'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import { whyNotIncluded } from '#payouts/include'
import { openByHand, openScheduled } from '#payouts/open'
import { tell } from '#payouts/tell'
import { left } from '#tests/support/money_model/plain'
import { pick, type Command, type World } from '#tests/support/money_model/world'
import type { LineOutcome, PayoutRunState, PayoutState } from '#models/types'

/** What moves commissions from their hold to being paid, and back. Each does it, and tells the plain books. */

const OUTCOMES: LineOutcome[] = ['paid', 'failed', 'returned', 'open', 'unclear']
const OPEN = ['approved', 'processing']

export const payVerbs = {
  pass: { weight: 5, does: pass },
  approve: { weight: 2, does: onCommission((commission) => commission.approve(system)) },
  hold: { weight: 2, does: onCommission((commission) => commission.hold(system)) },
  release: { weight: 2, does: onCommission((commission) => commission.release(system)) },
  void: { weight: 2, does: voidOne },
  suspend: { weight: 1, does: suspend },
  activate: { weight: 2, does: activate },
  open: { weight: 5, does: (world: World) => open(world) },
  payNow: {
    weight: 2,
    does: (world: World, { which }: Command) => open(world, pick(world.affiliates, which)!.id),
  },
  schedule: { weight: 1, does: ({ program }: World) => openScheduled(program.workspace) },
  exclude: { weight: 1, does: exclude },
  include: { weight: 2, does: include },
  approveRun: { weight: 6, does: approveRun },
  reject: { weight: 1, does: (world: World, command: Command) => end(world, command, 'reject') },
  cancel: { weight: 1, does: (world: World, command: Command) => end(world, command, 'cancel') },
  execute: { weight: 3, does: execute },
  payRun: { weight: 2, does: payRun },
  pay: { weight: 3, does: pay },
  fail: { weight: 1, does: fail },
  return: { weight: 2, does: comeBack },
  tell: { weight: 4, does: tellOutcome },
}

async function pass(world: World, { days }: Command) {
  world.now = world.now.plus({ days })
  await clock.at(world.now, () => matureCommissions({ workspaceId: world.program.workspace.id }))
}

function onCommission(work: (commission: Commission) => Promise<unknown>) {
  return async (world: World, { which }: Command) => {
    const commission = await commissionOf(world, which)
    if (commission) await work(commission)
  }
}

async function voidOne(world: World, { which }: Command) {
  const commission = await commissionOf(world, which)
  if (!commission) return
  const originals = await world.originals()
  const index = originals.findIndex(({ id }) => id === commission.id)
  const promise = world.books.promises[index]
  const locked = await world.locked()
  const may = index >= 0 && !locked.has(index) && left(promise) !== 0
  await world.exactlyIf(may, () => commission.void(system, 'fraud'))
  promise.voided = true
}

async function suspend(world: World, { which }: Command) {
  await pick(world.affiliates, which)!.suspend(system, 'fraud')
}

async function activate(world: World) {
  const suspended = world.affiliates.find(({ state }) => state === 'suspended')
  await suspended?.activate(system)
}

/** Whoever is active and has the minimum is paid all that is due to them, and nobody else. */
async function open({ program, affiliates }: World, only?: string) {
  const { workspace, owner } = program
  await matureCommissions({ workspaceId: workspace.id })
  const expected: string[] = []
  for (const affiliate of affiliates.filter(({ id }) => !only || id === only))
    for (const { currency, available, minimum } of await affiliate.balances())
      if (affiliate.state === 'active' && available > 0 && available >= minimum)
        expected.push(`${affiliate.id} ${currency} ${available}`)

  const runs = await openByHand(workspace, { affiliateIds: only ? [only] : undefined }, owner.actor)
  const payouts = await Payout.query().whereIn(
    'run_id',
    runs.map(({ id }) => id)
  )
  const opened = payouts.map((each) => `${each.affiliateId} ${each.currency} ${each.amount}`)
  const differ = opened.sort().join(', ') !== expected.sort().join(', ')
  if (differ)
    throw new Error(`The run pays ${opened.join(', ')}, but due is ${expected.join(', ')}`)
}

async function exclude(world: World, { which }: Command) {
  await (await payoutOf(world, which, 'awaiting_approval'))?.exclude(system, 'asked')
}

/** Whatever came between, the run is of what its payouts hold, and takes nothing from another. */
async function include(world: World, { which }: Command) {
  const payout = await payoutOf(world, which, 'canceled')
  if (!payout) return
  const may = (await whyNotIncluded(payout)) === null
  await world.exactlyIf(may, () => payout.include(system))
  if (may && payout.state !== 'awaiting_approval') throw new Error('It is not in its run again')
}

async function approveRun(world: World, { which }: Command) {
  const run = await runOf(world, which, 'awaiting_approval')
  if (!run) return
  await run.approve(world.program.owner.actor)
  for (const { id, affiliateId, currency, amount, state } of await payoutsOf(run))
    if (state === 'approved')
      world.payouts.set(id, { runId: run.id, of: `${affiliateId} ${currency}`, amount, state })
}

async function end(world: World, { which, share }: Command, verb: 'reject' | 'cancel') {
  const run = await runOf(world, which, share % 2 === 0 ? 'approved' : 'awaiting_approval')
  if (!run) return
  await run[verb](world.program.owner.actor, 'mistake')
  bring(world, run, OPEN, 'canceled')
}

async function execute(world: World, { which }: Command) {
  const run = await runOf(world, which, 'approved')
  if (!run) return
  await run.execute(world.program.owner.actor)
  bring(world, run, ['approved'], 'processing')
}

async function payRun(world: World, { which, other }: Command) {
  const run = await runOf(world, which, which % 2 === 0 ? 'approved' : 'processing')
  if (!run) return
  const except = pick(await payoutsOf(run), other)
  const but = other % 4 === 0 && except ? [except.id] : []
  await run.pay(world.program.owner.actor, { reference: 'bank', except: but })
  bring(world, run, OPEN, 'paid', but)
}

function bring({ payouts }: World, run: PayoutRun, from: string[], to: string, but: string[] = []) {
  for (const [id, payout] of payouts)
    if (payout.runId === run.id && from.includes(payout.state) && !but.includes(id))
      payout.state = to
}

function pay(world: World, { which }: Command) {
  return settle(world, which, OPEN, 'paid', (payout) => payout.pay(system, { reference: 'cash' }))
}

function fail(world: World, { which }: Command) {
  return settle(world, which, OPEN, 'failed', (payout) => payout.fail(system, 'account_closed'))
}

function comeBack(world: World, { which }: Command) {
  return settle(world, which, ['paid'], 'returned', (payout) => payout.return(system, 'closed'))
}

/** Mostly those that the verb is for; now and then any, where it must be refused. */
async function settle(
  world: World,
  which: number,
  from: string[],
  to: string,
  work: (payout: Payout) => Promise<unknown>
) {
  const all = [...world.payouts].filter(([, { state }]) => which % 5 === 0 || from.includes(state))
  const [id, known] = pick(all, which) ?? []
  if (!id || !known) return
  const payout = await Payout.findOrFail(id)
  await world.exactlyIf(from.includes(known.state), () => work(payout))
  known.state = to
}

/** What a provider's record says; it may be of another amount, or contradict what is final. */
async function tellOutcome(world: World, { which, other, share }: Command) {
  const [id, known] = pick([...world.payouts], which) ?? []
  if (!id || !known) return
  const payout = await Payout.findOrFail(id)
  const outcome = pick(OUTCOMES, other)!
  const isOther = share % 6 === 0
  const amount = isOther ? known.amount + 1 : known.amount
  await tell(payout, { outcome, status: outcome.toUpperCase(), amount }, system)
  if (isOther) return
  const isOpen = OPEN.includes(known.state)
  if (outcome === 'paid' && isOpen) known.state = 'paid'
  if (outcome === 'failed' && isOpen) known.state = 'failed'
  if (outcome === 'returned' && isOpen) known.state = 'failed'
  else if (outcome === 'returned' && known.state === 'paid') known.state = 'returned'
}

function commissionOf({ program }: World, which: number) {
  return Commission.query()
    .where('workspace_id', program.workspace.id)
    .orderBy('id', 'desc')
    .offset(which)
    .first()
}

function payoutOf({ program }: World, which: number, state: PayoutState) {
  return Payout.query()
    .where('workspace_id', program.workspace.id)
    .if(which % 5 !== 0, (query) => query.where('state', state))
    .orderBy('id', 'desc')
    .first()
}

async function runOf({ program }: World, which: number, state: PayoutRunState) {
  const runs = await PayoutRun.query()
    .where('workspace_id', program.workspace.id)
    .if(which % 5 !== 0, (query) => query.where('state', state))
    .orderBy('id')
  return pick(runs, which)
}

function payoutsOf(run: PayoutRun) {
  return Payout.query().where('run_id', run.id).orderBy('id')
}
