import db from '@adonisjs/lucid/services/db'
import { type DateTime } from 'luxon'
import { system } from '#core/actor'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { transitionAll, type StatefulModel } from '#core/transition'
import ApiKey from '#models/api_key'
import Invitation from '#models/invitation'
import Referral from '#models/referral'

const CHUNK = 500

/** How long the answers to writes are kept for their repeats, in hours. */
const REPEAT_HOURS = 48

/** Mails stay in their list for so long. */
const MAIL_DAYS = 90

/** A dispute can come this long after its payment, and what it is about is read from the payment's event. */
const SOURCE_EVENT_DAYS = 730

export interface Expired {
  leads: number
  api_keys: number
  invitations: number
  idempotency_keys: number
  mails: number
  sessions: number
  session_data: number
  password_resets: number
  user_tokens: number
  source_events: number
  test_sales: number
}

/** Ends what has outlived its time. Works in chunks; a repeat finds nothing twice. */
export async function expire(): Promise<Expired> {
  const now = clock.now()
  return {
    leads: await expireLeads(now),
    api_keys: await expireRows(ApiKey, ['active', 'disabled'], now),
    invitations: await expireRows(Invitation, ['pending'], now),
    idempotency_keys: await forget(
      'idempotency_keys',
      'created_at',
      now.minus({ hours: REPEAT_HOURS })
    ),
    mails: await forget('mails', 'created_at', now.minus({ days: MAIL_DAYS })),
    sessions: await forget('sessions', 'expires_at', now),
    session_data: await forget('session_data', 'expires_at', now),
    password_resets: await forget('password_resets', 'expires_at', now),
    user_tokens: await forget('user_tokens', 'expires_at', now),
    source_events: await forget(
      'source_events',
      'created_at',
      now.minus({ days: SOURCE_EVENT_DAYS })
    ),
    test_sales: await forget('test_sales', 'created_at', now.minus({ days: 1 })),
  }
}

/** A customer's lead that had no sale within its cookie days is no referral for what occurred later. */
export async function expireLead({ id }: Pick<Referral, 'id'>) {
  await expireIds([id])
}

/** Cookie days are days of 24 hours, as attribution counts them; each campaign may have its own. */
async function expireLeads(now: DateTime): Promise<number> {
  const campaigns: { id: string; days: number }[] = await db
    .from('campaigns')
    .join('workspaces', 'workspaces.id', 'campaigns.workspace_id')
    .select(
      'campaigns.id',
      db.raw('coalesce(campaigns.cookie_days, workspaces.cookie_days) as days')
    )

  let expired = 0
  for (const { id, days } of campaigns) {
    const born = now.minus({ hours: 24 * Number(days) }).toJSDate()
    expired += await untilNone(() => oldLeads(id, born), expireIds)
  }
  return expired
}

async function oldLeads(campaignId: string, born: Date): Promise<string[]> {
  const rows = await db
    .from('referrals')
    .where({ campaign_id: campaignId, state: 'lead' })
    .where('created_at', '<=', born)
    .orderBy('id')
    .limit(CHUNK)
    .select('id')
  return rows.map((row) => row.id)
}

async function expireIds(ids: string[]): Promise<number> {
  const expired = await transitionAll(Referral, 'expire', ids, {
    actor: system,
    reason: 'cookie_days_over',
  })
  return expired.length
}

/** Rows of a model whose `expires_at` has passed while they were in one of these states. */
async function expireRows(model: StatefulModel, states: string[], now: DateTime): Promise<number> {
  const old = async () => {
    const rows = await db
      .from(model.table)
      .whereIn('state', states)
      .where('expires_at', '<=', now.toJSDate())
      .orderBy('id')
      .limit(CHUNK)
      .select('id')
    return rows.map((row) => row.id as string)
  }
  return untilNone(old, async (ids) => {
    const expired = await transitionAll(model, 'expire', ids, { actor: system })
    return expired.length
  })
}

/** Each chunk is a transaction of its own. */
async function untilNone(find: () => Promise<string[]>, work: (ids: string[]) => Promise<number>) {
  let done = 0
  for (;;) {
    const changed = await atomically(async () => {
      const ids = await find()
      return ids.length > 0 ? work(ids) : 0
    })
    done += changed
    if (changed === 0) return done
  }
}

/** Deletes old rows of a table that no other refers to. */
async function forget(table: string, column: string, before: DateTime): Promise<number> {
  let deleted = 0
  for (;;) {
    const [last] = await db
      .from(table)
      .where(column, '<', before.toJSDate())
      .orderBy(column)
      .offset(CHUNK)
      .limit(1)
      .select(column)
    const upTo = last ? last[column] : before.toJSDate()
    const count = Number(await db.from(table).where(column, '<', upTo).delete())
    deleted += count
    if (!last || count === 0) break
  }
  return deleted + Number(await db.from(table).where(column, '<', before.toJSDate()).delete())
}
