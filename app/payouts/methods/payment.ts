import { openDestination } from '#payouts/methods/sealed'
import type { Payment } from '#payouts/methods/method'
import type Payout from '#models/payout'

/** A payout, whose affiliate is loaded, as ways of paying are told of it: with the destination that was approved. */
export function paymentOf(payout: Payout): Payment {
  return {
    id: payout.id,
    affiliateId: payout.affiliateId,
    amount: payout.amount,
    currency: payout.currency,
    method: payout.method,
    destination: openDestination(payout.destination) ?? {},
    name: payout.affiliate.displayName,
    email: payout.affiliate.email,
  }
}
