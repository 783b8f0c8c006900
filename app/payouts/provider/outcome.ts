import { payPalAmount } from '#payouts/methods/paypal/amount'
import type { Told } from '#payouts/tell'
import type { RecordedItem } from '#payouts/methods/paypal/api/client'
import type { LineOutcome } from '#models/types'

/** What PayPal's statuses mean for money. Any other is no answer. */
const outcomes: Record<string, LineOutcome> = {
  SUCCESS: 'paid',
  FAILED: 'failed',
  BLOCKED: 'failed',
  UNCLAIMED: 'open',
  ONHOLD: 'open',
  PENDING: 'open',
  RETURNED: 'returned',
  REFUNDED: 'returned',
  REVERSED: 'returned',
}

export function payPalOutcome(status: string | undefined): LineOutcome {
  return outcomes[String(status).toUpperCase()] ?? 'unclear'
}

/**
 * What PayPal's record of a batch says of one payout. Two records of it say nothing: nobody chooses between them.
 *
 * @param items those of the batch that name the payout
 */
export function toldBy(
  batchStatus: string,
  items: RecordedItem[],
  payout: { amount: number; currency: string }
): Told {
  const [item, ...others] = items
  if (others.length > 0) return { outcome: 'unclear', status: 'TWO_RECORDS' }
  if (!item) return toldOfNone(batchStatus)

  const { value, currency } = item.payout_item.amount
  const status = item.transaction_status ?? 'NONE'
  if (
    currency !== payout.currency ||
    Number(value) !== Number(payPalAmount(payout.amount, currency))
  )
    return { outcome: 'unclear', status: 'OTHER_AMOUNT' }
  return {
    outcome: payPalOutcome(status),
    status,
    reason: item.errors?.name,
    reference: item.transaction_id ?? item.payout_item_id,
    paidAt: item.time_processed,
  }
}

/** A batch that was denied or canceled paid nobody; one that is not through yet may still list it. */
function toldOfNone(status: string): Told {
  if (status === 'DENIED' || status === 'CANCELED')
    return { outcome: 'failed', status, reason: `BATCH_${status}` }
  const isOpen = ['PENDING', 'PROCESSING', 'NEW'].includes(status)
  return { outcome: isOpen ? 'open' : 'unclear', status: isOpen ? 'PENDING' : 'NOT_LISTED' }
}
