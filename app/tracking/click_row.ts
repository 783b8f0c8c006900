import { clock } from '#core/clock'
import { newId } from '#core/ids'
import { randomHex } from '#core/random'
import { toStored } from '#database/instants'
import { hashAddress } from '#tracking/address'
import { markOf } from '#tracking/marks'
import type { Mark } from '#models/types'
import type { LinkTarget } from '#tracking/link_target'

/** A row of `clicks`, as it is inserted: in the order of `columns`. */
export type ClickRow = [
  id: string,
  workspaceId: string,
  linkId: string,
  affiliateId: string,
  campaignId: string,
  visitorId: string,
  mark: Mark | null,
  referrer: string | null,
  landingUrl: string | null,
  userAgent: string | null,
  ipHash: string | null,
  createdAt: string,
]

export const columns = [
  'id',
  'workspace_id',
  'link_id',
  'affiliate_id',
  'campaign_id',
  'visitor_id',
  'mark',
  'referrer',
  'landing_url',
  'user_agent',
  'ip_hash',
  'created_at',
] as const

/** What is known of a visit; texts as they came. */
export interface Visit {
  visitorId?: string
  url?: string
  referrer?: string
  ip?: string
  userAgent?: string
  mark?: Mark
}

/** What is kept of a text from outside, in characters. */
const LONGEST = 1_000

export function clickRow(target: LinkTarget, visit: Visit): ClickRow {
  const now = clock.millis()
  const userAgent = clean(visit.userAgent)
  return [
    newId('clk', now),
    target.workspaceId,
    target.id,
    target.affiliateId,
    target.campaignId,
    visit.visitorId ?? newVisitorId(),
    visit.mark ?? markOf(target, userAgent),
    clean(visit.referrer),
    clean(visit.url),
    userAgent,
    visit.ip ? hashAddress(visit.ip, now) : null,
    stamp(now),
  ]
}

/**
 * The millisecond in which the visitor came first, and 80 random bits: what is new is beside what is new in the
 * index of visitors, so that a thousand clicks change a few of its pages and not a thousand.
 */
export function newVisitorId() {
  return clock.millis().toString(16).padStart(12, '0') + randomHex(10)
}

/** Without what a database refuses: U+0000, and halves of surrogate pairs. */
export function clean(text: string | undefined): string | null {
  if (!text) return null
  const whole = text.includes('\0') ? text.replaceAll('\0', '') : text
  const kept = whole.length > LONGEST ? whole.slice(0, LONGEST) : whole
  return kept.toWellFormed().replaceAll('\ufffd', '') || null
}

let stamped = Number.NaN
let stampText = ''

/** Made once for all clicks of a millisecond. */
function stamp(millisecond: number) {
  if (millisecond !== stamped) {
    stamped = millisecond
    stampText = toStored(new Date(millisecond))
  }
  return stampText
}
