import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { among } from '#core/among'
import { fromStored } from '#database/instants'
import { minorUnits } from '#money/arithmetic'
import type { Told } from '#tracking/facts'
import type Click from '#models/click'
import type Workspace from '#models/workspace'

/** What customers and visitors did before, as far as terms and holds ask. */

/** How often a customer paid more than nothing. */
export interface Paid {
  customer: string
  subscriptionId: string | null
  times: number
}

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

/** Of those told of already, what came before them; ids sort by when they were made. */
export async function paymentsOf({ id }: Workspace, told: Told[]): Promise<Paid[]> {
  const itself = told[0]?.id
  const rows: { customer: string; subscription_id: string | null; times: number }[] = await db
    .from('conversions')
    .where('workspace_id', id)
    .whereRaw(...among('customer_external_id', customersOf(told)))
    // In these words, for SQLite would rather walk all amounts above 0.
    .whereNot('amount', 0)
    .if(itself, (query) => query.whereNot('id', '>=', itself!))
    .groupBy('customer_external_id', 'subscription_id')
    .select('customer_external_id as customer', 'subscription_id')
    .count('* as times')
  return rows.map(({ customer, subscription_id: subscriptionId, times }) => ({
    ...{ customer, subscriptionId },
    times: Number(times),
  }))
}

export async function alikeOf({ id }: Workspace, told: Told[]): Promise<Alike[]> {
  const itself = told[0]?.id
  const { from, to } = span(told)
  const rows: AlikeRow[] = await db
    .from('conversions')
    .where('workspace_id', id)
    .whereRaw(...among('customer_external_id', customersOf(told)))
    .whereNot('kind', 'lead')
    .if(itself, (query) => query.whereNot('id', itself!))
    .whereBetween('occurred_at', [
      from.minus({ weeks: APART }).toJSDate(),
      to.plus({ weeks: APART }).toJSDate(),
    ])
    .select('customer_external_id as customer', 'amount', 'currency', 'product', 'plan')
    .select('subscription_id as subscriptionId', 'occurred_at')
  return rows.map((row) => ({
    customer: row.customer,
    what: whatOf({ ...row, amount: minorUnits(row.amount) }),
    at: fromStored(row.occurred_at).toMillis(),
  }))
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
export async function visitsOf(
  { id, holdLimits }: Workspace,
  told: Told[],
  clicks: Click[]
): Promise<Visit[]> {
  const visitors = [...told, ...clicks].flatMap(({ visitorId }) => visitorId ?? [])
  if (visitors.length === 0 || holdLimits.visitor_sales === 0) return []
  const itself = told[0].id
  const { from, to } = span(told)
  const rows: { visitorId: string; occurred_at: string }[] = await db
    .from('conversions')
    .where('workspace_id', id)
    .whereRaw(...among('visitor_id', visitors))
    .whereNot('kind', 'lead')
    .if(itself, (query) => query.whereNot('id', itself!))
    .where('occurred_at', '>', from.minus({ hours: holdLimits.visitor_hours }).toJSDate())
    .where('occurred_at', '<=', to.toJSDate())
    .select('visitor_id as visitorId', 'occurred_at')
  return rows.map((row) => ({
    visitorId: row.visitorId,
    at: fromStored(row.occurred_at).toMillis(),
  }))
}

/** The subscriptions of which something came already. */
export async function subscriptionsOf({ id }: Workspace, told: Told[]): Promise<Set<string>> {
  const asked = told.flatMap(({ subscriptionId }) => subscriptionId ?? [])
  if (asked.length === 0) return new Set()
  const rows: { subscription_id: string }[] = await db
    .from('conversions')
    .where('workspace_id', id)
    .whereRaw(...among('subscription_id', asked))
    .whereNot('kind', 'lead')
    .distinct('subscription_id')
  return new Set(rows.map((row) => row.subscription_id))
}

/** Conversions that a refund waits for, by their external_id. */
export async function refundedOf({ id }: Workspace, told: Told[]): Promise<Set<string>> {
  const names = told.flatMap(({ externalId }) => externalId ?? [])
  if (names.length === 0) return new Set()
  const rows: { conversion_external_id: string }[] = await db
    .from('refunds')
    .where({ workspace_id: id, state: 'waiting' })
    .whereRaw(...among('conversion_external_id', names))
    .select('conversion_external_id')
  return new Set(rows.map((row) => row.conversion_external_id))
}

function customersOf(told: Told[]) {
  return told.map(({ customer }) => customer.externalId)
}

function span(told: Told[]): { from: DateTime; to: DateTime } {
  const instants = told.map(({ occurredAt }) => occurredAt)
  return { from: DateTime.min(...instants)!, to: DateTime.max(...instants)! }
}
