import { among } from '#core/among'
import { modelsFrom, plainsFrom, type From, type Question } from '#core/ask'
import { isId } from '#core/ids'
import Click from '#models/click'
import Conversion from '#models/conversion'
import Coupon from '#models/coupon'
import Link from '#models/link'
import Referral, { IN_FORCE } from '#models/referral'
import { namesOf } from '#privacy/pseudonym'
import type { Plain } from '#core/plain'
import type { Told } from '#tracking/facts'
import type Workspace from '#models/workspace'

/** What the database is asked of what is told of conversions: PostgreSQL of several workspaces at once. */

/** Conversions of a workspace, as they are told. */
export interface Asked<T = Told> {
  workspace: Workspace
  told: T[]
}

/** How often a customer paid more than nothing. */
export interface Paid {
  workspaceId: string
  customer: string
  subscriptionId: string | null
  times: number
}

/** A conversion that a refund waits for, by its external_id. */
export interface Refunded {
  workspaceId: string
  name: string
}

/** Of those that are to be recorded, by what they are called now. */
export function recordedOf(asked: Asked[]): Question<Plain<Conversion>> {
  const rows = { table: 'conversions', column: 'external_id' }
  const theirs = rowsOf(rows, asked, ({ id, externalId }, workspace) =>
    externalId && !id ? namesOf(workspace.id, externalId) : []
  )
  return plainsFrom(Conversion, theirs)
}

export function referralsOf(asked: Asked[]): Question<Plain<Referral>> {
  const rows = { table: 'referrals', column: 'customer_external_id', where: IN_FORCE }
  return plainsFrom(Referral, rowsOf(rows, asked, customerOf))
}

/** Those of the customers' e-mails. */
export function bondsOf(asked: Asked[]): Question<Plain<Referral>> {
  const rows = { table: 'referrals', column: 'customer_email', where: IN_FORCE }
  const theirs = rowsOf(rows, asked, ({ customer }) => customer.email)
  return plainsFrom(Referral, theirs)
}

export function couponsOf(asked: Asked<Pick<Told, 'coupon'>>[]): Question<Coupon> {
  const rows = { table: 'coupons', column: 'code' }
  const theirs = rowsOf(rows, asked, ({ coupon }) => coupon?.toUpperCase())
  return modelsFrom(Coupon, theirs)
}

export function clicksOf(asked: Asked[]): Question<Click> {
  const rows = { table: 'clicks', column: 'id' }
  const theirs = rowsOf(rows, asked, ({ clickId }) =>
    clickId && isId(clickId, 'clk') ? clickId : []
  )
  return modelsFrom(Click, theirs)
}

export function linksTold(asked: Asked<Pick<Told, 'ref'>>[]): Question<Link> {
  const rows = { table: 'links', column: 'ref_param' }
  const theirs = rowsOf(rows, asked, ({ ref }) => ref?.toLowerCase())
  return modelsFrom(Link, theirs)
}

/** Of those told of already, what came before them; ids sort by when they were made. */
export function paymentsOf(asked: Asked[]): Question<Paid> {
  const itself = asked[0].told[0]?.id
  // Of the amount in these words, for SQLite would rather walk all above 0.
  const where = `not amount = 0${itself ? ' and not id >= ?' : ''}`
  const theirs = rowsOf(
    { table: 'conversions', column: 'customer_external_id', where, values: itself ? [itself] : [] },
    asked,
    customerOf
  )
  if (!theirs) return []
  return {
    sql: `select workspace_id, customer_external_id as customer, subscription_id, count(*) as times
          from ${theirs.from} group by workspace_id, customer_external_id, subscription_id`,
    values: theirs.values,
    read: ({ workspace_id: workspaceId, customer, subscription_id: subscriptionId, times }) =>
      ({ workspaceId, customer, subscriptionId, times: Number(times) }) as Paid,
  }
}

export function refundedOf(asked: Asked[]): Question<Refunded> {
  const theirs = rowsOf(
    { table: 'refunds', column: 'conversion_external_id', where: `state = 'waiting'` },
    asked,
    ({ externalId }) => externalId
  )
  if (!theirs) return []
  return {
    sql: `select workspace_id, conversion_external_id as name from ${theirs.from}`,
    values: theirs.values,
    read: ({ workspace_id: workspaceId, name }) => ({ workspaceId, name }) as Refunded,
  }
}

function customerOf({ customer }: Told) {
  return customer.externalId
}

/** Rows of a table by what stands in one column, and perhaps more that they must be. */
interface Rows {
  table: string
  column: string
  where?: string
  values?: unknown[]
}

/**
 * Rows of these workspaces which have in that column what is told of one of its conversions; null where that is
 * nothing. One text for one workspace, and one for however many more.
 */
function rowsOf<T>(
  { table, column, where, values = [] }: Rows,
  asked: Asked<T>[],
  saidBy: (told: T, workspace: Workspace) => string | string[] | undefined
): From | null {
  const said = asked.flatMap(({ workspace, told }) => {
    const texts = told.flatMap((one) => saidBy(one, workspace) ?? [])
    return [...new Set(texts)].map((text) => ({ id: workspace.id, text }))
  })
  if (said.length === 0) return null
  const ids = said.map(({ id }) => id)
  const texts = said.map(({ text }) => text)
  const also = where ? ` and ${where}` : ''
  if (new Set(ids).size === 1) {
    const [areThey, theirs] = among(column, texts)
    const from = `${table} where workspace_id = ? and ${areThey}${also}`
    return { from, values: [ids[0], ...theirs, ...values] }
  }
  // For each by its index, also where PostgreSQL takes a table that grew for the few rows that it had.
  const ofEach = `select * from ${table} where workspace_id = of_workspace and ${column} = said${also} offset 0`
  return {
    from: `unnest(?::text[], ?::text[]) as asked (of_workspace, said) cross join lateral (${ofEach}) as ${table}`,
    values: [ids, texts, ...values],
  }
}
