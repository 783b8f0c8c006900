import db from '@adonisjs/lucid/services/db'
import { familyTarget } from '#money/family'
import { formatMoney } from '#money/format'
import { sentences, type Check, type Within } from '#ledger/checks/check'
import { minorUnits } from '#money/arithmetic'

/** 3. A commission and its reversals sum to what was not refunded of it. */
export const families: Check = {
  number: 3,
  name: 'each family sums to its target',
  looks: [
    { table: 'commissions', broken: wrongSums },
    { table: 'commissions', broken: strangeReversals },
    { table: 'commissions', broken: zeros },
  ],
}

interface Family {
  id: string
  currency: string
  original: number
  void_reason: string | null
  conversion_amount: number | null
  refunded: number | null
  total: number
}

/** One that was neither refunded nor voided nor reversed is its own target; only the others are reckoned. */
async function wrongSums(within: Within) {
  const rows: Family[] = await within(db.from('commissions'))
    .leftJoin('conversions', 'conversions.id', 'commissions.conversion_id')
    .whereNull('commissions.reversal_of')
    .whereRaw(
      `(commissions.state = 'voided' or commissions.void_reason is not null or conversions.refunded_amount <> 0
        or exists (select 1 from commissions as r where r.reversal_of = commissions.id))`
    )
    .select(
      'commissions.id',
      'commissions.currency',
      'commissions.amount as original',
      'commissions.void_reason'
    )
    .select('conversions.amount as conversion_amount', 'conversions.refunded_amount as refunded')
    .select(
      db.raw(
        `case when commissions.state = 'voided' then 0 else commissions.amount end + coalesce(
          (select sum(r.amount) from commissions as r where r.reversal_of = commissions.id and r.state <> 'voided'), 0
        ) as total`
      )
    )
  return sentences(
    rows.filter((row) => minorUnits(row.total) !== targetOf(row)),
    (row) =>
      `and its reversals sum to ${money(minorUnits(row.total), row)}, but must to ${money(targetOf(row), row)}`
  )
}

/** What cannot be (more refunded than there was) is told by check 4; here it counts as all. */
function targetOf(row: Family): number {
  const conversionAmount = row.conversion_amount === null ? null : minorUnits(row.conversion_amount)
  return familyTarget({
    original: Number(row.original),
    conversionAmount,
    refunded: Math.max(0, Math.min(minorUnits(row.refunded), conversionAmount ?? 0)),
    voided: row.void_reason !== null,
  })
}

function money(amount: number, { currency }: Family) {
  return formatMoney(amount, currency)
}

async function strangeReversals(within: Within) {
  const rows: { id: string; original: string }[] = await within(db.from('commissions'))
    .join('commissions as originals', 'originals.id', 'commissions.reversal_of')
    .whereRaw(
      `(originals.reversal_of is not null or originals.workspace_id <> commissions.workspace_id
        or originals.affiliate_id <> commissions.affiliate_id or originals.currency <> commissions.currency
        or originals.conversion_id is distinct from commissions.conversion_id
        or originals.campaign_id is distinct from commissions.campaign_id)`
    )
    .select('commissions.id', 'originals.id as original')
  return sentences(
    rows,
    ({ original }) =>
      `differs from its original ${original} in workspace, affiliate, currency, conversion or campaign`
  )
}

async function zeros(within: Within) {
  const rows: { id: string }[] = await within(db.from('commissions'))
    .where('amount', 0)
    .select('id')
  return sentences(rows, () => 'is of amount 0')
}
