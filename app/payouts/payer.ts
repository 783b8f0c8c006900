import encryption from '@adonisjs/core/services/encryption'
import { InvalidFieldsException } from '#exceptions/errors'
import { isInSepa } from '#payouts/methods/sepa/area'
import { isLegible } from '#payouts/methods/sepa/characters'
import type { Payer, PayPalAccount } from '#models/types'

const PURPOSE = 'payer'

/** What a person or program says of the payer: what is left out stays, null is taken away. */
export interface PayerInput {
  name?: string | null
  iban?: string | null
  bic?: string | null
  paypal?: (Omit<PayPalAccount, 'client_secret'> & { client_secret?: string }) | null
}

export function sealPayer(payer: Payer): string {
  return encryption.encrypt(payer, undefined, PURPOSE)
}

/** @throws Error when APP_KEY was changed since: who pays is not guessed */
export function openPayer(sealed: string | null): Payer {
  if (sealed === null) return {}
  const payer = encryption.decrypt<Payer>(sealed, PURPOSE)
  if (payer === null) throw new Error('The payer cannot be read: was APP_KEY changed?')
  return payer
}

/**
 * The payer as it is after a change.
 *
 * @throws InvalidFieldsException for an account that SEPA cannot debit, and for PayPal without its secret
 */
export function changedPayer(payer: Payer, { paypal, ...account }: PayerInput): Payer {
  const { iban, name } = account
  if (iban && !isInSepa(iban))
    refuse('payer.iban', `SEPA does not reach accounts of ${iban.slice(0, 2)}.`)
  if (name && !isLegible(name))
    refuse('payer.name', 'Banks need the name in Latin letters, as it stands on the account.')

  const all = {
    ...payer,
    ...account,
    ...(paypal !== undefined && { paypal: merged(payer, paypal) }),
  }
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== null && value !== undefined)
  )
}

/** A secret is written and never read, so one that is not sent again stays, for the same client. */
function merged({ paypal: known }: Payer, input: NonNullable<PayerInput['paypal']> | null) {
  if (input === null) return null
  const isSame = known?.client_id === input.client_id && known.environment === input.environment
  const secret = input.client_secret ?? (isSame ? known.client_secret : undefined)
  if (!secret) refuse('payer.paypal.client_secret', 'PayPal needs the secret of this client id.')
  return { ...input, client_secret: secret }
}

function refuse(field: string, message: string): never {
  throw InvalidFieldsException.on(field, 'payer', message)
}
