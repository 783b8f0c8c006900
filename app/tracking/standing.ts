import db from '@adonisjs/lucid/services/db'
import { monthOf } from '#terms/local'
import { minorUnits } from '#money/arithmetic'
import type { Decider } from '#terms/earn'
import type { Reward, Standing } from '#terms/types'
import type Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import type Workspace from '#models/workspace'
import type { DateTime } from 'luxon'

/** Whose standing before which conversion. */
interface Whose {
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

/**
 * What tiers and caps are asked with: what was decided before this conversion, which is in order of arrival.
 * Who records has locked the affiliate, so that sales at once see each other. Only what the decider asks is read.
 */
export async function standingOf(
  { workspace, campaign, affiliate, occurredAt, conversionId, referralId }: Whose,
  { ruleId, reward, caps }: Decider,
  currency: string
): Promise<Standing> {
  const { from, to } = monthOf(occurredAt, workspace.timezone)
  const asked = { affiliateId: affiliate.id, campaignId: campaign.id, currency, from, to }
  return {
    soldInMonth: hasTiers(reward) ? await soldInMonth(asked, conversionId) : 0,
    earnedOfCustomer:
      caps.perCustomer && referralId
        ? await earned(ofCustomer(asked, referralId), asked, ruleId)
        : 0,
    earnedInMonth: caps.perMonth ? await earned(ofMonth(asked), asked, ruleId) : 0,
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

function ofCustomer({ affiliateId }: Asked, referralId: string) {
  return db
    .from('conversions')
    .where({ 'conversions.referral_id': referralId, 'conversions.affiliate_id': affiliateId })
}

/** The sum of the families that a rule, or the terms without one, made of these conversions. */
async function earned(
  conversions: ReturnType<typeof ofMonth>,
  { affiliateId, campaignId, currency }: Asked,
  ruleId: string | null
) {
  const row = await conversions
    .join('commissions as originals', 'originals.conversion_id', 'conversions.id')
    .join('commissions as family', 'family.conversion_id', 'conversions.id')
    .whereRaw('coalesce(family.reversal_of, family.id) = originals.id')
    .where({
      'originals.affiliate_id': affiliateId,
      'originals.campaign_id': campaignId,
      'originals.currency': currency,
      'originals.rule_id': ruleId,
    })
    .whereIn('originals.kind', ['lead', 'sale', 'renewal'])
    .whereNot('family.state', 'voided')
    .sum('family.amount as total')
    .first()
  return minorUnits(row.total)
}
