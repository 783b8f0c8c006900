import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { system, type Actor } from '#core/actor'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { fromStored } from '#database/instants'
import { record } from '#core/events'
import { oneByOne } from '#core/one_by_one'
import { takeTurn } from '#core/turns'
import { InvalidFieldsException } from '#exceptions/errors'
import { matureCommissions } from '#ledger/mature'
import PayoutRun from '#models/payout_run'
import Workspace from '#models/workspace'
import { buildRun } from '#payouts/build'
import { continueLater } from '#payouts/continue'
import { currenciesDue, isMoreThan } from '#payouts/due'
import { wouldPayAnyone } from '#payouts/preview'
import { dueCutoff } from '#payouts/schedule'
import type { RunTrigger } from '#models/types'
import type { Scope } from '#payouts/claim'

/** What is built in the request itself; a larger run goes on in a job. */
const IN_REQUEST = 1_000

export interface RunRequest {
  cutoff?: DateTime
  affiliateIds?: string[]
  currency?: string
}

/**
 * Opens runs by hand, one per currency with something due. A currency with nothing to pay writes nothing.
 *
 * @throws InvalidFieldsException when the cutoff lies ahead
 */
export async function openByHand(
  workspace: Workspace,
  request: RunRequest,
  actor: Actor
): Promise<PayoutRun[]> {
  const cutoff = request.cutoff ?? clock.now()
  if (cutoff > clock.now()) {
    throw InvalidFieldsException.on('cutoff', 'past', 'The cutoff must be now or earlier.')
  }
  const { currency, affiliateIds = null } = request
  const scope = { workspaceId: workspace.id, currency, cutoff, affiliateIds }
  if (await isMoreThan(IN_REQUEST, scope)) return openLarge(workspace, scope, actor)

  await matureCommissions({ until: cutoff, workspaceId: workspace.id })
  const runs: PayoutRun[] = []
  for (const each of await currenciesDue(scope)) {
    const run = await openSmall(workspace, { ...scope, currency: each }, actor)
    if (run) runs.push(run)
  }
  return runs
}

/** Opens the scheduled runs of every workspace whose cutoff has come. Safe to repeat and to run twice at once. */
export async function openDueRuns(): Promise<{ opened: number }> {
  let opened = 0
  await oneByOne(await Workspace.query().orderBy('id'), async (workspace) => {
    const runs = await openScheduled(workspace)
    opened += runs.length
  })
  return { opened }
}

/** The latest missed cutoff alone is opened; a run that another worker opened is left to it. */
export async function openScheduled(workspace: Workspace): Promise<PayoutRun[]> {
  const cutoff = dueCutoff(
    workspace.payoutSchedule,
    workspace.timezone,
    clock.now(),
    await lastCutoff(workspace)
  )
  if (!cutoff) return []
  await matureCommissions({ until: cutoff, workspaceId: workspace.id })

  const runs = await atomically(async () => {
    await takeTurn('schedule', workspace.id)
    if ((await lastCutoff(workspace)) >= cutoff) return []
    const due = await currenciesDue({ workspaceId: workspace.id, cutoff, affiliateIds: null })
    const drafts: PayoutRun[] = []
    for (const currency of due.length > 0 ? due : [workspace.currency]) {
      drafts.push(await draft(workspace, { currency, cutoff, trigger: 'schedule', actor: system }))
    }
    return drafts
  })
  for (const run of runs) await buildRun(run)
  return runs
}

/** The drafts alone: a job matures, builds and presents them. */
async function openLarge(workspace: Workspace, scope: Scope, actor: Actor) {
  const { cutoff, affiliateIds } = scope
  const runs: PayoutRun[] = []
  for (const currency of await currenciesDue(scope)) {
    const request = { currency, cutoff, affiliateIds: affiliateIds ?? undefined }
    if (!(await wouldPayAnyone(workspace, request))) continue
    const run = await atomically(() =>
      draft(workspace, { currency, cutoff, affiliateIds, trigger: 'hand', actor })
    )
    await continueLater(run)
    runs.push(run)
  }
  return runs
}

async function openSmall(
  workspace: Workspace,
  { currency, cutoff, affiliateIds }: Scope & { currency: string },
  actor: Actor
): Promise<PayoutRun | null> {
  return unlessEmpty(() =>
    atomically(async () => {
      const run = await draft(workspace, { currency, cutoff, affiliateIds, trigger: 'hand', actor })
      await buildRun(run)
      if (run.payoutsCount === 0) throw new NothingToPay()
      return run
    })
  )
}

/** Rolls a run back that turned out to pay nobody. */
class NothingToPay extends Error {}

async function unlessEmpty(open: () => Promise<PayoutRun>) {
  try {
    return await open()
  } catch (error) {
    if (error instanceof NothingToPay) return null
    throw error
  }
}

async function draft(
  workspace: Workspace,
  run: {
    currency: string
    cutoff: DateTime
    trigger: RunTrigger
    affiliateIds?: string[] | null
    actor: Actor
  }
) {
  const { actor, affiliateIds = null, ...rest } = run
  const created = await PayoutRun.create({
    workspaceId: workspace.id,
    ...rest,
    affiliateIds,
    state: 'draft',
    openedById: actor.id,
    approvalsRequired: workspace.approvals.required,
    progressStep: 'building',
    amount: 0,
    payoutsCount: 0,
    leftOutCount: 0,
  })
  await record(created, {
    type: 'payout_run.created',
    actor,
    to: 'draft',
    data: { currency: run.currency, cutoff: run.cutoff.toUTC().toISO(), trigger: run.trigger },
  })
  return created
}

/** A new workspace's first cutoff lies after its founding. */
async function lastCutoff(workspace: Workspace): Promise<DateTime> {
  const row = await db
    .from('payout_runs')
    .where({ workspace_id: workspace.id, trigger: 'schedule' })
    .max('cutoff as last')
    .first()
  const last = row.last ? fromStored(row.last) : workspace.createdAt
  return DateTime.max(last, workspace.createdAt)
}
