import { atomically } from '#core/atomically'
import { transition } from '#core/transition'
import { takeTurn } from '#core/turns'
import { isLocked, lockedFamiliesOf, voidFamilies } from '#ledger/void_families'
import Conversion from '#models/conversion'
import type { Actor } from '#core/actor'
import type Referral from '#models/referral'

export interface Denial {
  reason: string
  note?: string | null
  /** Whether what the customer earned so far is voided, as far as it is not paid. */
  voidCommissions: boolean
}

/** How many commissions went, and how many stay because they are being paid or are paid. */
export interface Denied {
  voided: number
  stayed: number
}

/**
 * The customer earns nobody anything more; what they earned is voided where that is asked for.
 *
 * @throws InvalidTransitionException when the referral is denied or expired already
 */
export async function denyReferral(
  referral: Referral,
  { reason, note, voidCommissions }: Denial,
  actor: Actor
): Promise<Denied> {
  return atomically(async () => {
    await takeTurn('customer', referral.workspaceId, referral.customerExternalId)
    const done = { voided: 0, stayed: 0 }
    for (const family of voidCommissions ? await familiesOf(referral) : []) {
      if (await isLocked(family)) done.stayed++
      else {
        await voidFamilies([family], actor, reason, note)
        done.voided++
      }
    }
    await transition(referral, 'deny', { actor, reason, note, data: { ...done } })
    return done
  })
}

/** They are again what they would be: a customer once they bought. */
export async function restoreReferral(referral: Referral, actor: Actor, note?: string | null) {
  return atomically(async () => {
    await takeTurn('customer', referral.workspaceId, referral.customerExternalId)
    const sale = await Conversion.query()
      .where('referral_id', referral.id)
      .whereNot('kind', 'lead')
      .first()
    await transition(referral, 'restore', { actor, note, to: sale ? 'customer' : 'lead' })
  })
}

async function familiesOf({ id }: Referral) {
  const conversions = await Conversion.query().where('referral_id', id).select('id')
  return lockedFamiliesOf(conversions.map((conversion) => conversion.id))
}
