import { clock } from '#core/clock'
import { currenciesEarned } from '#ledger/currencies'
import Membership from '#models/membership'
import User from '#models/user'
import { currencyCodes, isCurrency } from '#money/currencies'
import { nextRunAt } from '#payouts/schedule'
import { setupChoices } from '#views/pages/setup'
import { timelineOf } from '#views/pages/timeline'
import type Workspace from '#models/workspace'

/** `currency` is one more that minimums and limits are asked for. */
export async function settingsPage(workspace: Workspace, currency?: unknown) {
  const shown = await currenciesOf(workspace, currency)
  const { currencies, zones } = setupChoices()
  const proposer = await User.find(workspace.proposedApprovals?.by_id ?? '')
  return {
    currencies,
    zones,
    campaigns: await workspace
      .related('campaigns')
      .query()
      .whereNot('state', 'archived')
      .orderBy('name'),
    proposer: proposer?.displayName,
    amountsIn: shown,
    otherCurrencies: currencies.filter(({ value }) => !shown.includes(value)),
    weekdays,
    members: await Membership.query()
      .where('workspace_id', workspace.id)
      .preload('user')
      .orderBy('id'),
    nextRunAt: nextRunAt(workspace.payoutSchedule, workspace.timezone, clock.now()),
    timeline: await timelineOf(workspace.id, 10),
  }
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (label, index) => ({ value: index + 1, label })
)

/** Its own, those that it has amounts for, those that commissions came in, and the one asked for. */
async function currenciesOf(workspace: Workspace, asked: unknown) {
  const earned = await currenciesEarned(workspace.id)
  const known = new Set([
    ...Object.keys(workspace.payoutMinimums),
    ...Object.keys(workspace.approvals.two_above ?? {}),
    ...earned,
    ...(typeof asked === 'string' && isCurrency(asked) ? [asked] : []),
  ])
  known.delete(workspace.currency)
  return [workspace.currency, ...currencyCodes.filter((code) => known.has(code))]
}
