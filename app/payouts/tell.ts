import { DateTime } from 'luxon'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { lockAffiliates } from '#models/affiliate'
import { failPayout, payPayout, returnPayout } from '#payouts/outcomes'
import type Payout from '#models/payout'
import type { Actor } from '#core/actor'
import type { LineOutcome, LineResult, PayoutState } from '#models/types'

/** What a provider's record, or a line of a bank's file, says became of a payout. */
export interface Told {
  outcome: LineOutcome
  /** Its own word. */
  status: string
  reason?: string | null
  reference?: string | null
  /** ISO 8601. */
  paidAt?: string | null
  /** Minor units, where it is said; another amount than the payout's is another payment. */
  amount?: number | null
  currency?: string | null
}

/** States in which an outcome is awaited. */
const OPEN: PayoutState[] = ['approved', 'processing']

/**
 * Brings a payout to what was told of it. Telling the same again changes nothing; what contradicts an outcome that
 * is final is never believed over it, but marks the payout for a person.
 */
export async function tell(payout: Payout, told: Told, actor: Actor): Promise<LineResult> {
  return atomically(async () => {
    await lockAffiliates([payout.affiliateId])
    await payout.refresh()
    const { amount, currency } = told
    if (currency && currency !== payout.currency) return 'other_currency'
    if (amount !== null && amount !== undefined && amount !== payout.amount) return 'other_amount'
    return verbs[told.outcome](payout, told, actor)
  })
}

type Verb = (payout: Payout, told: Told, actor: Actor) => Promise<LineResult>

const verbs: Record<LineOutcome, Verb> = {
  async paid(payout, { reference, paidAt }, actor) {
    if (payout.state === 'paid') return 'already_so'
    if (payout.state === 'returned') return 'already_final'
    if (!OPEN.includes(payout.state)) return contradicted(payout)
    await payPayout(payout, actor, { reference, paidAt: dayOf(paidAt) })
    return 'paid'
  },

  async failed(payout, { reason, status }, actor) {
    if (payout.state === 'failed') return 'already_so'
    if (payout.state === 'paid') return contradicted(payout)
    if (!OPEN.includes(payout.state)) return 'already_final'
    await failPayout(payout, actor, 'provider_failed', reason ?? status)
    return 'failed'
  },

  async returned(payout, { reason, status }, actor) {
    if (payout.state === 'failed' || payout.state === 'returned') return 'already_so'
    const note = reason ?? status
    if (payout.state === 'paid') {
      await returnPayout(payout, actor, 'provider_returned', note)
      return 'returned'
    }
    if (!OPEN.includes(payout.state)) return 'already_final'
    await failPayout(payout, actor, 'provider_returned', note)
    return 'failed'
  },

  async open(payout) {
    if (!OPEN.includes(payout.state)) return 'already_final'
    if (payout.attention === 'outcome_unknown') await payout.merge({ attention: null }).save()
    return 'still_open'
  },

  async unclear(payout) {
    if (!OPEN.includes(payout.state)) return 'already_final'
    await payout.merge({ attention: 'outcome_unknown' }).save()
    return 'unclear'
  },
}

async function contradicted(payout: Payout): Promise<LineResult> {
  await payout.merge({ attention: 'contradicted' }).save()
  return 'contradiction'
}

/** What is no date, or lies ahead, says nothing of when. */
function dayOf(text: string | null | undefined) {
  const at = DateTime.fromISO(text ?? '', { zone: 'utc' })
  return at.isValid && at <= clock.now() ? at : undefined
}
