import { system } from '#core/actor'
import { clock } from '#core/clock'
import { oneByOne } from '#core/one_by_one'
import Payout from '#models/payout'
import ProviderBatch from '#models/provider_batch'
import Workspace from '#models/workspace'
import { PayPalClient, type RecordedBatch } from '#payouts/methods/paypal/api/client'
import { toldBy } from '#payouts/provider/outcome'
import { fingerprintOf } from '#payouts/provider/send'
import { tell } from '#payouts/tell'

/** For so many days after all was paid, PayPal may still take it back. */
const WATCHED_DAYS = 35

/** Asks the provider about every batch whose time has come. */
export async function askProviders(): Promise<{ asked: number }> {
  const batches = await ProviderBatch.query()
    .where('state', 'accepted')
    .where('next_at', '<=', clock.now().toJSDate())
    .orderBy('id')
  await oneByOne(batches, askAbout)
  return { asked: batches.length }
}

/** Brings a batch's payouts to what the provider's own record says of them, each in a transaction of its own. */
export async function askAbout(batch: ProviderBatch) {
  const { payer } = await Workspace.findOrFail(batch.workspaceId)
  if (!payer.paypal || fingerprintOf(payer.paypal) !== batch.account) {
    const problem = 'The credentials that it was sent by are gone.'
    await batch.merge({ problem, nextAt: clock.now().plus({ hours: 1 }) }).save()
    return
  }
  await batch.merge({ nextAt: clock.now().plus({ minutes: 10 }) }).save()
  const recorded = await new PayPalClient(payer.paypal).batch(batch.providerBatchId!)
  await bringTo(batch, recorded)
  await askAgain(batch)
}

async function bringTo(batch: ProviderBatch, { status, items }: RecordedBatch) {
  const byPayout = Map.groupBy(items, (item) => item.payout_item.sender_item_id)
  for (const payout of await batch.related('payouts').query().orderBy('id')) {
    const own = byPayout.get(payout.id) ?? []
    const told = toldBy(status, own, payout)
    if (told.status === payout.providerStatus && told.outcome !== 'unclear') {
      const isSettled = !['approved', 'processing'].includes(payout.state)
      if (isSettled || (told.outcome === 'open' && payout.attention === null)) continue
    }
    await tell(payout, told, system)
    await Payout.query()
      .where('id', payout.id)
      .update({
        provider_status: told.status,
        provider_item_id: own.length === 1 ? own[0].payout_item_id : null,
        updated_at: clock.now().toJSDate(),
      })
  }
}

/** Often at first, then less; once all is decided, daily for as long as money can come back. */
async function askAgain(batch: ProviderBatch) {
  const states: { state: string }[] = await batch
    .related('payouts')
    .query()
    .distinct('state')
    .pojo()
  const has = (state: string) => states.some((each) => each.state === state)
  const minutes = clock.now().diff(batch.sentAt!, 'minutes').minutes
  const isWatched = has('paid') && minutes < WATCHED_DAYS * 24 * 60

  if (has('processing')) {
    const pause = minutes < 15 ? 1 : minutes < 120 ? 10 : minutes < 2880 ? 60 : 360
    await batch.merge({ problem: null, nextAt: clock.now().plus({ minutes: pause }) }).save()
  } else if (isWatched) {
    await batch.merge({ problem: null, nextAt: clock.now().plus({ days: 1 }) }).save()
  } else {
    await batch.merge({ problem: null, state: 'closed', nextAt: null }).save()
  }
}
