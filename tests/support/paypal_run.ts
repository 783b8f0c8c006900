import { clock } from '#core/clock'
import Payout from '#models/payout'
import PayoutMethod from '#models/payout_method'
import ProviderBatch from '#models/provider_batch'
import { openByHand } from '#payouts/open'
import { askProviders } from '#payouts/provider/ask'
import { sendBatches } from '#payouts/provider/send'
import { anotherAffiliate } from '#tests/support/money'
import { makeWorkspace, sell } from '#tests/support/world'
import type PayoutRun from '#models/payout_run'

const paypal = { client_id: 'client-1', client_secret: 'hush', environment: 'sandbox' } as const

/** A run that is on its way to so many PayPal accounts, $20.00 each, and is not sent yet. */
export async function payPalRun(count: number) {
  const { workspace, owner } = await makeWorkspace()
  await workspace.change({ payer: { paypal } }, owner.actor)
  for (let number = 1; number <= count; number++) {
    const { affiliate, link } = await anotherAffiliate(workspace)
    const destination = { email: `jane${number}@example.com` }
    await PayoutMethod.choose(
      affiliate,
      { kind: 'paypal', destination },
      { kind: 'user', id: 'usr_x' }
    )
    await sell(workspace, { ref: link.refParam, amount: 10_000 })
  }
  const [run] = await openByHand(workspace, {}, owner.actor)
  await run.approve(owner.actor)
  await run.execute(owner.actor)
  return { workspace, owner, run }
}

export function payoutsOf(run: PayoutRun) {
  return Payout.query().where('run_id', run.id).orderBy('id')
}

/** Each payout's state and mark. */
export async function statesOf(run: PayoutRun): Promise<string[]> {
  const payouts = await payoutsOf(run)
  return payouts.map(({ state, attention }) => [state, attention].filter(Boolean).join(' '))
}

export function batchOf(run: PayoutRun) {
  return ProviderBatch.findByOrFail('run_id', run.id)
}

/** What the two jobs do some minutes from now. */
export function workIn(minutes: number) {
  return clock.at(clock.now().plus({ minutes }), async () => {
    await sendBatches()
    await askProviders()
  })
}
