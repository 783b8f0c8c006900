import db from '@adonisjs/lucid/services/db'
import { claimable, maturing, type Scope } from '#payouts/claim'

/** The currencies in which something is due, or would be matured. */
export async function currenciesDue(scope: Scope): Promise<string[]> {
  const currencies = scope.currency ? [scope.currency] : await currenciesOf(scope.workspaceId)
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

/** From one to the next by the index, however many rows there are of each. */
async function currenciesOf(workspaceId: string): Promise<string[]> {
  const found: string[] = []
  for (;;) {
    const last = found.at(-1) ?? ''
    const next: string[] = []
    for (const state of ['due', 'pending']) {
      const query = db.from('commissions').where({ workspace_id: workspaceId, state })
      const row = await query.where('currency', '>', last).min('currency as currency').first()
      if (row.currency) next.push(row.currency)
    }
    const [first] = next.sort()
    if (first === undefined) return found
    found.push(first)
  }
}
