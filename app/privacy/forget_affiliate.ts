import { randomBytes } from 'node:crypto'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { transition, transitionAll } from '#core/transition'
import { ConflictException } from '#exceptions/errors'
import { lockAffiliates } from '#models/affiliate'
import ApiKey from '#models/api_key'
import PaymentFile from '#models/payment_file'
import Payout from '#models/payout'
import PayoutMethod from '#models/payout_method'
import PayoutRun from '#models/payout_run'
import { formatMoney } from '#money/format'
import type { Actor } from '#core/actor'
import type Affiliate from '#models/affiliate'

/** A run that is over: nothing of its files is needed any more. */
const OVER = ['completed', 'partly_failed', 'canceled']

/**
 * Forgets an affiliate, for good: name, addresses, where they were paid, and the payment files that they stand in.
 * They are archived, their keys end, and what they earned and were paid stays on the books. Again it changes nothing.
 *
 * @throws ConflictException while something is owed either way, or while a run that they are in is not over
 */
export async function forgetAffiliate(affiliate: Affiliate, actor: Actor) {
  await atomically(async () => {
    await lockAffiliates([affiliate.id])
    await affiliate.refresh()
    if (affiliate.forgottenAt) return
    await refuseIfOwed(affiliate)
    await refuseInOpenRun(affiliate)

    if (affiliate.state !== 'archived') await transition(affiliate, 'archive', { actor })
    await forgetDestinations(affiliate)
    await endKeys(affiliate, actor)
    await affiliate
      .merge({
        // RFC 2606: no mail ever goes there.
        email: `forgotten-${randomBytes(8).toString('hex')}@forgotten.invalid`,
        ...{ name: null, company: null, country: null, tags: [], metadata: {} },
        forgottenAt: clock.now(),
      })
      .save()
    await record(affiliate, { type: 'affiliate.forgotten', actor })
  })
}

async function refuseIfOwed(affiliate: Affiliate) {
  const owed = (await affiliate.balances()).flatMap(
    ({ currency, held, pending, due, processing }) =>
      [held, pending, due, processing]
        .filter((amount) => amount !== 0)
        .map((amount) => formatMoney(amount, currency))
  )
  if (owed.length === 0) return
  throw new ConflictException(
    `This affiliate still has a balance: ${owed.join(', ')}. Pay it, void it, or even it out by an adjustment first.`,
    { owed }
  )
}

/** Who pays the others of the run still needs its files. */
async function refuseInOpenRun({ id }: Affiliate) {
  const run = await PayoutRun.query()
    .whereNotIn('state', OVER)
    .whereIn('id', Payout.query().where('affiliate_id', id).select('run_id'))
    .first()
  if (!run) return
  throw new ConflictException(
    'A payout run that this affiliate is in is not over. They can be forgotten after it.',
    { run_id: run.id }
  )
}

async function forgetDestinations({ id }: Affiliate) {
  await PayoutMethod.query().where('affiliate_id', id).delete()
  const payouts = () => Payout.query().where('affiliate_id', id)
  await PaymentFile.query().whereIn('run_id', payouts().select('run_id')).update({ content: null })
  await payouts().update({ destination: null, method_masked: null, note: null })
}

async function endKeys({ id }: Affiliate, actor: Actor) {
  const keys = await ApiKey.query().where('affiliate_id', id)
  await transitionAll(
    ApiKey,
    'revoke',
    keys.map((key) => key.id),
    { actor }
  )
}
