import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { ConflictException, ForbiddenException } from '#exceptions/errors'
import { allows, roles } from '#http/permissions'
import Approval from '#models/approval'
import Membership from '#models/membership'
import { formatMoney } from '#money/format'
import { minorUnits } from '#money/arithmetic'
import type PayoutRun from '#models/payout_run'
import type Workspace from '#models/workspace'
import type { ApprovalPolicy, Role } from '#models/types'
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

/**
 * Two approvals need two people who may give one, also when this one may not any more.
 *
 * @throws ConflictException where fewer would be left
 */
export async function refuseTooFewApprovers(workspace: Workspace, without: Membership) {
  if (!asksForTwo(workspace.approvals) || !mayApprove(without.role)) return
  if ((await countApprovers(workspace)) <= 2) {
    throw new ConflictException(
      'Payouts of this workspace need the approval of two people, and fewer than two would be left who may give one.'
    )
  }
}

/** Whether a run may need two approvals, of whatever size. */
export function asksForTwo({ required, two_above: limits = {} }: ApprovalPolicy) {
  return required === 2 || Object.keys(limits).length > 0
}

/** How many people may approve. */
export async function countApprovers(workspace: Workspace): Promise<number> {
  const members = await Membership.query().where('workspace_id', workspace.id)
  return members.filter(({ role }) => mayApprove(role)).length
}

function mayApprove(role: Role) {
  return allows(roles[role], 'v1.payouts.approve')
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
  return minorUnits(largest.amount) > limit || run.amount + (await approvedAlone(run)) > limit
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
    .where({ run_id: run.id, state: 'awaiting_approval' })
    .whereIn('affiliate_id', redirectedBy(run.workspaceId, actor))
    .sum('amount as amount')
    .count('* as count')
    .first()
  if (Number(changed.count) > 0) {
    throw new ForbiddenException(
      `You changed where ${formatMoney(minorUnits(changed.amount), run.currency)} of this run goes within the last ${DESTINATION_DAYS} days. Another person must approve it.`
    )
  }
}

/** Whose destination this one changed lately, whoever changed it again since. */
function redirectedBy(workspaceId: string, actor: Actor) {
  const since = clock.now().minus({ days: DESTINATION_DAYS })
  return db
    .from('events')
    .where({
      workspace_id: workspaceId,
      type: 'affiliate.payout_method_changed',
      actor_id: actor.id,
    })
    .where('created_at', '>', since.toJSDate())
    .select('subject_id')
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
  return minorUnits(row.amount)
}
