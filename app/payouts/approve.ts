import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { transition, transitionAll } from '#core/transition'
import { system, type Actor } from '#core/actor'
import { ConflictException, InvalidTransitionException } from '#exceptions/errors'
import Commission from '#models/commission'
import Approval from '#models/approval'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import Workspace from '#models/workspace'
import { formatMoney } from '#money/format'
import { continueLater } from '#payouts/continue'
import { writeFiles } from '#payouts/files'
import { isSmall, lockPiece, lockWhole, pace } from '#payouts/pieces'
import { limitAsksForTwo, refuseApprover } from '#payouts/policy'
import { lockRun } from '#payouts/totals'

/**
 * Gives one approval. The last one needed freezes the run: its payouts take a copy of where they go to, and
 * their commissions are processing. A large run is frozen by a job.
 *
 * @throws ConflictException where `seen`, the amount that the approver saw in minor units, is not that of the run
 */
export async function approveRun(run: PayoutRun, actor: Actor, seen?: number) {
  const small = await isSmall(run)
  const approved = await atomically(async () => {
    if (small) await lockWhole(run)
    const enough = await giveApproval(run, actor, seen)
    if (enough && small) await freeze(run)
    return enough
  })
  if (approved && !small) await continueLater(run)
  await run.refresh()
}

/** Takes the run's payouts from awaiting approval to approved, piece by piece, and writes its files. */
export async function freeze(run: PayoutRun) {
  await freezePieces(run)
  await writeFiles(run)
}

/** The first half of it: the payouts, without the files. */
export async function freezePieces(run: PayoutRun) {
  while (await freezePiece(run));
}

/** Where a payout goes, as its event tells it: enough to see that it was changed later, and not where. */
export function fingerprintOf(destination: string | null) {
  return destination === null ? null : createHash('sha256').update(destination).digest('hex')
}

/**
 * Freezes one payout whose run is approved already, where a refund or a suspension comes to it before the job
 * does: what was approved is not changed any more. Inside a transaction that has locked its affiliate.
 */
export async function freezeIfApproved(payout: Payout) {
  if (payout.state !== 'awaiting_approval') return
  await lockRun(payout.runId)
  const run = await PayoutRun.findOrFail(payout.runId)
  if (run.state !== 'approved') return

  await freezePayouts([payout])
  await payout.refresh()
}

async function giveApproval(run: PayoutRun, actor: Actor, seen?: number): Promise<boolean> {
  await lockRun(run.id)
  await run.refresh()
  if (run.state !== 'awaiting_approval') {
    throw new InvalidTransitionException(
      `This run is ${run.state.replace('_', ' ')}: it cannot be approved.`,
      {
        state: run.state,
      }
    )
  }
  if (seen !== undefined && seen !== run.amount) {
    throw new ConflictException(
      `The run was of ${formatMoney(seen, run.currency)} when you looked, and is of ${formatMoney(run.amount, run.currency)} now. Look at it again, then approve.`,
      { amount: run.amount }
    )
  }
  await raiseWhatIsRequired(run)
  await refuseApprover(run, actor)

  await Approval.create({
    workspaceId: run.workspaceId,
    runId: run.id,
    userId: actor.kind === 'user' ? actor.id : null,
    apiKeyId: actor.kind === 'api_key' ? actor.id : null,
  })
  await record(run, {
    type: 'payout_run.approval_given',
    actor,
    data: { amount: run.amount, currency: run.currency },
  })

  const given = await Approval.query().where('run_id', run.id)
  if (given.length < run.approvalsRequired) return false

  await transition(run, 'approve', {
    actor,
    data: { amount: run.amount, currency: run.currency, payouts: run.payoutsCount },
    set: { approved_at: clock.now().toJSDate(), progress_step: 'approving', progress_cursor: null },
  })
  return true
}

/** Runs opened together could each stay below the limit for one, and be approved alone one after the other. */
async function raiseWhatIsRequired(run: PayoutRun) {
  const workspace = await Workspace.findOrFail(run.workspaceId)
  if (run.approvalsRequired === 1 && (await limitAsksForTwo(run, workspace))) {
    await run.merge({ approvalsRequired: 2 }).save()
  }
}

async function freezePiece(run: PayoutRun): Promise<boolean> {
  return pace.atomically(async () => {
    const payouts = await lockPiece(run, 'approving', ['awaiting_approval'])
    if (payouts === null) return false

    await freezePayouts(payouts)
    return true
  })
}

async function freezePayouts(payouts: Payout[]) {
  if (payouts.length === 0) return
  const ids = payouts.map(({ id }) => id)
  await copyDestinations(ids)
  const frozen = await Payout.query().whereIn('id', ids).select('id', 'destination')
  const goesTo = new Map(frozen.map(({ id, destination }) => [id, fingerprintOf(destination)]))
  const approved = await transitionAll(Payout, 'approve', ids, {
    actor: system,
    data: (id) => ({ run_id: payouts[0].runId, destination_sha256: goesTo.get(id) ?? null }),
    set: { approved_at: clock.now().toJSDate() },
  })
  await processCommissions(approved)
}

/** What the approvers saw is what is paid, whatever the affiliate changes later. */
async function copyDestinations(payoutIds: string[]) {
  const places = payoutIds.map(() => '?').join(', ')
  const methodOf = `from payout_methods where payout_methods.affiliate_id = payouts.affiliate_id`
  await db.rawQuery(
    `update payouts set (method, method_masked, destination) = (select kind, masked, destination ${methodOf})
     where id in (${places}) and exists (select 1 ${methodOf})`,
    payoutIds
  )
}

async function processCommissions(payoutIds: string[]) {
  const rows = await db.from('commissions').whereIn('payout_id', payoutIds).select('id')
  await transitionAll(
    Commission,
    'process',
    rows.map(({ id }) => id),
    { actor: system, silent: true }
  )
}
