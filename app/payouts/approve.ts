import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { transition, transitionAll } from '#core/transition'
import { system, type Actor } from '#core/actor'
import { InvalidTransitionException } from '#exceptions/errors'
import Commission from '#models/commission'
import { lockAffiliates } from '#models/affiliate'
import Approval from '#models/approval'
import Payout from '#models/payout'
import PayoutMethod from '#models/payout_method'
import PayoutRun from '#models/payout_run'
import { continueLater, isSmall } from '#payouts/continue'
import { writeFiles } from '#payouts/files'
import { refuseApprover } from '#payouts/policy'

/** Payouts approved in one transaction. */
const CHUNK = 50

/**
 * Gives one approval. The last one needed freezes the run: its payouts take a copy of where they go to, and
 * their commissions are processing. A large run is frozen by a job.
 */
export async function approveRun(run: PayoutRun, actor: Actor) {
  const small = await isSmall(run)
  const approved = await atomically(async () => {
    const enough = await giveApproval(run, actor)
    if (enough && small) await freeze(run)
    return enough
  })
  if (approved && !small) await continueLater(run)
  await run.refresh()
}

/** Takes the run's payouts from awaiting approval to approved, chunk by chunk, and writes its files. */
export async function freeze(run: PayoutRun) {
  while (await freezeChunk(run));
  await writeFiles(run)
}

async function giveApproval(run: PayoutRun, actor: Actor): Promise<boolean> {
  await db.from('payout_runs').where('id', run.id).forUpdate().select('id')
  await run.refresh()
  if (run.state !== 'awaiting_approval') {
    throw new InvalidTransitionException(`This run is ${run.state.replace('_', ' ')}: it cannot be approved.`, {
      state: run.state,
    })
  }
  await refuseApprover(run, actor)

  await Approval.create({
    workspaceId: run.workspaceId,
    runId: run.id,
    userId: actor.kind === 'user' ? actor.id : null,
    apiKeyId: actor.kind === 'api_key' ? actor.id : null,
  })
  await record(run, { type: 'payout_run.approval_given', actor, data: { amount: run.amount, currency: run.currency } })

  const given = await Approval.query().where('run_id', run.id)
  if (given.length < run.approvalsRequired) return false

  await transition(run, 'approve', {
    actor,
    data: { amount: run.amount, currency: run.currency, payouts: run.payoutsCount },
    set: { approved_at: clock.now().toJSDate(), progress_step: 'approving' },
  })
  return true
}

async function freezeChunk(run: PayoutRun): Promise<boolean> {
  return atomically(async () => {
    const payouts = await Payout.query()
      .where({ run_id: run.id, state: 'awaiting_approval' })
      .orderBy('affiliate_id')
      .limit(CHUNK)
    if (payouts.length === 0) return false

    await lockAffiliates(payouts.map(({ affiliateId }) => affiliateId))
    await copyDestinations(payouts)
    const ids = await transitionAll(Payout, 'approve', payouts.map(({ id }) => id), {
      actor: system,
      data: { run_id: run.id },
      set: { approved_at: clock.now().toJSDate() },
    })
    await processCommissions(ids)
    return true
  })
}

/** What the approvers saw is what is paid, whatever the affiliate changes later. */
async function copyDestinations(payouts: Payout[]) {
  const methods = await PayoutMethod.query().whereIn('affiliate_id', payouts.map(({ affiliateId }) => affiliateId))
  const methodOf = new Map(methods.map((method) => [method.affiliateId, method]))
  for (const payout of payouts) {
    const method = methodOf.get(payout.affiliateId)
    if (!method) continue
    await payout
      .merge({ method: method.kind, methodMasked: method.masked, destination: method.destination })
      .save()
  }
}

async function processCommissions(payoutIds: string[]) {
  const rows = await db.from('commissions').whereIn('payout_id', payoutIds).select('id')
  await transitionAll(Commission, 'process', rows.map(({ id }) => id), { actor: system, silent: true })
}
