import db from '@adonisjs/lucid/services/db'
import { statesOf } from '#core/state_machine'
import Commission from '#models/commission'
import type { CommissionState } from '#models/types'

const everyState = statesOf(Commission.machine)

/**
 * The currencies of a workspace's commissions in some states, by code: from one to the next by the index, however many
 * rows there are of each.
 */
export async function currenciesEarned(
  workspaceId: string,
  states: readonly CommissionState[] = everyState
): Promise<string[]> {
  const next = `select min(currency) from commissions
    where workspace_id = ? and commissions.state = found.state and currency > found.currency`
  const begin = states.map(() => `select ? as state, '' as currency`).join(' union all ')
  const rows: { currency: string }[] = await db
    .query()
    .withRecursive(
      'found',
      db.raw(`${begin} union all select state, (${next}) from found where currency is not null`, [
        ...states,
        workspaceId,
      ]) as never
    )
    .from('found')
    .whereNot('currency', '')
    .distinct('currency')
    .orderBy('currency')
  return rows.map(({ currency }) => currency)
}
