import type { DateTime } from 'luxon'
import type { FieldError } from '#exceptions/errors'
import type { FileFormat, MethodKind, Payer, WayName } from '#models/types'

/** Where money goes, as a person gives it. Kept encrypted. */
export interface Destination {
  email?: string
  holder?: string
  iban?: string
  bic?: string
  /** Of an account that takes one currency. */
  currency?: string
  account_number?: string
  account_type?: string
  routing_number?: string
  sort_code?: string
  bsb?: string
}

export type DestinationField = keyof Destination

/**
 * A way of being paid that an affiliate can choose: a folder each. To add one, write a folder and name it in
 * #payouts/methods/index and in `MethodKind`.
 */
export interface Method {
  kind: MethodKind
  /** ISO 4217 codes that it pays; null is every one. */
  currencies: readonly string[] | null
  /** The fields that its destinations may have. */
  takes: readonly DestinationField[]
  /** What is missing from a destination, or wrong with it. */
  faultsOf(destination: Destination): FieldError[]
  /** How the money goes out, the best first. Where none fits, it is paid by hand. */
  ways: readonly Way[]
}

/** How money goes out: in a file for a bank or provider, or by a provider's API. */
export interface Way {
  name: WayName
  /** Whether the workspace has given what this way needs. */
  isReady(payer: Payer): boolean
  /** Whether this payment can be said in it, exactly. */
  fits(payment: Payment): boolean
  file?: FileWriter
}

/** One payout, as a file or provider is told of it. */
export interface Payment {
  id: string
  affiliateId: string
  /** Minor units. */
  amount: number
  currency: string
  method: MethodKind
  destination: Destination
  /** Of the affiliate; the account's own is `destination.holder`. */
  name: string
  email: string
}

export interface FileWriter {
  format: FileFormat
  extension: 'csv' | 'xml'
  /** The most that the receiver takes in one file. */
  rowsAtMost: number
  write(payments: Payment[], facts: FileFacts): string
}

/** What a file says beside its payments. All of it follows from the run, none from the clock. */
export interface FileFacts {
  runId: string
  part: number
  currency: string
  approvedAt: DateTime
  /** The day on which the run was approved, in the workspace's zone, as 2026-03-02. */
  approvedOn: string
  payer: Payer
}

export function missing(kind: string, destination: Destination, ...fields: DestinationField[]) {
  return fields
    .filter((field) => !destination[field])
    .map((field) => ({ field, rule: 'required', message: `${kind} needs ${field}.` }))
}
