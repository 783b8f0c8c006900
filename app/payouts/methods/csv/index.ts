import { formatDecimal } from '#money/format'
import { csvOf } from '#core/csv'
import type { Payment, Way } from '#payouts/methods/method'

/**
 * A list for a person, or for a bank of which we know no format: who gets how much, where to, and the id that
 * the bank's statement should carry.
 */
export const csv: Way = {
  name: 'csv',
  isReady: () => true,
  fits: () => true,
  file: {
    format: 'csv',
    extension: 'csv',
    rowsAtMost: 5_000,
    write: (payments) => csvOf(payments.map(rowOf)),
  },
}

function rowOf(payment: Payment) {
  const { destination } = payment
  return {
    payout_id: payment.id,
    affiliate_id: payment.affiliateId,
    name: destination.holder ?? payment.name,
    email: destination.email ?? payment.email,
    amount: formatDecimal(payment.amount, payment.currency),
    currency: payment.currency,
    method: payment.method,
    iban: destination.iban ?? '',
    bic: destination.bic ?? '',
    account_number: destination.account_number ?? '',
    account_type: destination.account_type ?? '',
    bank_code: destination.routing_number ?? destination.sort_code ?? destination.bsb ?? '',
  }
}
