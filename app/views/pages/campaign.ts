import db from '@adonisjs/lucid/services/db'
import { conditionRow, questions, type ConditionRow } from '#http/typed_condition'
import { capsOf } from '#terms/caps'
import { describeRate, describeRule, describeTerms } from '#terms/describe'
import { previewForm } from '#views/pages/campaign_preview'
import { termsForm } from '#views/pages/terms'
import { timelineOf } from '#views/pages/timeline'
import Enrollment from '#models/enrollment'
import type Campaign from '#models/campaign'
import type CommissionRule from '#models/commission_rule'
import type Workspace from '#models/workspace'

const SHOWN = 10

/** The states of a referral in which its payments earn. */
const BOUND = ['lead', 'customer']

/** What a list of campaigns shows of each. */
export async function campaignsPage(rows: Campaign[]) {
  const ids = rows.map(({ id }) => id)
  const affiliates = await countBy('enrollments', ids, ['active'])
  const customers = await countBy('referrals', ids, BOUND)
  return {
    about: Object.fromEntries(
      rows.map((campaign) => [
        campaign.id,
        {
          terms: termsOf(campaign),
          affiliates: affiliates.get(campaign.id) ?? 0,
          customers: customers.get(campaign.id) ?? 0,
        },
      ])
    ),
  }
}

/** What a campaign's page shows beside the campaign. */
export async function campaignPage(campaign: Campaign, workspace: Workspace) {
  const rules = await campaign.related('rules').query().orderBy('position')
  return {
    ...(await previewForm(workspace, campaign)),
    terms: termsOf(campaign),
    share: campaign.referralShareBps && describeRate(campaign.referralShareBps),
    rules: rules.map((rule) => ({ rule, sentence: capitalized(describeRule(rule.asTerms)) })),
    affiliates: await Enrollment.query()
      .where('campaign_id', campaign.id)
      .preload('affiliate')
      .orderBy('id', 'desc')
      .limit(SHOWN),
    affiliatesCount: await countOf('enrollments', campaign, ['active']),
    customersCount: await countOf('referrals', campaign, BOUND),
    linksCount: await countOf('links', campaign),
    timeline: await timelineOf(campaign.id, 20),
  }
}

/** What the form of a campaign offers. */
export function campaignForm(workspace: Workspace, campaign?: Campaign) {
  return {
    campaign,
    ...termsForm(workspace, campaign, campaign?.holdAbove),
    duration: campaign?.duration ?? { type: 'lifetime' },
  }
}

/** What the form of a rule offers: its conditions and some empty rows. */
export function ruleForm(workspace: Workspace, campaign: Campaign, rule?: CommissionRule) {
  return {
    campaign,
    rule,
    ...termsForm(workspace, rule),
    questions,
    all: withEmptyRows((rule?.allConditions ?? []).map(conditionRow), 3),
    any: withEmptyRows((rule?.anyConditions ?? []).map(conditionRow), 2),
  }
}

/** What archiving a campaign ends. */
export async function campaignArchivePage(campaign: Campaign) {
  return {
    campaign,
    customers: await countOf('referrals', campaign, BOUND),
    affiliates: await countOf('enrollments', campaign, ['active']),
  }
}

/** A campaign's own terms in words: `20% for 12 months`. */
export function termsOf(campaign: Campaign) {
  return capitalized(describeTerms(campaign.reward, campaign.duration, capsOf(campaign)))
}

async function countOf(table: string, { id }: Campaign, states?: string[]) {
  const counts = await countBy(table, [id], states)
  return counts.get(id) ?? 0
}

async function countBy(table: string, campaignIds: string[], states?: string[]) {
  const query = db.from(table).whereIn('campaign_id', campaignIds)
  if (states) query.whereIn('state', states)
  const rows: { campaign_id: string; count: number }[] = await query
    .groupBy('campaign_id')
    .select('campaign_id')
    .count('* as count')
  return new Map(rows.map((row) => [row.campaign_id, Number(row.count)]))
}

/** Its rows, and some that are empty; 20 at most. */
function withEmptyRows(rows: ConditionRow[], empty: number): ConditionRow[] {
  const wanted = Math.min(20, rows.length + empty)
  return [
    ...rows,
    ...Array.from({ length: wanted - rows.length }, () => ({ field: '', value: '' })),
  ]
}

function capitalized(sentence: string) {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
