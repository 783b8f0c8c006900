import { isPlainCell } from '#core/csv'
import { missing, type Destination, type Method, type Payment } from '#payouts/methods/method'
import { accounts, faultsOfAccount } from '#payouts/methods/wise/accounts'
import { wiseAccountFile, wiseEmailFile } from '#payouts/methods/wise/file'

/** What a batch can both be paid in and arrive in (wise.com/help/articles/2932693). */
const currencies = [
  ...['AUD', 'CAD', 'CHF', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'JPY', 'NOK', 'NZD', 'PLN'],
  ...['RON', 'SEK', 'SGD', 'USD'],
] as const

/**
 * By Wise, in a batch to upload: to an account, of one currency, or to an e-mail address whose owner tells Wise
 * where to. The two are different files.
 */
export const wise: Method = {
  kind: 'wise',
  currencies,
  takes: [
    ...(['email', 'holder', 'currency', 'iban', 'account_number'] as const),
    ...(['account_type', 'routing_number', 'sort_code', 'bsb'] as const),
  ],
  faultsOf,
  ways: [
    {
      name: 'wise',
      isReady: () => true,
      fits: ({ destination, currency }: Payment) =>
        destination.currency === currency &&
        currency in accounts &&
        isPlainCell(destination.email ?? ''),
      file: wiseAccountFile,
    },
    {
      name: 'wise_email',
      isReady: () => true,
      fits: ({ destination }: Payment) =>
        destination.currency === undefined &&
        destination.email !== undefined &&
        isPlainCell(destination.email),
      file: wiseEmailFile,
    },
  ],
}

function faultsOf(destination: Destination) {
  if (destination.currency)
    return [...missing('Wise', destination, 'holder'), ...faultsOfAccount(destination)]
  const ofNoAccount = ['email', 'holder']
  const isAccount = Object.keys(destination).some((name) => !ofNoAccount.includes(name))
  return isAccount
    ? missing('An account', destination, 'currency')
    : missing('Wise', destination, 'email')
}
