import { InvalidFieldsException } from '#exceptions/errors'
import type { MethodKind } from '#models/types'

/** Where money goes, as a person gives it. */
export interface Destination {
  email?: string
  iban?: string
  bic?: string
  holder?: string
}

/** What each way of paying asks for. */
const asks: Record<MethodKind, { needs: (keyof Destination)[]; takes: (keyof Destination)[] }> = {
  manual: { needs: [], takes: [] },
  paypal: { needs: ['email'], takes: ['email'] },
  wise: { needs: ['email'], takes: ['email', 'holder'] },
  sepa: { needs: ['iban', 'holder'], takes: ['iban', 'holder', 'bic'] },
}

/** @throws InvalidFieldsException for what is missing, or belongs to another way of paying */
export function refuseMisfit(kind: MethodKind, destination: Destination) {
  const given = Object.keys(destination) as (keyof Destination)[]
  const missing = asks[kind].needs.filter((name) => !given.includes(name))
  const strange = given.filter((name) => !asks[kind].takes.includes(name))
  const errors = [
    ...missing.map((field) => ({ field, rule: 'required', message: `${kind} needs ${field}.` })),
    ...strange.map((field) => ({ field, rule: 'misfit', message: `${kind} takes no ${field}.` })),
  ]
  if (errors.length > 0) throw new InvalidFieldsException(errors)
}

/** How people recognise it, and no more: j•••@example.com, DE89 •••• 3000. */
export function masked({ email, iban }: Destination) {
  if (iban) return `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`
  if (email) return email.replace(/^(.)[^@]*/, '$1•••')
  return null
}
