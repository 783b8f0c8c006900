import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { dialect } from '#config/database'
import { matureCommissions } from '#ledger/mature'
import { verifyLedger } from '#ledger/verify'
import PayoutRun from '#models/payout_run'
import Workspace from '#models/workspace'
import { freezePieces } from '#payouts/approve'
import { continueRun } from '#payouts/continue'
import { openByHand } from '#payouts/open'
import { fillCustomers } from './console_fill.js'
import { fill } from './money_fill.js'
import type { Actor } from '#core/actor'

const person = (id: string): Actor => ({ kind: 'user', id })

/** What a worker does with a large run, as its jobs do it. */
export const steps = {
  fill,
  fillCustomers,

  /** As PostgreSQL does by itself in the minutes after so many rows have changed; it needs a role that may checkpoint. */
  async vacuum() {
    if (dialect !== 'postgres') return
    await db.rawQuery('vacuum analyze')
    await db.rawQuery('checkpoint')
  },

  mature: () => matureCommissions(),

  /** Of what was due by the cutoff, or by now. */
  async open({
    workspaceId,
    userId,
    until,
  }: {
    workspaceId: string
    userId: string
    until?: string
  }) {
    const workspace = await Workspace.findOrFail(workspaceId)
    const cutoff = until === undefined ? undefined : DateTime.fromISO(until, { zone: 'utc' })
    const [{ id }] = await openByHand(workspace, { cutoff }, person(userId))
    await continueRun(id)
    const run = await PayoutRun.findOrFail(id)
    return { id, state: run.state, payouts: run.payoutsCount, amount: run.amount }
  },

  async approve({ runId, userId }: { runId: string; userId: string }) {
    const run = await PayoutRun.findOrFail(runId)
    await run.approve(person(userId))
    await freezePieces(run)
  },

  async files({ runId }: { runId: string }) {
    await continueRun(runId)
    const run = await PayoutRun.findOrFail(runId)
    const files = await run.related('files').query().select('rows')
    return { state: run.state, step: run.progressStep, files: files.length }
  },

  async pay({ runId, userId }: { runId: string; userId: string }) {
    const run = await PayoutRun.findOrFail(runId)
    await run.pay(person(userId), { reference: 'bench' })
    await continueRun(runId)
    await run.refresh()
    return { state: run.state }
  },

  async verify() {
    const { breaks, warnings } = await verifyLedger()
    return { breaks: breaks.length, warnings: warnings.length, first: breaks.slice(0, 3) }
  },
}
