import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { transition, transitionAll } from '#core/transition'
import { ConflictException, InvalidFieldsException, InvalidTransitionException } from '#exceptions/errors'
import { lockAffiliates } from '#models/affiliate'
import Commission from '#models/commission'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import { releaseAll } from '#payouts/lines'
import { deriveRun } from '#payouts/totals'
import type { Actor } from '#core/actor'
import type { DateTime } from 'luxon'

/** What became of money that was sent. */

interface Payment {
  reference?: string | null
  paidAt?: DateTime
}

const CHUNK = 100

export async function payPayout(payout: Payout, actor: Actor, payment: Payment) {
  refuseFuture(payment.paidAt)
  await onPayout(payout, async () => {
    const paidAt = (payment.paidAt ?? clock.now()).toJSDate()
    await transition(payout, 'pay', {
      actor,
      set: { paid_at: paidAt, reference: payment.reference ?? payout.reference, attention: null },
    })
    await payCommissions([payout.id], actor, paidAt)
    await deriveRun(payout.runId, actor)
  })
}

export async function failPayout(payout: Payout, actor: Actor, reason: string, note?: string) {
  await onPayout(payout, async () => {
    await transition(payout, 'fail', {
      actor,
      reason,
      note,
      set: { failure_reason: reason, note: note ?? null, ended_at: clock.now().toJSDate() },
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
      set: { failure_reason: reason, note: note ?? null, ended_at: clock.now().toJSDate() },
    })
    await releaseAll([payout.id], actor, 'payout_returned')
    await deriveRun(payout.runId, actor)
  })
}

/** Marks all that a run still has on its way as paid, but for the payouts named. Safe to repeat. */
export async function payRun(
  run: PayoutRun,
  actor: Actor,
  { reference, paidAt = clock.now(), except = [] }: { reference: string; paidAt?: DateTime; except?: string[] }
) {
  refuseFuture(paidAt)
  await refuseUnless(run, except)
  while (await payChunk(run, actor, { reference, paidAt, except }));
  await atomically(() => deriveRun(run.id, actor))
  await run.refresh()
}

async function payChunk(run: PayoutRun, actor: Actor, payment: { reference: string; paidAt: DateTime; except: string[] }) {
  return atomically(async () => {
    const payouts = await Payout.query()
      .where('run_id', run.id)
      .whereIn('state', ['approved', 'processing'])
      .whereNotIn('id', payment.except)
      .orderBy('affiliate_id')
      .limit(CHUNK)
    if (payouts.length === 0) return false

    await lockAffiliates(payouts.map(({ affiliateId }) => affiliateId))
    const paidAt = payment.paidAt.toJSDate()
    const ids = await transitionAll(Payout, 'pay', payouts.map(({ id }) => id), {
      actor,
      set: { paid_at: paidAt, reference: payment.reference, attention: null },
    })
    await payCommissions(ids, actor, paidAt)
    return true
  })
}

async function payCommissions(payoutIds: string[], actor: Actor, paidAt: Date) {
  const rows = await db.from('commissions').whereIn('payout_id', payoutIds).select('id')
  await transitionAll(Commission, 'pay', rows.map(({ id }) => id), { actor, silent: true, set: { paid_at: paidAt } })
}

async function onPayout(payout: Payout, work: () => Promise<void>) {
  await atomically(async () => {
    await lockAffiliates([payout.affiliateId])
    await payout.refresh()
    await work()
  })
  await payout.refresh()
}

function refuseFuture(paidAt: DateTime | undefined) {
  if (paidAt && paidAt > clock.now().plus({ days: 1 })) {
    throw InvalidFieldsException.on('paid_at', 'past', 'The day of payment lies ahead.')
  }
}

async function refuseUnless(run: PayoutRun, except: string[]) {
  await run.refresh()
  if (run.progressStep) throw new ConflictException('This run is still being worked on. Try again in a moment.')
  if (run.state !== 'approved' && run.state !== 'processing') {
    throw new InvalidTransitionException(`This run is ${run.state.replace('_', ' ')}: it cannot be marked paid.`, {
      state: run.state,
    })
  }
  const known = await Payout.query().where('run_id', run.id).whereIn('id', except).select('id')
  const strange = except.filter((id) => !known.some((payout) => payout.id === id))
  if (strange.length > 0) {
    throw InvalidFieldsException.on('except', 'exists', `Not in this run: ${strange.join(', ')}.`)
  }
}
