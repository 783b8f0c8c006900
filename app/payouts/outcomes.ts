import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { transition, transitionAll } from '#core/transition'
import { InvalidFieldsException } from '#exceptions/errors'
import { lockAffiliates } from '#models/affiliate'
import Commission from '#models/commission'
import { releaseAll } from '#payouts/lines'
import { renewMarks } from '#payouts/marks'
import { deriveRun } from '#payouts/totals'
import type Payout from '#models/payout'
import type { Actor } from '#core/actor'
import type { DateTime } from 'luxon'

/** What became of money that was sent. */

interface Payment {
  reference?: string | null
  paidAt?: DateTime
}

export async function payPayout(payout: Payout, actor: Actor, payment: Payment) {
  refuseFuture(payment.paidAt)
  await onPayout(payout, async () => {
    const paidAt = (payment.paidAt ?? clock.now()).toJSDate()
    await transition(payout, 'pay', {
      actor,
      set: { paid_at: paidAt, reference: payment.reference ?? payout.reference, attention: null },
    })
    await payCommissions([payout.id], actor, paidAt)
    await renewMarks([payout.affiliateId])
    await deriveRun(payout.runId, actor)
  })
}

export async function failPayout(payout: Payout, actor: Actor, reason: string, note?: string) {
  await onPayout(payout, async () => {
    await transition(payout, 'fail', {
      actor,
      reason,
      note,
      set: ended(reason, note),
    })
    await releaseAll([payout.id], actor, 'payout_failed')
    await deriveRun(payout.runId, actor)
  })
}

export async function returnPayout(payout: Payout, actor: Actor, reason: string, note?: string) {
  await onPayout(payout, async () => {
    await transition(payout, 'return', {
      actor,
      reason,
      note,
      set: ended(reason, note),
    })
    await releaseAll([payout.id], actor, 'payout_returned')
    await renewMarks([payout.affiliateId])
    await deriveRun(payout.runId, actor)
  })
}

function ended(reason: string, note?: string) {
  const endedAt = clock.now().toJSDate()
  return { failure_reason: reason, note: note ?? null, attention: null, ended_at: endedAt }
}

export async function payCommissions(payoutIds: string[], actor: Actor, paidAt: Date) {
  const rows = await db.from('commissions').whereIn('payout_id', payoutIds).select('id')
  await transitionAll(
    Commission,
    'pay',
    rows.map(({ id }) => id),
    { actor, silent: true, set: { paid_at: paidAt } }
  )
}

async function onPayout(payout: Payout, work: () => Promise<void>) {
  await atomically(async () => {
    await lockAffiliates([payout.affiliateId])
    await payout.refresh()
    await work()
  })
  await payout.refresh()
}

export function refuseFuture(paidAt: DateTime | undefined) {
  if (paidAt && paidAt > clock.now().plus({ days: 1 })) {
    throw InvalidFieldsException.on('paid_at', 'past', 'The day of payment lies ahead.')
  }
}
