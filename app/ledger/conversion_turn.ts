import { dialect } from '#config/database'
import { ask, type Question } from '#core/ask'
import { turnsOf, type Thing } from '#core/turns'
import { pseudonymOf } from '#privacy/pseudonym'

/**
 * Takes the turn of a conversion and its refunds, there already or not. It is one turn whether its id is said as it
 * was sent or as it is stored once its customer was forgotten.
 */
export async function takeConversionTurn(workspaceId: string, externalId: string) {
  await ask(conversionTurnsOf([{ workspaceId, name: externalId }]))
}

/** Of conversions by their external_id. */
export function conversionTurnsOf(named: Thing[]): Question<unknown> {
  if (dialect === 'sqlite') return []
  const things = named.map(({ workspaceId, name }) => ({
    workspaceId,
    name: pseudonymOf(workspaceId, name),
  }))
  return turnsOf('conversion', things)
}
