import { clock } from '#core/clock'
import { recordFirst, type Told } from '#core/events'
import Commission from '#models/commission'
import type { Actor } from '#core/actor'
import type { Plain } from '#core/plain'
import type { CommissionState, HeldReason } from '#models/types'
import type { CommissionSchema } from '#database/schema'
import type { DateTime } from 'luxon'

type Frozen = Pick<
  CommissionSchema,
  'workspaceId' | 'affiliateId' | 'kind' | 'amount' | 'currency' | 'explanation'
>
type Optional = Partial<
  Pick<
    CommissionSchema,
    'campaignId' | 'conversionId' | 'referralId' | 'linkId' | 'rateBps' | 'ruleId' | 'reversalOf'
  >
>

export interface NewCommission extends Frozen, Optional {
  /** null is due at once. */
  dueAt: DateTime | null
  heldReasons?: HeldReason[]
  /** Where the family already decided the state. */
  state?: CommissionState
}

/** Makes a commission: held when there is a reason, due when its hold has passed, else pending. */
export async function record(input: NewCommission, actor: Actor): Promise<Commission> {
  const commission = await Commission.create(newCommission(input))
  await recordFirst(commission, toldOf(commission, actor))
  return commission
}

/** A new commission's columns. */
export function newCommission(input: NewCommission) {
  const heldReasons = input.heldReasons ?? []
  return { ...input, heldReasons, state: input.state ?? firstState(heldReasons, input.dueAt) }
}

/** What its first event tells. */
export function toldOf(commission: Plain<Commission>, actor: Actor): Told {
  return {
    type: 'commission.recorded',
    actor,
    to: commission.state,
    data: {
      affiliate_id: commission.affiliateId,
      conversion_id: commission.conversionId,
      kind: commission.kind,
      amount: commission.amount,
      currency: commission.currency,
      held: commission.heldReasons.map(({ code }) => code),
    },
  }
}

/** What a commission is when nothing holds it: due once its instant has come. */
export function stateAt(dueAt: DateTime | null): 'pending' | 'due' {
  return dueAt === null || dueAt <= clock.now() ? 'due' : 'pending'
}

/** The state that a commission begins in. */
export function firstState(heldReasons: HeldReason[], dueAt: DateTime | null): CommissionState {
  return heldReasons.length > 0 ? 'held' : stateAt(dueAt)
}
