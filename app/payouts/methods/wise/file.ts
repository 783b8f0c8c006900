import { formatDecimal } from '#money/format'
import { csvOf } from '#core/csv'
import { accounts } from '#payouts/methods/wise/accounts'
import type { FileWriter, Payment } from '#payouts/methods/method'

/** Wise takes at most 1,000 transfers in a batch. */
const rowsAtMost = 1_000

/** The end of the payout's id: ACH carries no more, and other banks carry that. Characters. */
export const WISE_REFERENCE = 10

/** Accounts: the columns beyond the common ones are those of the file's currency. */
export const wiseAccountFile: FileWriter = {
  format: 'wise',
  extension: 'csv',
  rowsAtMost,
  write: (payments, { currency }) =>
    csvOf(
      payments.map((payment) => {
        const parts = accounts[currency].fields.map(({ name, column }) => [
          column,
          payment.destination[name]!,
        ])
        return { ...common(payment), ...Object.fromEntries(parts) }
      })
    ),
}

/** E-mail addresses: Wise asks each recipient where to. */
export const wiseEmailFile: FileWriter = {
  format: 'wise_email',
  extension: 'csv',
  rowsAtMost,
  write: (payments) => csvOf(payments.map(common)),
}

/** The recipient gets the exact amount (`target`), in the currency that it is owed in. */
function common(payment: Payment): Record<string, string> {
  return {
    name: payment.destination.holder ?? payment.name,
    recipientEmail: payment.destination.email ?? '',
    paymentReference: payment.id.slice(-WISE_REFERENCE),
    receiverType: 'PERSON',
    amountCurrency: 'target',
    amount: formatDecimal(payment.amount, payment.currency),
    sourceCurrency: payment.currency,
    targetCurrency: payment.currency,
  }
}
