import db from '@adonisjs/lucid/services/db'
import { among } from '#core/among'
import { monthOf } from '#terms/local'
import { minorUnits } from '#money/arithmetic'
import type { CommissionKind } from '#models/types'
import type { Decider } from '#terms/earn'
import type { Reward, Standing } from '#terms/types'
import type Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import type Workspace from '#models/workspace'
import type { DateTime } from 'luxon'

/** Whose standing before which conversion. */
export interface Whose {
  workspace: Workspace
  campaign: Campaign
  affiliate: Affiliate
  occurredAt: DateTime
  /** Null for what is only supposed. */
  conversionId: string | null
  referralId: string | null
}

/** Whose standing is asked, in which currency and month. */
interface Asked {
  affiliateId: string
  campaignId: string
  currency: string
  from: DateTime
  to: DateTime
}

/** One sum of a standing: what it is of, and how the database is asked for it. */
export interface Question {
  of: string
  ask: () => Promise<number>
}

/** A sum of a customer, which the database may be asked of many. */
export interface OfCustomers extends Question {
  customer: string
  /** The same of whichever customer. */
  whose: string
  askAll: (referralIds: string[]) => Promise<Map<string, number>>
}

interface Questions {
  soldInMonth: Question | null
  earnedOfCustomer: OfCustomers | null
  earnedInMonth: Question | null
}

/** What a decider asks of a standing; null where it does not. */
export function questionsOf(
  { workspace, campaign, affiliate, occurredAt, conversionId, referralId }: Whose,
  { ruleId, reward, caps }: Decider,
  currency: string
): Questions {
  const { from, to } = monthOf(occurredAt, workspace.timezone)
  const asked = { affiliateId: affiliate.id, campaignId: campaign.id, currency, from, to }
  const month = `${affiliate.id} ${currency} ${from.toMillis()}`
  const whose = `${affiliate.id} ${campaign.id} ${currency} ${ruleId}`
  return {
    soldInMonth: hasTiers(reward)
      ? { of: `sold ${month}`, ask: () => soldInMonth(asked, conversionId) }
      : null,
    earnedOfCustomer:
      caps.perCustomer && referralId
        ? {
            of: `earned ${whose} ${referralId}`,
            ask: () => earned(ofCustomer(referralId), asked, ruleId),
            ...{ customer: referralId, whose: `earned ${whose} of customers` },
            askAll: (ids) => earnedOf(ids, asked, ruleId),
          }
        : null,
    earnedInMonth: caps.perMonth
      ? { of: `earned ${whose} ${month}`, ask: () => earned(ofMonth(asked), asked, ruleId) }
      : null,
  }
}

/**
 * What tiers and caps are asked with: what was decided before this conversion, which is in order of arrival.
 * Who records has locked the affiliate, so that sales at once see each other. Only what the decider asks is read.
 */
export async function standingOf(
  whose: Whose,
  decider: Decider,
  currency: string
): Promise<Standing> {
  const questions = questionsOf(whose, decider, currency)
  return {
    soldInMonth: (await questions.soldInMonth?.ask()) ?? 0,
    earnedOfCustomer: (await questions.earnedOfCustomer?.ask()) ?? 0,
    earnedInMonth: (await questions.earnedInMonth?.ask()) ?? 0,
  }
}

/** Whether anything of it is asked. */
export function asksStanding({ reward, caps }: Decider) {
  return hasTiers(reward) || caps.perCustomer !== null || caps.perMonth !== null
}

function hasTiers(reward: Reward) {
  return reward.type === 'percent' && Boolean(reward.tiers?.length)
}

async function soldInMonth(asked: Asked, except: string | null) {
  const row = await ofMonth(asked)
    .if(except, (query) => query.whereNot('conversions.id', except!))
    .sum('conversions.amount as total')
    .first()
  return minorUnits(row.total)
}

function ofMonth({ affiliateId, currency, from, to }: Asked) {
  return db
    .from('conversions')
    .where({ 'conversions.affiliate_id': affiliateId, 'conversions.currency': currency })
    .where('conversions.occurred_at', '>=', from.toJSDate())
    .where('conversions.occurred_at', '<', to.toJSDate())
}

function ofCustomer(referralId: string) {
  return db.from('conversions').where('conversions.referral_id', referralId)
}

/** The kinds that an affiliate earns by conversions of their own. */
export const EARNING: CommissionKind[] = ['lead', 'sale', 'renewal']

/** The sum of the families that a rule, or the terms without one, made of these conversions. */
async function earned(conversions: Conversions, asked: Asked, ruleId: string | null) {
  const row = await familiesOf(conversions, asked, ruleId).sum('family.amount as total').first()
  return minorUnits(row.total)
}

/** The same of each of these customers. */
async function earnedOf(referralIds: string[], asked: Asked, ruleId: string | null) {
  const ofThem = db.from('conversions').whereRaw(...among('conversions.referral_id', referralIds))
  const rows: { id: string; total: number | string }[] = await familiesOf(ofThem, asked, ruleId)
    .groupBy('conversions.referral_id')
    .select('conversions.referral_id as id')
    .sum('family.amount as total')
  return new Map(rows.map(({ id, total }) => [id, minorUnits(total)]))
}

type Conversions = ReturnType<typeof ofMonth>

/**
 * From conversions to their commissions (which a cross join says to SQLite), for an affiliate's commissions are many.
 */
function familiesOf(
  conversions: Conversions,
  { affiliateId, campaignId, currency }: Asked,
  ruleId: string | null
) {
  return conversions
    .joinRaw('cross join commissions as originals cross join commissions as family')
    .whereRaw('originals.conversion_id = conversions.id and family.conversion_id = conversions.id')
    .whereRaw('coalesce(family.reversal_of, family.id) = originals.id')
    .where({
      'originals.affiliate_id': affiliateId,
      'originals.campaign_id': campaignId,
      'originals.currency': currency,
      'originals.rule_id': ruleId,
    })
    .whereIn('originals.kind', EARNING)
    .whereNot('family.state', 'voided')
}
