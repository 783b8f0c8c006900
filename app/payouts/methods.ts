import type { MethodKind } from '#models/types'

/** The currencies that a way of paying takes; null is every one. */
const currencies: Record<MethodKind, readonly string[] | null> = {
  manual: null,
  paypal: null,
  wise: null,
  sepa: ['EUR'],
}

export function methodTakes(kind: MethodKind, currency: string) {
  return currencies[kind]?.includes(currency) ?? true
}
