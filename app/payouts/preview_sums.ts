import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { minorUnits, sum } from '#money/arithmetic'
import { claimable, maturing, type Scope } from '#payouts/claim'
import { currenciesDue } from '#payouts/due'
import { methodKinds, methodTakes } from '#payouts/methods/index'
import type { LeftOutReason } from '#models/types'
import type Workspace from '#models/workspace'

export interface RunSums {
  currency: string
  payouts_count: number
  /** Minor units. */
  amount: number
  left_out_count: number
  /** The first of them. */
  left_out: { affiliate_id: string; amount: number; reason: LeftOutReason }[]
}

interface Row {
  affiliate_id: string | null
  reason: LeftOutReason | null
  number: number
  amount: number
}

/**
 * What runs opened now would pay, per currency, in figures, and the first of those whom they would leave out: the sums
 * of `previewRuns`, reckoned where the rows are, for a screen that cannot wait until each affiliate is looked at.
 */
export async function previewSums(workspace: Workspace, named: number): Promise<RunSums[]> {
  const scope = { workspaceId: workspace.id, cutoff: clock.now(), affiliateIds: null }
  const previews: RunSums[] = []
  for (const currency of await currenciesDue(scope))
    previews.push(await sumsOf(workspace, { ...scope, currency }, named))
  return previews
}

async function sumsOf(
  workspace: Workspace,
  scope: Scope & { currency: string },
  named: number
): Promise<RunSums> {
  const byReason = db
    .from('looked')
    .groupBy('reason')
    .select(db.raw('null as affiliate_id'), 'reason')
    .count('* as number')
    .sum('total as amount')
  const first = db
    .from('looked')
    .whereNotNull('reason')
    .orderBy('affiliate_id')
    .limit(named)
    .select('affiliate_id', 'reason', db.raw('1 as number'), 'total as amount')
  const rows: Row[] = await db
    .query()
    .withMaterialized('looked', lookedAt(workspace, scope) as never)
    .from(byReason.as('sums'))
    .unionAll(db.from(first.as('first')))
  const sums = rows.filter(({ affiliate_id: id }) => id === null)
  const paid = sums.find(({ reason }) => reason === null)
  return {
    currency: scope.currency,
    payouts_count: Number(paid?.number ?? 0),
    amount: minorUnits(paid?.amount ?? 0),
    left_out_count: sum(sums.map(({ reason, number }) => (reason ? Number(number) : 0))),
    left_out: rows.flatMap(({ affiliate_id: id, reason, amount }) =>
      id && reason ? [{ affiliate_id: id, amount: minorUnits(amount), reason }] : []
    ),
  }
}

/** `whyLeftOut` in SQL, of all who are owed something. */
function lookedAt({ payoutMinimums }: Workspace, { currency, ...scope }: Scope) {
  const refusing = methodKinds.filter((kind) => !methodTakes({ kind, currency: null }, currency!))
  const refuses = ['payout_methods.currency <> ?', ...refusing.map(() => 'payout_methods.kind = ?')]
  return db
    .from(owed({ currency, ...scope }).as('owed'))
    .join('affiliates', 'affiliates.id', 'owed.affiliate_id')
    .leftJoin('payout_methods', 'payout_methods.affiliate_id', 'owed.affiliate_id')
    .select('owed.affiliate_id', 'owed.total')
    .select(
      db.raw(
        `case
          when affiliates.state <> 'active' then 'affiliate_not_active'
          when owed.total <= 0 then 'not_above_zero'
          when owed.total < coalesce(cast(affiliates.payout_minimums ->> ? as bigint), ?) then 'below_minimum'
          when ${refuses.join(' or ')} then 'method_refuses_currency'
        end as reason`,
        [currency!, payoutMinimums[currency!] ?? 0, currency!, ...refusing]
      )
    )
}

/** What is due to each affiliate, and what opening a run would mature, each by its own index. */
function owed(scope: Scope) {
  const [due, later] = [claimable(scope), maturing(scope)].map((rows) =>
    rows.groupBy('affiliate_id').select('affiliate_id').sum('amount as total')
  )
  return db
    .from(
      db
        .from(due.as('due'))
        .unionAll(db.from(later.as('later')))
        .as('both')
    )
    .groupBy('affiliate_id')
    .select('affiliate_id')
    .sum('total as total')
}
