import { currenciesEarned } from '#ledger/currencies'
import { claimable, maturing, type Scope } from '#payouts/claim'

/** The currencies in which something is due, or would be matured. */
export async function currenciesDue(scope: Scope): Promise<string[]> {
  const currencies = scope.currency
    ? [scope.currency]
    : await currenciesEarned(scope.workspaceId, ['due', 'pending'])
  const due: string[] = []
  for (const currency of currencies)
    if (await isMoreThan(0, { ...scope, currency })) due.push(currency)
  return due
}

/** Whether a run would claim or mature more rows than so many; counts no further than it must. */
export async function isMoreThan(most: number, scope: Scope) {
  const due = await claimable(scope)
    .select('id')
    .limit(most + 1)
  if (due.length > most) return true
  const pending = await maturing(scope)
    .select('id')
    .limit(most + 1 - due.length)
  return due.length + pending.length > most
}
