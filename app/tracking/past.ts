import { DateTime } from 'luxon'
import { among } from '#core/among'
import { fromStored } from '#database/instants'
import { minorUnits } from '#money/arithmetic'
import type { Question } from '#core/ask'
import type { Told } from '#tracking/facts'
import type Click from '#models/click'
import type Workspace from '#models/workspace'

/** What customers and visitors did before, as far as terms and holds ask. */

/** A sale that another may be like. */
export interface Alike {
  customer: string
  /** What both must have in common, as one text. */
  what: string
  at: number
}

export interface Visit {
  visitorId: string
  at: number
}

/** How far from each other two sales may be to be compared, in weeks. */
const APART = 1

export function alikeOf({ id }: Workspace, told: Told[]): Question<Alike> {
  if (told.length === 0) return []
  const [areTheirs, values] = among('customer_external_id', customersOf(told))
  const itself = told[0]?.id
  const { from, to } = span(told)
  return {
    sql: `select customer_external_id as customer, amount, currency, product, plan,
            subscription_id as "subscriptionId", occurred_at from conversions
          where workspace_id = ? and ${areTheirs} and kind <> 'lead'
            and occurred_at between ? and ? ${itself ? 'and id <> ?' : ''}`,
    values: [
      ...[id, ...values, from.minus({ weeks: APART }), to.plus({ weeks: APART })],
      ...(itself ? [itself] : []),
    ],
    read: (row) => alikeIn(row as unknown as AlikeRow),
  }
}

function alikeIn(row: AlikeRow): Alike {
  const what = whatOf({ ...row, amount: minorUnits(row.amount) })
  return { customer: row.customer, what, at: fromStored(row.occurred_at).toMillis() }
}

interface AlikeRow extends What {
  customer: string
  occurred_at: string
}

interface What {
  amount: number
  currency: string | null
  product: string | null
  plan: string | null
  subscriptionId: string | null
}

export function whatOf({ amount, currency, product, plan, subscriptionId }: What) {
  return JSON.stringify([amount, currency, product, plan, subscriptionId])
}

/** How far two instants may be from each other, in milliseconds. */
export const WITHIN = APART * 7 * 24 * 60 * 60 * 1_000

/** The sales of the visitors, and of those whose clicks are named. */
export function visitsOf(
  { id, holdLimits }: Workspace,
  told: Told[],
  clicks: Click[]
): Question<Visit> {
  const visitors = visitorsOf(told, clicks)
  if (told.length === 0 || visitors.length === 0 || holdLimits.visitor_sales === 0) return []
  const [areTheirs, values] = among('visitor_id', visitors)
  const itself = told[0].id
  const { from, to } = span(told)
  return {
    sql: `select visitor_id, occurred_at from conversions
          where workspace_id = ? and ${areTheirs} and kind <> 'lead'
            and occurred_at > ? and occurred_at <= ? ${itself ? 'and id <> ?' : ''}`,
    values: [
      ...[id, ...values, from.minus({ hours: holdLimits.visitor_hours }), to],
      ...(itself ? [itself] : []),
    ],
    read: (row) => ({
      visitorId: row.visitor_id as string,
      at: fromStored(row.occurred_at as string).toMillis(),
    }),
  }
}

/** Of the conversions that are told, and of the clicks that they name. */
export function visitorsOf(told: Told[], clicks: Click[]): string[] {
  return [...told, ...clicks].flatMap(({ visitorId }) => visitorId ?? [])
}

/** The subscriptions of which something came already. */
export function subscriptionsOf({ id }: Workspace, told: Told[]): Question<string> {
  const asked = told.flatMap(({ subscriptionId }) => subscriptionId ?? [])
  if (asked.length === 0) return []
  const [areTheirs, values] = among('subscription_id', asked)
  return {
    sql: `select distinct subscription_id as id from conversions
          where workspace_id = ? and ${areTheirs} and kind <> 'lead'`,
    values: [id, ...values],
    read: (row) => row.id as string,
  }
}

function customersOf(told: Told[]) {
  return told.map(({ customer }) => customer.externalId)
}

function span(told: Told[]): { from: DateTime; to: DateTime } {
  const instants = told.map(({ occurredAt }) => occurredAt)
  return { from: DateTime.min(...instants)!, to: DateTime.max(...instants)! }
}
