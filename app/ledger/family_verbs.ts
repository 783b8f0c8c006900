import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { transition, transitionAll, type How } from '#core/transition'
import { ConflictException, InvalidTransitionException } from '#exceptions/errors'
import { stateAt } from '#ledger/record_commission'
import { familyOf } from '#ledger/settle'
import { voidFamilies } from '#ledger/void_families'
import { lockAffiliates } from '#models/affiliate'
import Commission from '#models/commission'
import { holdReason } from '#terms/holds/index'
import type { Actor } from '#core/actor'

/**
 * A person's verbs on a commission. Each moves the original with its open reversals; a reversal is never
 * approved, held or voided by itself.
 */

/** Why a person did it: a code, and words. */
export interface Why {
  reason?: string | null
  note?: string | null
}

/** Due at once: `due_at` becomes now for the whole family. */
export function approveFamily(commission: Commission, actor: Actor) {
  return onFamily(commission, async (reversals) => {
    await move(commission, reversals, 'approve', { actor, set: { due_at: clock.now().toJSDate() } })
  })
}

export function holdFamily(commission: Commission, actor: Actor, note?: string) {
  return onFamily(commission, async (reversals) => {
    await refuseClaimed([commission.id, ...reversals])
    const heldReasons = [...commission.heldReasons, holdReason('by_hand')]
    await move(commission, reversals, 'hold', {
      actor,
      note,
      reason: 'by_hand',
      set: { held_reasons: JSON.stringify(heldReasons) },
    })
  })
}

export function releaseFamily(commission: Commission, actor: Actor, why: Why = {}) {
  return onFamily(commission, async (reversals) => {
    await move(commission, reversals, 'release', {
      actor,
      ...why,
      to: stateAt(commission.dueAt),
      set: { held_reasons: '[]' },
    })
  })
}

/** The family's target becomes 0, for good. */
export function voidFamily(commission: Commission, actor: Actor, reason: string, note?: string) {
  return onFamily(commission, async (reversals) => {
    if (commission.state === 'voided' && reversals.length === 0) {
      throw new InvalidTransitionException('This commission is voided already.')
    }
    await voidFamilies([commission], actor, reason, note)
    await commission.refresh()
  })
}

/**
 * Moves the original with its open reversals. What refunds voided and a won chargeback brought back lives on in
 * its reversals alone; the original still says how long the family waits, and why.
 */
async function move(commission: Commission, reversals: string[], verb: string, how: How) {
  const lives = commission.state !== 'voided'
  if (lives) await transition(commission, verb, how)
  const moved = await transitionAll(Commission, verb, reversals, how)
  if (lives) return
  if (moved.length === 0) await transition(commission, verb, how)
  else
    await db
      .from('commissions')
      .where('id', commission.id)
      .update({ ...how.set })
}

async function refuseClaimed(ids: string[]) {
  const claimed = await Commission.query()
    .whereIn('id', ids)
    .whereNotNull('payout_id')
    .whereNot('state', 'paid')
    .first()
  if (claimed) {
    throw new InvalidTransitionException(
      'This commission is in a payout. Exclude the payout from its run first.'
    )
  }
}

async function onFamily(commission: Commission, work: (openReversals: string[]) => Promise<void>) {
  if (commission.reversalOf) {
    throw new ConflictException('A reversal follows its original. Act on the original instead.', {
      reversal_of: commission.reversalOf,
    })
  }
  await atomically(async () => {
    await lockAffiliates([commission.affiliateId])
    await commission.refresh()
    const family = await familyOf(commission)
    await work(
      family
        .filter(({ id, state }) => id !== commission.id && state !== 'voided')
        .map(({ id }) => id)
    )
  })
}
