import { among } from '#core/among'
import { askAfter, modelsWhere, plainsWhere, type Question } from '#core/ask'
import { isId } from '#core/ids'
import { turnsOf } from '#core/turns'
import { lockedEarners, sharersAmong, turnsOfEarners } from '#models/affiliate'
import Campaign from '#models/campaign'
import Click from '#models/click'
import CommissionRule from '#models/commission_rule'
import Conversion from '#models/conversion'
import Coupon from '#models/coupon'
import Enrollment from '#models/enrollment'
import Link from '#models/link'
import Referral, { IN_FORCE } from '#models/referral'
import { namesOf } from '#privacy/pseudonym'
import { maySharePiecesOf } from '#tracking/sharing'
import { clicksOfVisitors } from '#tracking/visitors'
import {
  alikeOf,
  paymentsOf,
  refundedOf,
  subscriptionsOf,
  visitorsOf,
  visitsOf,
  type Alike,
  type Paid,
  type Visit,
} from '#tracking/past'
import type { ConversionInput } from '#tracking/input'
import type { Plain } from '#core/plain'
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
  /** Those of them that are recorded already, by the external_id that they are told under. */
  recorded: Map<string, Plain<Conversion>>
  /** Those in force. */
  referrals: Plain<Referral>[]
  /** Those in force with the customers' e-mails, under whatever id. */
  bonds: Plain<Referral>[]
  payments: Paid[]
  alike: Alike[]
  visits: Visit[]
  /** Those of which a payment came before. */
  subscriptions: Set<string>
  coupons: Coupon[]
  clicks: Click[]
  visitorClicks: Map<Told, Plain<Click>[]>
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
  /** Whether other pieces of the same affiliates may be recorded meanwhile. */
  isShared: boolean
}

interface Asking {
  /** A person says whose they are. */
  named?: Named[]
  /** What is taken before anything is read. */
  turns?: Question<unknown>[]
  /** Nothing but pieces is done in this transaction. */
  isWhole?: boolean
}

/**
 * Reads all that may say whose these conversions are and what they earn, and locks who may earn of them: with as many
 * queries for many conversions as for one, asked in two goes, and a third for visitors.
 */
export async function factsOf(
  workspace: Workspace,
  all: Told[],
  { named = [], turns = [], isWhole = false }: Asking = {}
): Promise<Facts> {
  const [known, referrals, bonds, coupons, clicks, linked, payments, refunded] = await askAfter(
    turns,
    recordedOf(workspace, all),
    referralsOf(workspace, all),
    bondsOf(workspace, all),
    couponsOf(workspace, all),
    clicksOf(workspace, all),
    linksTold(workspace, all),
    paymentsOf(workspace, all),
    refundedOf(workspace, all)
  )
  const recorded = byName(workspace, all, known)
  const told = all.filter(({ externalId }) => !externalId || !recorded.has(externalId))
  const visitorClicks = await clicksOfVisitors(workspace, told, { referrals, coupons })

  const brought = [...referrals, ...bonds, ...clicks, ...[...visitorClicks.values()].flat()]
  const candidates: Named[] = named.length > 0 ? named : [...brought, ...coupons, ...linked]
  const bringers = told.length > 0 ? candidates : []
  const earners = new Set(bringers.map(({ affiliateId }) => affiliateId))
  const programs = new Set(bringers.map(({ campaignId }) => campaignId))
  // A refund that waited takes the affiliates for itself.
  const isShared = isWhole && refunded.length === 0 && maySharePiecesOf(programs)
  const [affiliates, links, alike, visits, subscriptions, campaigns, rules, enrollments, sharers] =
    await askAfter(
      [
        turnsOfEarners(earners, { shared: isShared }),
        turnsOf('visitor', workspace.id, visitorsOf(told, clicks)),
      ],
      lockedEarners(earners, { shared: isShared }),
      linksThatBrought(brought, linked),
      payments.length > 0 ? alikeOf(workspace, told) : [],
      visitsOf(workspace, told, clicks),
      subscriptionsOf(workspace, told),
      campaignsOf(programs),
      rulesOf(programs),
      enrollmentsOf(programs, earners),
      sharersAmong(earners)
    )
  return {
    ...{ recorded, referrals, coupons, clicks, visitorClicks, affiliates, payments },
    ...{ bonds, alike, visits, enrollments, isShared },
    ...{ links: [...linked, ...links], campaigns: withRules(campaigns, rules) },
    ...{
      refunded: new Set(refunded),
      subscriptions: new Set(subscriptions),
      sharers: new Set(sharers),
    },
  }
}

