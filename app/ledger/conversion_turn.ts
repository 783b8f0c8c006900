import { hasOneWriter } from '#core/begin'
import { takeTurns } from '#core/turns'
import { pseudonymOf } from '#privacy/pseudonym'

/**
 * Takes the turn of a conversion and its refunds, there already or not. It is one turn whether its id is said as it
 * was sent or as it is stored once its customer was forgotten.
 */
export function takeConversionTurn(workspaceId: string, externalId: string) {
  return takeConversionTurns(workspaceId, [externalId])
}

export async function takeConversionTurns(workspaceId: string, externalIds: string[]) {
  if (hasOneWriter()) return
  const names = externalIds.map((externalId) => pseudonymOf(workspaceId, externalId))
  return takeTurns('conversion', workspaceId, names)
}
