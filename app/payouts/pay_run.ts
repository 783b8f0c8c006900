import { atomically } from '#core/atomically'
import { fromStored, toStored } from '#database/instants'
import { clock } from '#core/clock'
import { transition, transitionAll } from '#core/transition'
import { InvalidFieldsException, InvalidTransitionException } from '#exceptions/errors'
import Payout from '#models/payout'
import { continueLater } from '#payouts/continue'
import { refuseUnfinished } from '#payouts/execute'
import { renewMarks } from '#payouts/marks'
import { payCommissions, refuseFuture } from '#payouts/outcomes'
import { isSmall, lockPiece, lockWhole, pace } from '#payouts/pieces'
import { deriveRun, lockRun } from '#payouts/totals'
import type PayoutRun from '#models/payout_run'
import type { Actor } from '#core/actor'
import type { DateTime } from 'luxon'

interface RunPayment {
  reference: string
  paidAt?: DateTime
  /** Payouts that were not paid with the rest. */
  except?: string[]
}

/** Marks all that a run still has on its way as paid, but for the payouts named. A large run is marked by a job. */
export async function payRun(run: PayoutRun, actor: Actor, payment: RunPayment) {
  const { reference, paidAt = clock.now() } = payment
  const except = [...(payment.except ?? []), ...(await toldByProvider(run))]
  refuseFuture(paidAt)
  const small = await isSmall(run)
  await atomically(async () => {
    if (small) await lockWhole(run)
    else await lockRun(run.id)
    await run.refresh()
    await refuse(run, payment.except ?? [])

    if (run.state === 'approved') await transition(run, 'start', { actor })
    await run
      .merge({
        progressStep: 'paying',
        progressCursor: null,
        progressInput: { actor, reference, paid_at: toStored(paidAt), except },
      })
      .save()
    if (small) await payAll(run)
  })
  if (!small) await continueLater(run)
  await run.refresh()
}

/** Goes on with the payment that the run was told of, piece by piece. */
export async function payAll(run: PayoutRun) {
  while (await payPiece(run));
  await atomically(async () => {
    await lockRun(run.id)
    await run.refresh()
    if (run.progressStep !== 'paying') return

    const { actor } = run.progressInput!
    await run.merge({ progressStep: null, progressCursor: null, progressInput: null }).save()
    await deriveRun(run.id, actor)
  })
}

async function payPiece(run: PayoutRun): Promise<boolean> {
  return pace.atomically(async () => {
    const except = run.progressInput?.except
    const payouts = await lockPiece(run, 'paying', ['approved', 'processing'], except)
    if (payouts === null) return false

    const { actor, reference, paid_at: paidOn } = run.progressInput!
    const paidAt = fromStored(paidOn).toJSDate()
    const ids = await transitionAll(
      Payout,
      'pay',
      payouts.map(({ id }) => id),
      {
        actor,
        set: { paid_at: paidAt, reference, attention: null },
      }
    )
    await payCommissions(ids, actor, paidAt)
    await renewMarks(payouts.map(({ affiliateId }) => affiliateId))
    return true
  })
}

/** What went through a provider is paid when that says so, not with what went through the bank. */
async function toldByProvider(run: PayoutRun): Promise<string[]> {
  const sent = await Payout.query()
    .where({ run_id: run.id, state: 'processing', sent_through: 'paypal_api' })
    .select('id')
  return sent.map(({ id }) => id)
}

async function refuse(run: PayoutRun, except: string[]) {
  refuseUnfinished(run)
  if (run.state !== 'approved' && run.state !== 'processing') {
    throw new InvalidTransitionException(
      `This run is ${run.state.replace('_', ' ')}: it cannot be marked paid.`,
      {
        state: run.state,
      }
    )
  }
  const known = await Payout.query().where('run_id', run.id).whereIn('id', except).select('id')
  const strange = except.filter((id) => !known.some((payout) => payout.id === id))
  if (strange.length > 0) {
    throw InvalidFieldsException.on('except', 'exists', `Not in this run: ${strange.join(', ')}.`)
  }
}
