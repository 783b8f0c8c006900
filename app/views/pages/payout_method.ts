import { methodKinds, methods } from '#payouts/methods/index'
import { accounts } from '#payouts/methods/wise/accounts'
import { methodLabel } from '#views/words'
import type Affiliate from '#models/affiliate'
import type { MethodKind } from '#models/types'
import type { DestinationField } from '#payouts/methods/method'

type Asked = Record<string, unknown>

const about: Record<MethodKind, string> = {
  manual: 'You pay them yourself, from the list that each run writes.',
  paypal: 'To the e-mail address of their PayPal account.',
  wise: 'To a bank account, or to an e-mail address whose owner tells Wise where to.',
  sepa: 'A bank transfer in euros, from a file for your bank.',
}

const labels: Partial<Record<DestinationField, string>> = {
  email: 'E-mail',
  holder: 'Account holder',
  iban: 'IBAN',
  bic: 'BIC',
  account_number: 'Account number',
  account_type: 'Kind of account',
  routing_number: 'Routing number',
  sort_code: 'Sort code',
  bsb: 'BSB',
}

/** The form of where an affiliate wants the money. What is kept is not shown, so it is given whole again. */
export async function payoutMethodPage(affiliate: Affiliate, asked: Asked) {
  await affiliate.load('payoutMethod')
  const method = affiliate.payoutMethod
  const kind = methodKinds.find((each) => each === asked.kind) ?? method?.kind ?? 'manual'
  const currency = Object.keys(accounts).find((code) => code === asked.currency)
  return {
    affiliate,
    method,
    kind,
    currency: kind === 'wise' ? currency : undefined,
    about: about[kind],
    pays: methods[kind].currencies,
    kinds: methodKinds.map((value) => ({ value, label: methodLabel(value) })),
    accountCurrencies: kind === 'wise' ? Object.keys(accounts) : [],
    labels,
    fields: fieldsOf(kind, currency),
  }
}

function fieldsOf(kind: MethodKind, currency: string | undefined) {
  const needed: DestinationField[] =
    kind === 'wise' && currency
      ? ['holder', ...accounts[currency].fields.map(({ name }) => name)]
      : { manual: [], paypal: ['email' as const], wise: ['email' as const], sepa: sepaFields }[kind]
  const optional: DestinationField[] =
    kind === 'sepa' ? ['bic'] : kind === 'wise' ? [currency ? 'email' : 'holder'] : []
  return [
    ...needed.map((name) => ({ name, label: labels[name]!, optional: false })),
    ...optional.map((name) => ({ name, label: labels[name]!, optional: true })),
  ]
}

const sepaFields: DestinationField[] = ['holder', 'iban']
