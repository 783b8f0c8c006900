import { csv } from '#payouts/methods/csv/index'
import { manual } from '#payouts/methods/manual/index'
import { paypal } from '#payouts/methods/paypal/index'
import { sepa } from '#payouts/methods/sepa/index'
import { wise } from '#payouts/methods/wise/index'
import { InvalidFieldsException } from '#exceptions/errors'
import type { FileFormat, MethodKind, Payer } from '#models/types'
import type { Destination, Method, Payment, Way } from '#payouts/methods/method'

export const methods: Record<MethodKind, Method> = { manual, paypal, wise, sepa }

export const methodKinds = Object.keys(methods) as MethodKind[]

/** Every way that money goes out. */
export const ways: readonly Way[] = [csv, ...Object.values(methods).flatMap(({ ways: own }) => own)]

export const fileFormats = ways.flatMap(({ file }) => (file ? [file.format] : []))

/**
 * Whether a payout method can be paid in a currency: null is an affiliate who gave none, and is paid by hand.
 */
export function methodTakes(
  method: { kind: MethodKind; currency: string | null } | null,
  currency: string
): boolean {
  if (method === null) return true
  if (method.currency !== null && method.currency !== currency) return false
  return methods[method.kind].currencies?.includes(currency) ?? true
}

/** How a payment goes out: the first way of its method that is ready and can say it, else the list to pay by hand. */
export function wayOf(payment: Payment, payer: Payer): Way {
  const fitting = methods[payment.method].ways.find(
    (way) => way.isReady(payer) && way.fits(payment)
  )
  return fitting ?? csv
}

export function fileOf(format: FileFormat) {
  return ways.find(({ file }) => file?.format === format)!.file!
}

/** @throws InvalidFieldsException for what is missing, wrong, or belongs to another way of being paid */
export function refuseMisfit(kind: MethodKind, destination: Destination) {
  const method = methods[kind]
  const strange = (Object.keys(destination) as (keyof Destination)[])
    .filter((field) => !method.takes.includes(field))
    .map((field) => ({ field, rule: 'misfit', message: `${kind} takes no ${field}.` }))
  const faults = [...strange, ...method.faultsOf(destination)]
  if (faults.length > 0) throw new InvalidFieldsException(faults)
}

/** How people recognise it, and no more: j•••@example.com, DE89 •••• 3000, •••• 6789. */
export function masked({ email, iban, account_number: account }: Destination) {
  if (iban) return `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`
  if (account) return `•••• ${account.slice(-4)}`
  if (email) return email.replace(/^(.)[^@]*/, '$1•••')
  return null
}
