import { payPalAmount } from '#payouts/methods/paypal/amount'
import { csvOf } from '#core/csv'
import type { FileWriter } from '#payouts/methods/method'

/**
 * The file that Payouts on paypal.com takes (docs.paypal.ai/growth/payouts/send-money/use-web-ui): no header;
 * recipient, amount, currency, customer id (at most 30 characters, no spaces: the payout's id has 29), note,
 * wallet. One currency, at most 5,000 rows.
 */
export const payPalFile: FileWriter = {
  format: 'paypal',
  extension: 'csv',
  rowsAtMost: 5_000,
  write: (payments, { payer }) =>
    csvOf(
      payments.map((payment) => ({
        recipient: payment.destination.email!,
        amount: payPalAmount(payment.amount, payment.currency),
        currency: payment.currency,
        customer: payment.id,
        note: payer.name ? `Affiliate payout from ${payer.name}` : 'Affiliate payout',
        wallet: 'PAYPAL',
      })),
      { header: false }
    ),
}
