import { exponentOf } from '#money/currencies'
import { isPlainCell } from '#core/csv'
import { missing, type Method, type Payment } from '#payouts/methods/method'
import { payPalFile } from '#payouts/methods/paypal/file'
import type { Payer } from '#models/types'

/** What PayPal accounts can be sent (developer.paypal.com/reports/reference/supported-currencies). */
const currencies = [
  ...['AUD', 'BRL', 'CAD', 'CHF', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'ILS', 'JPY', 'MXN'],
  ...['MYR', 'NOK', 'NZD', 'PHP', 'PLN', 'SEK', 'SGD', 'THB', 'TWD', 'USD'],
] as const

/** PayPal refuses decimals of these, though ISO 4217 gives them two. */
const wholeAlone = ['HUF', 'TWD']

/** By PayPal: through the Payouts API where the workspace has its credentials, else by a file to upload. */
export const paypal: Method = {
  kind: 'paypal',
  currencies,
  takes: ['email'],
  faultsOf: (destination) => missing('PayPal', destination, 'email'),
  ways: [
    {
      name: 'paypal_api',
      isReady: (payer: Payer) => payer.paypal !== undefined,
      fits: canBeSaid,
    },
    {
      name: 'paypal',
      isReady: () => true,
      fits: (payment) => canBeSaid(payment) && isPlainCell(payment.destination.email!),
      file: payPalFile,
    },
  ],
}

function canBeSaid({ amount, currency, destination }: Payment) {
  const isWhole = amount % 10 ** exponentOf(currency) === 0
  return destination.email !== undefined && (isWhole || !wholeAlone.includes(currency))
}
