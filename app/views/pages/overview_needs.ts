import { clock } from '#core/clock'
import { formatMoney } from '#money/format'
import { countOf } from '#views/count_of'
import { date } from '#views/dates'
import { plural } from '#views/words'
import type { Icon } from '#views/icons'
import type { MoneyByState, Sum } from '#views/pages/overview'
import type { Tone } from '#views/states'
import type Workspace from '#models/workspace'

/** One line of what waits for a person. */
interface Need {
  text: string
  href: string
  hint?: string
  figure?: string
  tone?: Tone
  icon: Icon
}

/** Runs are named one by one up to here. */
const NAMED = 4

/** A payout that failed longer ago was seen. */
const RECENT = { days: 14 }

/** What waits for a person, the dearest first. */
export async function whatNeedsSomeone(workspace: Workspace, sums: MoneyByState): Promise<Need[]> {
  const needs = [
    ...(await runsThatWait(workspace)),
    await failedPayouts(workspace),
    heldCommissions(sums),
    await applications(workspace),
  ]
  return needs.filter((need) => need !== null)
}

async function runsThatWait(workspace: Workspace): Promise<Need[]> {
  const runs = await workspace
    .related('payoutRuns')
    .query()
    .whereIn('state', ['awaiting_approval', 'approved'])
    .preload('approvals')
    .orderBy('id')
  const named = runs.slice(0, NAMED).map((run): Need => ({
    text: `The ${run.currency} run of ${date(run.cutoff, workspace.timezone)} ${run.state === 'approved' ? 'is approved and to be paid' : 'awaits approval'}`,
    hint:
      run.state === 'approved'
        ? plural(run.payoutsCount, 'payout')
        : `${plural(run.payoutsCount, 'payout')}, ${run.approvals.length} of ${plural(run.approvalsRequired, 'approval')} given`,
    figure: formatMoney(run.amount, run.currency),
    href: `/payout_runs/${run.id}`,
    icon: 'payout',
    tone: run.state === 'approved' ? 'blue' : 'amber',
  }))
  if (runs.length <= NAMED) return named
  const more: Need = {
    text: `${plural(runs.length - NAMED, 'more run')} to approve or pay`,
    href: '/payout_runs?state=awaiting_approval,approved',
    icon: 'payout',
  }
  return [...named, more]
}

async function failedPayouts(workspace: Workspace): Promise<Need | null> {
  const failed = await workspace
    .related('payouts')
    .query()
    .whereIn('state', ['failed', 'returned'])
    .where('updated_at', '>=', clock.now().minus(RECENT).toJSDate())
    .select('amount', 'currency')
  if (failed.length === 0) return null
  const sums = new Map<string, number>()
  for (const { amount, currency } of failed) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return {
    text: `${plural(failed.length, 'payout')} failed or came back`,
    hint: `in the last ${RECENT.days} days; the money is due again`,
    figure: figuresOf([...sums].map(([currency, amount]) => ({ currency, amount }))),
    href: '/payouts?state=failed,returned',
    tone: 'red',
    icon: 'danger',
  }
}

function heldCommissions(sums: MoneyByState): Need | null {
  const held = sums.of('held')
  if (held.length === 0) return null
  return {
    text: `${plural(sums.count('held'), 'commission is', 'commissions are')} held`,
    hint: 'for a person to look at',
    figure: figuresOf(held),
    href: '/commissions?state=held',
    icon: 'pause',
  }
}

async function applications(workspace: Workspace): Promise<Need | null> {
  const number = await countOf(workspace.related('affiliates').query().where('state', 'pending'))
  if (number === 0) return null
  return {
    text: `${plural(number, 'affiliate waits', 'affiliates wait')} to be let in`,
    href: '/affiliates?state=pending',
    icon: 'affiliate',
  }
}

function figuresOf(sums: Sum[]) {
  return sums.map(({ amount, currency }) => formatMoney(amount, currency)).join(' · ')
}
