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
  const least =
    'select min(currency) from commissions where workspace_id = ? and commissions.state ='
  const first = states.map(() => `select ? as state, (${least} ?) as currency`).join(' union all ')
  const next = `select state, (${least} found.state and currency > found.currency) from found where currency is not null`
  const rows: { currency: string }[] = await db
    .query()
    .withRecursive(
      'found',
      db.raw(`${first} union all ${next}`, [
        ...states.flatMap((state) => [state, workspaceId, state]),
        workspaceId,
      ]) as never
    )
    .from('found')
    .whereNotNull('currency')
    .distinct('currency')
    .orderBy('currency')
  return rows.map(({ currency }) => currency)
}
