import type SourceEvent from '#models/source_event'
import type Workspace from '#models/workspace'
import type { DateTime } from 'luxon'

/** What a provider sent, once its signature was found right. */
export interface Incoming {
  /** The provider's id of the event: the same again is not stored twice. */
  externalId: string
  type: string
  /** What the event is about, and the payment that it belongs to, as other events name them. */
  objectId: string | null
  paymentId: string | null
  /** Whom it tells of, by the provider's id. */
  customerId: string | null
  occurredAt: DateTime
}

/** What came of an event, or why nothing did. What waits is looked at again when its payment is known. */
export interface Outcome {
  state: 'applied' | 'ignored' | 'waiting'
  reason: string
}

/** A provider that sends events as they happen. Each has a folder here. */
export interface Source {
  /** @throws Refusal when the workspace is not connected, or the signature is wrong */
  verify(
    workspace: Workspace,
    body: Buffer,
    header: (name: string) => string | undefined
  ): Promise<Incoming>
  /** In the transaction that keeps the outcome, and one at a time for a workspace. Safe to repeat. */
  apply(event: SourceEvent, workspace: Workspace): Promise<Outcome>
  /** A body without names and addresses, and with the ids of what was bought `hidden`. It can be applied still. */
  redact(body: string, hidden: (id: string) => string): string
}

export const applied = (reason: string): Outcome => ({ state: 'applied', reason })
export const ignored = (reason: string): Outcome => ({ state: 'ignored', reason })
export const waiting = (reason: string): Outcome => ({ state: 'waiting', reason })
