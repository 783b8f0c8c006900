import { hash } from 'node:crypto'
import type { ConversionKind, ConversionSource } from '#models/types'
import type { DateTime } from 'luxon'

/** What a client says of a conversion. Amounts are minor units. */
export interface ConversionInput {
  externalId: string
  kind?: ConversionKind
  amount: number
  currency?: string
  customer: { externalId: string; email?: string; name?: string; country?: string }
  clickId?: string
  visitorId?: string
  ref?: string
  coupon?: string
  product?: string
  plan?: string
  subscriptionId?: string
  occurredAt?: DateTime
  /** `api` when left out. What a browser says, anyone can make it say. */
  source?: ConversionSource
}

/** What is kept of what was sent once its customer is forgotten: what it was, not whose. */
export function withoutCustomer(sent: Record<string, unknown>) {
  const whose = new Set(['customer', 'externalId', 'visitorId', 'subscriptionId'])
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !whose.has(name)))
}

/** SHA-256 of what was sent, whatever the order of its fields: the same again has the same. */
export function fingerprint(input: object): string {
  return hash('sha256', JSON.stringify(inOrder(input)))
}

/** The same with the names of each object in order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(value).sort() as (keyof typeof value)[]
  return Object.fromEntries(names.map((name) => [name, inOrder(value[name])]))
}
