import { methodKinds } from '#payouts/methods/index'
import { eachOnce } from '#models/payout_line'
import { whyNotIncluded } from '#payouts/include'
import { chosenIds, chosenPage } from '#views/pages/chosen'
import { linkedFilters, wordsFilter } from '#views/pages/filters'
import { timelineOf } from '#views/pages/timeline'
import type Payout from '#models/payout'
import type { PayoutState } from '#models/types'
import type Workspace from '#models/workspace'
import type { HttpContext } from '@adonisjs/core/http'

/** Lines that one page shows. */
const LINES = 200

/** What the list of payouts can be filtered by. */
export async function payoutsPage(workspace: Workspace, asked: Record<string, unknown>) {
  return {
    filters: [
      wordsFilter('method', 'Method', methodKinds),
      ...(await linkedFilters(workspace, asked, {
        affiliate_id: 'Affiliate',
        run_id: 'Run',
        currency: 'Currency',
      })),
    ],
  }
}

export async function payoutPage(payout: Payout) {
  await payout.load((load) => load.load('affiliate').load('run'))
  return {
    waits: payout.state === 'canceled' && (await waitsForRun(payout)),
    mayReturn: payout.state === 'canceled' && (await whyNotIncluded(payout)) === null,
    lines: await payout
      .related('lines')
      .query()
      .where(eachOnce)
      .preload('commission', (commissions) => commissions.preload('campaign'))
      .orderBy('id')
      .limit(LINES),
    timeline: await timelineOf(payout.id),
  }
}

/** Whether something that a payout let go is due, and in no other yet. */
async function waitsForRun(payout: Payout) {
  const free = await payout
    .related('lines')
    .query()
    .whereHas('commission', (commission) => commission.where('state', 'due').whereNull('payout_id'))
    .first()
  return free !== null
}

/** What a confirm page of one payout says of it. */
export async function payoutDeedPage(payout: Payout) {
  await payout.load('affiliate')
  await payout.loadCount('lines', (lines) => lines.as('lines_count').whereNull('released_at'))
  return { payout, lines: Number(payout.$extras.lines_count) }
}

/** The payouts that were chosen from a list. */
export async function chosenPayouts(ctx: HttpContext, states: readonly PayoutState[]) {
  const payouts = await ctx.workspace.related('payouts').query().whereIn('id', chosenIds(ctx))
  return chosenPage(ctx, payouts, states, '/payouts')
}
