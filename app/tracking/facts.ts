import db from '@adonisjs/lucid/services/db'
import { among } from '#core/among'
import { isId } from '#core/ids'
import { plainOf, type Plain } from '#core/plain'
import { lockEarners, sharersOf } from '#models/affiliate'
import Campaign from '#models/campaign'
import Click from '#models/click'
import CommissionRule from '#models/commission_rule'
import Coupon from '#models/coupon'
import Enrollment from '#models/enrollment'
import Link from '#models/link'
import Referral, { IN_FORCE } from '#models/referral'
import { clicksOfVisitors } from '#tracking/visitors'
import {
  alikeOf,
  paymentsOf,
  refundedOf,
  subscriptionsOf,
  visitsOf,
  type Alike,
  type Paid,
  type Visit,
} from '#tracking/past'
import type { ConversionInput } from '#tracking/input'
import type Conversion from '#models/conversion'
import type Affiliate from '#models/affiliate'
import type Workspace from '#models/workspace'
import type { DateTime } from 'luxon'

/** What is told of a conversion, as far as it says who did it, when, and who brought them. */
export interface Told extends Pick<
  ConversionInput,
  'customer' | 'clickId' | 'visitorId' | 'ref' | 'coupon' | 'subscriptionId'
> {
  occurredAt: DateTime
  /** Of one that is to be recorded. */
  externalId?: string
  /** Of one that is recorded already. */
  id?: string
}

/** Whose a recorded conversion is by its columns: where they are forgotten, what was sent does not say it any more. */
export function toldOf(conversion: Conversion): Told {
  const { id, customerExternalId, customerEmail, visitorId, occurredAt } = conversion
  return {
    customer: { externalId: customerExternalId, email: customerEmail ?? undefined },
    visitorId: visitorId ?? undefined,
    ...{ id, occurredAt },
  }
}

/** An affiliate and a campaign that a person names. */
export interface Named {
  affiliateId: string
  campaignId: string
}

/** What the database has of the customers of some conversions, and of all who may have brought them. */
export interface Facts {
  /** Those in force. */
  referrals: Plain<Referral>[]
  /** To whom the customers' e-mails are bound, under whatever id. */
  bonds: { customerEmail: string; affiliateId: string }[]
  payments: Paid[]
  alike: Alike[]
  visits: Visit[]
  /** Those of which a payment came before. */
  subscriptions: Set<string>
  coupons: Coupon[]
  clicks: Click[]
  visitorClicks: Map<Told, Click[]>
  links: Link[]
  /** With their rules. */
  campaigns: Campaign[]
  /** And whoever brought them. Locked. */
  affiliates: Affiliate[]
  enrollments: Enrollment[]
  /** Conversions that a refund waits for, by their external_id. */
  refunded: Set<string>
  /** Affiliates who are paid to an account that another gave too. */
  sharers: Set<string>
}

/**
 * Reads all that may say whose these conversions are and what they earn, and locks who may earn of them: with as many
 * queries for many conversions as for one, and those that need not wait for each other sent at once.
 */
export async function factsOf(
  workspace: Workspace,
  told: Told[],
  named: Named[] = []
): Promise<Facts> {
  const [referrals, coupons, clicks, payments, refunded] = await Promise.all([
    referralsOf(workspace, told),
    couponsOf(workspace, told),
    clicksOf(workspace, told),
    paymentsOf(workspace, told),
    refundedOf(workspace, told),
  ])
  const visitorClicks = await clicksOfVisitors(workspace, told, { referrals, coupons })
  const linked = [...referrals, ...clicks, ...[...visitorClicks.values()].flat()]
  const links = await linksOf(workspace, told, linked)

  const candidates: Named[] = named.length > 0 ? named : [...linked, ...coupons, ...links]
  const affiliates = await lockEarners(candidates.map(({ affiliateId }) => affiliateId))
  const [bonds, alike, visits, subscriptions, campaigns, enrollments, sharers] = await Promise.all([
    bondsOf(workspace, told),
    payments.length > 0 ? alikeOf(workspace, told) : [],
    visitsOf(workspace, told, clicks),
    subscriptionsOf(workspace, told),
    campaignsOf(candidates),
    enrollmentsOf(candidates),
    sharersOf(affiliates),
  ])
  return {
    ...{ referrals, coupons, clicks, visitorClicks, links, affiliates, payments, refunded },
    ...{ bonds, alike, visits, subscriptions, campaigns, enrollments, sharers },
  }
}

async function referralsOf({ id }: Workspace, told: Told[]) {
  const customers = told.map(({ customer }) => customer.externalId)
  const rows: Record<string, unknown>[] = await db
    .from('referrals')
    .where('workspace_id', id)
    .whereRaw(...among('customer_external_id', customers))
    .whereRaw(IN_FORCE)
  return rows.map((row) => plainOf(Referral, row))
}

export async function couponsOf({ id }: Workspace, told: Pick<Told, 'coupon'>[]) {
  const codes = told.flatMap(({ coupon }) => coupon?.toUpperCase() ?? [])
  if (codes.length === 0) return []
  return Coupon.query()
    .where('workspace_id', id)
    .whereRaw(...among('code', codes))
}

async function clicksOf({ id }: Workspace, told: Told[]) {
  const ids = told.flatMap(({ clickId }) => (clickId && isId(clickId, 'clk') ? clickId : []))
  if (ids.length === 0) return []
  return Click.query()
    .where('workspace_id', id)
    .whereRaw(...among('id', ids))
}

/** Those that are told of, and those that brought. A ref_param is of one workspace alone. */
export async function linksOf(
  { id }: Workspace,
  told: Pick<Told, 'ref'>[],
  brought: { linkId?: string | null }[]
) {
  const refs = told.flatMap(({ ref }) => ref?.toLowerCase() ?? [])
  const ids = brought.flatMap(({ linkId }) => linkId ?? [])
  if (refs.length + ids.length === 0) return []
  const links = await Link.query()
    .whereRaw(...among('ref_param', refs))
    .orWhereRaw(...among('id', ids))
  return links.filter(({ workspaceId }) => workspaceId === id)
}

async function bondsOf({ id }: Workspace, told: Told[]) {
  const emails = told.flatMap(({ customer }) => customer.email ?? [])
  if (emails.length === 0) return []
  const rows: { customer_email: string; affiliate_id: string }[] = await db
    .from('referrals')
    .where('workspace_id', id)
    .whereRaw(...among('customer_email', emails))
    .whereRaw(IN_FORCE)
    .distinct('customer_email', 'affiliate_id')
  return rows.map((row) => ({ customerEmail: row.customer_email, affiliateId: row.affiliate_id }))
}

async function campaignsOf(candidates: Named[]) {
  if (candidates.length === 0) return []
  const ids = new Set(candidates.map(({ campaignId }) => campaignId))
  const [campaigns, rules] = await Promise.all([
    Campaign.query().whereRaw(...among('id', ids)),
    CommissionRule.query().whereRaw(...among('campaign_id', ids)),
  ])
  const rulesOf = Map.groupBy(rules, ({ campaignId }) => campaignId)
  for (const campaign of campaigns) campaign.$setRelated('rules', rulesOf.get(campaign.id) ?? [])
  return campaigns
}

async function enrollmentsOf(candidates: Named[]) {
  if (candidates.length === 0) return []
  const campaigns = new Set(candidates.map(({ campaignId }) => campaignId))
  const affiliates = new Set(candidates.map(({ affiliateId }) => affiliateId))
  return Enrollment.query()
    .whereRaw(...among('campaign_id', campaigns))
    .whereRaw(...among('affiliate_id', affiliates))
}
