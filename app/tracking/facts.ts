import { dialect } from '#config/database'
import { among } from '#core/among'
import { allEnded } from '#core/all_ended'
import { ask, askAfter, modelsWhere, type Question } from '#core/ask'
import { turnsOf } from '#core/turns'
import { lockedEarners, sharersAmong, turnsOfEarners } from '#models/affiliate'
import Campaign from '#models/campaign'
import CommissionRule from '#models/commission_rule'
import Enrollment from '#models/enrollment'
import Link from '#models/link'
import { namesOf } from '#privacy/pseudonym'
import { maySharePiecesOf } from '#tracking/sharing'
import { clicksOfVisitors } from '#tracking/visitors'
import {
  alikeOf,
  subscriptionsOf,
  visitorsOf,
  visitsOf,
  type Alike,
  type Visit,
} from '#tracking/past'
import {
  bondsOf,
  clicksOf,
  couponsOf,
  linksTold,
  paymentsOf,
  recordedOf,
  referralsOf,
  refundedOf,
  type Asked,
  type Paid,
} from '#tracking/questions'
import type { ConversionInput } from '#tracking/input'
import type { Plain } from '#core/plain'
import type Affiliate from '#models/affiliate'
import type Click from '#models/click'
import type Conversion from '#models/conversion'
import type Coupon from '#models/coupon'
import type Referral from '#models/referral'
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
 * queries for many conversions as for one, and hardly more for those of several workspaces, asked in two goes, and a
 * third for visitors. Answers what there is of each workspace, in their order.
 */
export async function factsOf(
  asked: Asked[],
  { named = [], turns = [], isWhole = false }: Asking = {}
): Promise<Facts[]> {
  // Of pairs SQLite takes one half by an index and looks through the rest.
  const groups = dialect === 'sqlite' ? asked.map((one) => [one]) : [asked]
  const told = (await allEnded(groups.map((group) => toldFactsOf(group, turns)))).flat()
  const bringers = told.flatMap((one) => (one.told.length > 0 ? bringersOf(one, named) : []))
  const earners = new Set(bringers.map(({ affiliateId }) => affiliateId))
  const programs = new Set(bringers.map(({ campaignId }) => campaignId))
  // A refund that waited takes the affiliates for itself.
  const isSome = told.some(({ refunded }) => refunded.length > 0)
  const shared = isWhole && !isSome && maySharePiecesOf(programs)
  const ofAll = askAfter(
    [turnsOfEarners(earners, { shared }), turnsOf('visitor', told.flatMap(visitorsIn))],
    lockedEarners(earners, { shared }),
    linksThatBrought(told),
    campaignsOf(programs),
    rulesOf(programs),
    enrollmentsOf(programs, earners),
    sharersAmong(earners)
  )
  const ofEach = told.map((one) =>
    ask(
      one.payments.length > 0 ? alikeOf(one.workspace, one.told) : [],
      visitsOf(one.workspace, one.told, one.clicks),
      subscriptionsOf(one.workspace, one.told)
    )
  )
  await allEnded<unknown>([ofAll, ...ofEach])
  const [affiliates, links, campaigns, rules, enrollments, sharers] = await ofAll
  withRules(campaigns, rules)
  return Promise.all(
    told.map(async ({ workspace, linked, refunded, ...facts }, at) => {
      const [alike, visits, subscriptions] = await ofEach[at]
      const theirs = rowsOf(workspace)
      return {
        ...facts,
        ...{ affiliates: theirs(affiliates), campaigns: theirs(campaigns) },
        ...{ enrollments: theirs(enrollments), links: [...linked, ...theirs(links)] },
        ...{ alike, visits, subscriptions: new Set(subscriptions), sharers: new Set(sharers) },
        refunded: new Set(refunded.map(({ name }) => name)),
        isShared: shared,
      }
    })
  )
}

/** What is asked for with what is told alone. */
async function toldFactsOf(asked: Asked[], turns: Question<unknown>[]) {
  const [known, referrals, bonds, coupons, clicks, linked, payments, refunded] = await askAfter(
    turns,
    recordedOf(asked),
    referralsOf(asked),
    bondsOf(asked),
    couponsOf(asked),
    clicksOf(asked),
    linksTold(asked),
    paymentsOf(asked),
    refundedOf(asked)
  )
  return allEnded(
    asked.map(async ({ workspace, told: all }) => {
      const theirs = rowsOf(workspace)
      const recorded = byName(workspace, all, theirs(known))
      const told = all.filter(({ externalId }) => !externalId || !recorded.has(externalId))
      const before = { referrals: theirs(referrals), coupons: theirs(coupons) }
      const visitorClicks = await clicksOfVisitors(workspace, told, before)
      return {
        ...{ workspace, told, recorded, ...before, visitorClicks },
        ...{ bonds: theirs(bonds), clicks: theirs(clicks), linked: theirs(linked) },
        ...{ payments: theirs(payments), refunded: theirs(refunded) },
      }
    })
  )
}

type ToldFacts = Awaited<ReturnType<typeof toldFactsOf>>[number]

function rowsOf({ id }: Workspace) {
  return <R extends { workspaceId: string }>(rows: R[]) =>
    rows.filter((row) => row.workspaceId === id)
}

function visitorsIn({ workspace, told, clicks }: ToldFacts) {
  return visitorsOf(told, clicks).map((name) => ({ workspaceId: workspace.id, name }))
}

function bringersOf(told: ToldFacts, named: Named[]): Named[] {
  return named.length > 0 ? named : [...broughtBy(told), ...told.coupons, ...told.linked]
}

function broughtBy({ referrals, bonds, clicks, visitorClicks }: ToldFacts) {
  return [...referrals, ...bonds, ...clicks, ...[...visitorClicks.values()].flat()]
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

/** Their terms count, and their names are said. */
function linksThatBrought(told: ToldFacts[]): Question<Link> {
  const ids = new Set(told.flatMap(broughtBy).flatMap(({ linkId }) => linkId ?? []))
  for (const { id } of told.flatMap(({ linked }) => linked)) ids.delete(id)
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
