import db from '@adonisjs/lucid/services/db'
import encryption from '@adonisjs/core/services/encryption'
import { dialect } from '#config/database'
import { renewStatistics } from '#database/statistics'

/**
 * A program as it stands after a good month, written by SQL alone: affiliates, half of whom are paid
 * by PayPal; sales, spread over them in turn; and the commission of each, pending, whose hold has ended.
 */

export interface Size {
  workspaceId: string
  campaignId: string
  userId: string
  affiliates: number
  commissions: number
}

/** Rows that one statement writes. */
const PIECE = 50_000

const BEGINNING = '2026-01-01 00:00:00.000'

export async function fill({ workspaceId, campaignId, userId, affiliates, commissions }: Size) {
  const postgres = dialect === 'postgres'
  const text = (number: string) => (postgres ? `(${number})::text` : `(${number})`)
  const id = (prefix: string, number: string) =>
    `'${prefix}_01bench' || substr('0000000000000000000' || ${text(number)}, length(${text(number)}) + 1)`
  const instant = postgres
    ? `timestamptz '${BEGINNING}Z' + i * interval '1 second'`
    : `strftime('%Y-%m-%d %H:%M:%f', '${BEGINNING}', '+' || i || ' seconds')`
  const affiliate = id('aff', `i % ${affiliates}`)

  const into = async (table: string, rows: number, values: Record<string, string>) => {
    for (let from = 0; from < rows; from += PIECE) {
      const to = Math.min(from + PIECE, rows)
      await db.rawQuery(
        `insert into ${table} (${Object.keys(values).join(', ')})
         with recursive n(i) as (select ${from} union all select i + 1 from n where i + 1 < ${to})
         select ${Object.values(values).join(', ')} from n`
      )
    }
  }
  const quoted = (words: string) => `'${words.replaceAll("'", "''")}'`
  const told = (subject: string, type: string, state: string) => ({
    workspace_id: quoted(workspaceId),
    subject_id: subject,
    subject_seq: '1',
    type: quoted(type),
    actor_kind: quoted('system'),
    actor_id: quoted('system'),
    to_state: quoted(state),
    data: quoted('{}'),
    created_at: instant,
  })
  const stamps = { created_at: instant, updated_at: instant }
  const owned = { workspace_id: quoted(workspaceId), ...stamps }

  await into('affiliates', affiliates, {
    id: id('aff', 'i'),
    email: `'affiliate-' || i || '@example.com'`,
    name: `'Affiliate ' || i`,
    state: quoted('active'),
    tags: quoted('[]'),
    metadata: quoted('{}'),
    payout_minimums: quoted('{}'),
    ...owned,
  })
  await into('events', affiliates, {
    id: id('evt', 'i'),
    ...told(id('aff', 'i'), 'affiliate.created', 'active'),
  })
  const sealed = encryption.encrypt({ email: 'paid@example.com' }, undefined, 'payout_method')
  await into('payout_methods', Math.floor(affiliates / 2), {
    id: id('pm', 'i'),
    affiliate_id: id('aff', 'i * 2'),
    kind: quoted('paypal'),
    destination: quoted(sealed),
    masked: quoted('p…@example.com'),
    fingerprint: id('fp', 'i'),
    changed_by_id: quoted(userId),
    changed_at: instant,
    ...owned,
  })

  await into('conversions', commissions, {
    id: id('conv', 'i'),
    external_id: `'sale-' || i`,
    kind: quoted('sale'),
    affiliate_id: affiliate,
    campaign_id: quoted(campaignId),
    amount: '10000 + i % 97',
    currency: quoted('USD'),
    customer_external_id: `'customer-' || i`,
    source: quoted('api'),
    attributed_by: quoted('ref'),
    explanation: quoted('link of the affiliate'),
    input: quoted('{}'),
    fingerprint: quoted(''),
    occurred_at: instant,
    ...owned,
  })
  await into('commissions', commissions, {
    id: id('com', 'i'),
    affiliate_id: affiliate,
    campaign_id: quoted(campaignId),
    conversion_id: id('conv', 'i'),
    kind: quoted('sale'),
    amount: '2000 + i % 97',
    currency: quoted('USD'),
    rate_bps: '2000',
    explanation: quoted('link of the affiliate; 20% of the sale'),
    state: quoted('pending'),
    held_reasons: quoted('[]'),
    due_at: instant,
    ...owned,
  })
  await into('events', commissions, {
    id: id('evt', `i + ${affiliates}`),
    ...told(id('com', 'i'), 'commission.recorded', 'pending'),
  })
  await analyze()
}

/** What PostgreSQL does by itself in time, and our hourly job on SQLite. */
export async function analyze() {
  if (dialect === 'postgres') await db.rawQuery('analyze')
  else await renewStatistics()
}