/** Of those that are to be recorded, by what they are called now. */
function recordedOf({ id }: Workspace, told: Told[]): Question<Plain<Conversion>> {
  const fresh = told.filter((one) => !one.id)
  const names = fresh.flatMap(({ externalId }) => (externalId ? namesOf(id, externalId) : []))
  if (names.length === 0) return []
  const [areTheirs, values] = among('external_id', names)
  return plainsWhere(Conversion, `workspace_id = ? and ${areTheirs}`, [id, ...values])
}

/** By what they are told under. */
function byName({ id }: Workspace, told: Told[], known: Plain<Conversion>[]) {
  if (known.length === 0) return new Map<string, Plain<Conversion>>()
  const stored = new Map(known.map((one) => [one.externalId, one]))
  const found = told.flatMap(({ externalId }) => {
    const name = externalId && namesOf(id, externalId).find((each) => stored.has(each))
    return name ? [[externalId, stored.get(name)!] as const] : []
  })
  return new Map(found)
}

function referralsOf({ id }: Workspace, told: Told[]): Question<Plain<Referral>> {
  const customers = told.map(({ customer }) => customer.externalId)
  const [areTheirs, values] = among('customer_external_id', customers)
  return plainsWhere(Referral, `workspace_id = ? and ${areTheirs} and ${IN_FORCE}`, [id, ...values])
}

function bondsOf({ id }: Workspace, told: Told[]): Question<Plain<Referral>> {
  const emails = told.flatMap(({ customer }) => customer.email ?? [])
  if (emails.length === 0) return []
  const [areTheirs, values] = among('customer_email', emails)
  return plainsWhere(Referral, `workspace_id = ? and ${areTheirs} and ${IN_FORCE}`, [id, ...values])
}

export function couponsOf({ id }: Workspace, told: Pick<Told, 'coupon'>[]): Question<Coupon> {
  const codes = told.flatMap(({ coupon }) => coupon?.toUpperCase() ?? [])
  if (codes.length === 0) return []
  const [areTheirs, values] = among('code', codes)
  return modelsWhere(Coupon, `workspace_id = ? and ${areTheirs}`, [id, ...values])
}

function clicksOf({ id }: Workspace, told: Told[]): Question<Click> {
  const ids = told.flatMap(({ clickId }) => (clickId && isId(clickId, 'clk') ? clickId : []))
  if (ids.length === 0) return []
  const [areTheirs, values] = among('id', ids)
  return modelsWhere(Click, `workspace_id = ? and ${areTheirs}`, [id, ...values])
}

export function linksTold({ id }: Workspace, told: Pick<Told, 'ref'>[]): Question<Link> {
  const refs = told.flatMap(({ ref }) => ref?.toLowerCase() ?? [])
  if (refs.length === 0) return []
  const [areTheirs, values] = among('ref_param', refs)
  return modelsWhere(Link, `workspace_id = ? and ${areTheirs}`, [id, ...values])
}

/** Their terms count, and their names are said. */
function linksThatBrought(brought: { linkId?: string | null }[], known: Link[]): Question<Link> {
  const ids = new Set(brought.flatMap(({ linkId }) => linkId ?? []))
  for (const { id } of known) ids.delete(id)
  return ids.size > 0 ? modelsWhere(Link, ...among('id', ids)) : []
}

function campaignsOf(ids: Set<string>): Question<Campaign> {
  return ids.size > 0 ? modelsWhere(Campaign, ...among('id', ids)) : []
}

function rulesOf(ids: Set<string>): Question<CommissionRule> {
  return ids.size > 0 ? modelsWhere(CommissionRule, ...among('campaign_id', ids)) : []
}

function withRules(campaigns: Campaign[], rules: CommissionRule[]) {
  const ofCampaign = Map.groupBy(rules, ({ campaignId }) => campaignId)
  for (const campaign of campaigns) campaign.$setRelated('rules', ofCampaign.get(campaign.id) ?? [])
  return campaigns
}

function enrollmentsOf(campaigns: Set<string>, affiliates: Set<string>): Question<Enrollment> {
  if (affiliates.size === 0) return []
  const [areIn, ids] = among('campaign_id', campaigns)
  const [areTheirs, values] = among('affiliate_id', affiliates)
  return modelsWhere(Enrollment, `${areIn} and ${areTheirs}`, [...ids, ...values])
}
