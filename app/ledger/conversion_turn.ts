import { hasOneWriter } from '#core/begin'
import { ask, type Question } from '#core/ask'
import { turnsOf } from '#core/turns'
import { pseudonymOf } from '#privacy/pseudonym'

/**
 * Takes the turn of a conversion and its refunds, there already or not. It is one turn whether its id is said as it
 * was sent or as it is stored once its customer was forgotten.
 */
export async function takeConversionTurn(workspaceId: string, externalId: string) {
  await ask(conversionTurnsOf(workspaceId, [externalId]))
}

export function conversionTurnsOf(workspaceId: string, externalIds: string[]): Question<unknown> {
  if (hasOneWriter()) return []
  const names = externalIds.map((externalId) => pseudonymOf(workspaceId, externalId))
  return turnsOf('conversion', workspaceId, names)
}
