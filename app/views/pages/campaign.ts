import { describeDuration, describeReward, describeRule } from '#terms/describe'
import { timelineOf } from '#views/pages/timeline'
import type Campaign from '#models/campaign'

/** What a campaign's page shows beside the campaign. */
export async function campaignPage(campaign: Campaign) {
  const rules = await campaign.related('rules').query().orderBy('position')
  return {
    terms: `${describeReward(campaign.reward)} ${describeDuration(campaign.duration)}`,
    rules: rules.map((rule) => ({ rule, sentence: describeRule(rule.asTerms) })),
    timeline: await timelineOf(campaign.id),
  }
}
