import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { ConflictException, ForbiddenException } from '#exceptions/errors'
import Approval from '#models/approval'
import { formatMoney } from '#money/format'
import type PayoutRun from '#models/payout_run'
import type Workspace from '#models/workspace'
import type { Actor } from '#core/actor'

/** Who changed a destination in the run within these days may not approve it. */
const DESTINATION_DAYS = 14

/** What one person alone approved within these days counts towards the limit for one. */
const ALONE_DAYS = 30

/**
 * How many approvals a run needs: two when the workspace says so, or when a payout, or the run with what one
 * person alone approved in its currency lately, is above the limit for one.
 */
export async function approvalsRequired(run: PayoutRun, workspace: Workspace): Promise<1 | 2> {
  return workspace.approvals.required === 2 || (await limitAsksForTwo(run, workspace)) ? 2 : 1
}

/** Whether a payout, or the run with what one person alone approved lately, is above the limit for one. */
export async function limitAsksForTwo(run: PayoutRun, workspace: Workspace): Promise<boolean> {
  const limit = workspace.approvals.two_above?.[run.currency]
  if (limit === undefined) return false

  const largest = await db
    .from('payouts')
    .where('run_id', run.id)
    .whereNot('state', 'canceled')
    .max('amount as amount')
    .first()
  return Number(largest.amount) > limit || run.amount + (await approvedAlone(run)) > limit
}

/** @throws ForbiddenException or ConflictException when this one may not give this approval */
export async function refuseApprover(run: PayoutRun, actor: Actor) {
  const given = await Approval.query().where('run_id', run.id)
  if (given.some(({ userId, apiKeyId }) => userId === actor.id || apiKeyId === actor.id)) {
    throw new ConflictException(
      `You have approved this run already. It needs the approval of another person.`
    )
  }
  if (actor.kind === 'api_key' && run.approvalsRequired > 1) {
    throw new ForbiddenException('This run needs two people. A key cannot approve it.')
  }

  const changed = await db
    .from('payouts')
    .join('payout_methods', 'payout_methods.affiliate_id', 'payouts.affiliate_id')
    .where('payouts.run_id', run.id)
    .where('payouts.state', 'awaiting_approval')
    .where('payout_methods.changed_by_id', actor.id)
    .where(
      'payout_methods.changed_at',
      '>',
      clock.now().minus({ days: DESTINATION_DAYS }).toJSDate()
    )
    .sum('payouts.amount as amount')
    .count('* as count')
    .first()
  if (Number(changed.count) > 0) {
    throw new ForbiddenException(
      `You changed where ${formatMoney(Number(changed.amount), run.currency)} of this run goes within the last ${DESTINATION_DAYS} days. Another person must approve it.`
    )
  }
}

async function approvedAlone(run: PayoutRun): Promise<number> {
  const row = await db
    .from('payout_runs')
    .where({ workspace_id: run.workspaceId, currency: run.currency, approvals_required: 1 })
    .whereNot('id', run.id)
    .whereNotIn('state', ['canceled'])
    .where('approved_at', '>', clock.now().minus({ days: ALONE_DAYS }).toJSDate())
    .sum('amount as amount')
    .first()
  return Number(row.amount ?? 0)
}
