import db from '@adonisjs/lucid/services/db'
import { minorUnits } from '#money/arithmetic'
import { currencyCodes } from '#money/currencies'
import { formatMoney } from '#money/format'
import type { Amounts } from '#models/types'
import type Workspace from '#models/workspace'

/** What many programs pay in, offered beside a workspace's own. */
const COMMON = ['USD', 'EUR']

/** The currencies that a form asks amounts in: the workspace's first, then those that have one, then common ones. */
export function currenciesOf(workspace: Workspace, ...given: (Amounts | null | undefined)[]) {
  const known = new Set([
    ...Object.keys(workspace.payoutMinimums),
    ...given.flatMap((amounts) => Object.keys(amounts ?? {})),
    ...COMMON,
  ])
  known.delete(workspace.currency)
  return [workspace.currency, ...currencyCodes.filter((code) => known.has(code))]
}

/** The workspace's own currency before others. */
export function ownFirst({ currency }: Workspace) {
  return (one: { currency: string }, other: { currency: string }) =>
    Number(other.currency === currency) - Number(one.currency === currency)
}

/** What the commissions that a person could void come to, per currency, as text: those that stand and are not paid. */
export async function standingSums(of: { conversion_id: string } | { referral_id: string }) {
  const rows: { currency: string; total: number }[] = await db
    .from('commissions')
    .whereIn('conversion_id', conversionsOf(of))
    .whereIn('state', ['held', 'pending', 'due'])
    .groupBy('currency')
    .select('currency')
    .sum('amount as total')
    .orderBy('currency')
  return rows.map(({ currency, total }) => formatMoney(minorUnits(total), currency))
}

/** By the conversion: a commission is not found by its referral without reading all. */
function conversionsOf(of: { conversion_id: string } | { referral_id: string }) {
  const conversions = db.from('conversions').select('id')
  return 'conversion_id' in of
    ? conversions.where('id', of.conversion_id)
    : conversions.where('referral_id', of.referral_id)
}
