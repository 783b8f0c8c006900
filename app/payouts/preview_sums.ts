import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { minorUnits } from '#money/arithmetic'
import { claimable, maturing, type Scope } from '#payouts/claim'
import { currenciesDue } from '#payouts/due'
import { methodKinds, methodTakes } from '#payouts/methods/index'
import type { LeftOutReason } from '#models/types'
import type Workspace from '#models/workspace'

type OfCurrency = Scope & { currency: string }

export interface RunSums {
  currency: string
  payouts_count: number
  /** Minor units. */
  amount: number
  left_out_count: number
  /** The first of them. */
  left_out: { affiliate_id: string; amount: number; reason: LeftOutReason }[]
}

/** The sums have no affiliate; `number` is how many, `left_out_count` how many of them would be left out. */
interface Row {
  affiliate_id: string | null
  reason: LeftOutReason | null
  number: number
  left_out_count: number
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

async function sumsOf(workspace: Workspace, scope: OfCurrency, named: number): Promise<RunSums> {
  const sums = db
    .from('looked')
    .select(db.raw('null as affiliate_id, null as reason'))
    .count('* as number')
    .count('reason as left_out_count')
    .select(db.raw('sum(case when reason is null then total end) as amount'))
  const first = db
    .from('looked')
    .whereNotNull('reason')
    .orderBy('affiliate_id')
    .limit(named)
    .select('affiliate_id', 'reason', db.raw('1 as number, 1 as left_out_count'), 'total as amount')
  const rows: Row[] = await db
    .query()
    .with('due', byAffiliate(claimable(scope)) as never)
    .with('later', byAffiliate(maturing(scope)) as never)
    .withMaterialized('own', ownTerms(scope) as never)
    .withMaterialized('refusing', refusing(scope) as never)
    .withMaterialized('looked', lookedAt(workspace, scope) as never)
    .from(sums.as('sums'))
    .unionAll(db.from(first.as('first')))
  const all = rows.find(({ affiliate_id: id }) => id === null)!
  return {
    currency: scope.currency,
    payouts_count: Number(all.number) - Number(all.left_out_count),
    amount: minorUnits(all.amount),
    left_out_count: Number(all.left_out_count),
    left_out: rows.flatMap(({ affiliate_id: id, reason, amount }) =>
      id && reason ? [{ affiliate_id: id, amount: minorUnits(amount), reason }] : []
    ),
  }
}

/** `whyLeftOut` in SQL, of all who are owed something. Few have anything of their own: nobody else is looked up. */
function lookedAt({ payoutMinimums }: Workspace, scope: OfCurrency) {
  return db
    .from(owed().as('owed'))
    .leftJoin('own', 'own.id', 'owed.affiliate_id')
    .leftJoin('refusing', 'refusing.affiliate_id', 'owed.affiliate_id')
    .select('owed.affiliate_id', 'owed.total')
    .select(
      db.raw(
        `case
          when own.state <> 'active' then 'affiliate_not_active'
          when owed.total <= 0 then 'not_above_zero'
          when owed.total < coalesce(own.minimum, ?) then 'below_minimum'
          when refusing.affiliate_id is not null then 'method_refuses_currency'
        end as reason`,
        [payoutMinimums[scope.currency] ?? 0]
      )
    )
}

/** Affiliates that are not active, or have minimums of their own. */
function ownTerms({ workspaceId, currency }: OfCurrency) {
  return db
    .from('affiliates')
    .where('workspace_id', workspaceId)
    .whereRaw(`(state <> 'active' or cast(payout_minimums as text) <> '{}')`)
    .select('id', 'state')
    .select(db.raw('cast(payout_minimums ->> ? as bigint) as minimum', [currency]))
}

/** Affiliates whose way of being paid does not take the currency. */
function refusing({ workspaceId, currency }: OfCurrency) {
  const kinds = methodKinds.filter((kind) => !methodTakes({ kind, currency: null }, currency))
  return db
    .from('payout_methods')
    .where('workspace_id', workspaceId)
    .where((refuses) => refuses.whereNot('currency', currency).orWhereIn('kind', kinds))
    .select('affiliate_id')
}

/** What each affiliate is owed: what is due, and what opening a run would mature. */
function owed() {
  return db
    .from('due')
    .fullOuterJoin('later', 'later.affiliate_id', 'due.affiliate_id')
    .select(db.raw('coalesce(due.affiliate_id, later.affiliate_id) as affiliate_id'))
    .select(db.raw('coalesce(due.total, 0) + coalesce(later.total, 0) as total'))
}

/** By affiliate, in the order of the index that finds them. */
function byAffiliate(rows: ReturnType<typeof claimable>) {
  const total = db.raw('cast(sum(amount) as bigint) as total')
  return rows.groupBy('affiliate_id').select('affiliate_id', total)
}
