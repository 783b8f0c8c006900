import type { Destination, DestinationField } from '#payouts/methods/method'

/** What an account in one currency is named by, and what Wise calls each part. */
interface Account {
  fields: { name: DestinationField; column: string; rule: RegExp; says: string }[]
}

const accountNumber = (rule: RegExp, says: string) =>
  ({ name: 'account_number', column: 'accountNumber', rule, says }) as const

/**
 * The bank accounts that a batch can name without an address. Elsewhere Wise asks the recipient by e-mail. The
 * columns are those of Wise's templates (wise.com/help/articles/2663302), one template per currency.
 */
export const accounts: Record<string, Account> = {
  EUR: {
    fields: [
      { name: 'iban', column: 'IBAN', rule: /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, says: 'an IBAN' },
    ],
  },
  GBP: {
    fields: [
      { name: 'sort_code', column: 'sortCode', rule: /^\d{6}$/, says: '6 digits' },
      accountNumber(/^\d{8}$/, '8 digits'),
    ],
  },
  AUD: {
    fields: [
      { name: 'bsb', column: 'bsbCode', rule: /^\d{6}$/, says: '6 digits' },
      accountNumber(/^\d{4,9}$/, '4 to 9 digits'),
    ],
  },
  USD: {
    fields: [
      { name: 'routing_number', column: 'abartn', rule: /^\d{9}$/, says: '9 digits' },
      accountNumber(/^\d{4,17}$/, '4 to 17 digits'),
      {
        name: 'account_type',
        column: 'accountType',
        rule: /^(checking|savings)$/,
        says: 'checking or savings',
      },
    ],
  },
}

/** What is wrong with the account of a destination that names a currency. */
export function faultsOfAccount(destination: Destination) {
  const account = accounts[destination.currency!]
  if (!account) {
    return [fault('currency', `Wise accounts are for ${Object.keys(accounts).join(', ')}.`)]
  }
  const faults = account.fields
    .filter(({ name, rule }) => !rule.test(destination[name] ?? ''))
    .map(({ name, says }) => fault(name, `${name} must be ${says}.`))
  const routing = destination.routing_number
  if (faults.length === 0 && routing && !isRouting(routing))
    return [fault('routing_number', 'routing_number has a wrong digit.')]
  return [...faults, ...superfluous(destination, account)]
}

/** What no account of its currency has. */
function superfluous(destination: Destination, { fields }: Account) {
  const own = ['currency', 'holder', 'email', ...fields.map(({ name }) => name)]
  return (Object.keys(destination) as DestinationField[])
    .filter((name) => !own.includes(name))
    .map((name) => fault(name, `An account in ${destination.currency} has no ${name}.`))
}

/** The checksum of American routing numbers: digits weighed 3, 7, 1 sum to a multiple of 10. */
function isRouting(digits: string) {
  const weights = [3, 7, 1]
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * weights[index % 3],
    0
  )
  return sum % 10 === 0
}

function fault(field: string, message: string) {
  return { field, rule: 'account', message }
}
