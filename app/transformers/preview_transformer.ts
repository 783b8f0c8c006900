import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { describeRule } from '#terms/describe'
import { iso } from '#transformers/stamps'
import type Campaign from '#models/campaign'
import type { Preview, Would } from '#tracking/preview'

/** What a sale that nobody made would earn in a campaign. */
export default class PreviewTransformer extends BaseTransformer<{
  campaign: Campaign
  preview: Preview
}> {
  static shape = shapes.object({
    campaign_id: shapes.idOf('camp'),
    affiliate_id: shapes.nullable(shapes.idOf('aff')),
    terms: shapes.nullable(shapes.oneOf(['link', 'enrollment', 'campaign'])),
    commissions: shapes.list(
      shapes.object({
        affiliate_id: shapes.nullable(shapes.idOf('aff')),
        kind: shapes.oneOf(['lead', 'sale', 'renewal', 'referral_share']),
        amount: shapes.money(),
        currency: shapes.currency(),
        rate_bps: shapes.nullable(shapes.whole()),
        rule_id: shapes.nullable(shapes.idOf('rule')),
        state: shapes.oneOf(['held', 'pending', 'due']),
        held_reasons: shapes.list(shapes.object({ code: shapes.text(), sentence: shapes.text() })),
        due_at: shapes.instant(),
        explanation: shapes.text(),
      })
    ),
    rules: shapes.list(
      shapes.object({
        id: shapes.idOf('rule'),
        position: shapes.whole(),
        sentence: shapes.text(),
        tried: shapes.flag(),
        matched: shapes.flag(),
        why_not: shapes.nullable(shapes.text()),
      })
    ),
    explanation: shapes.text(),
  })

  toObject() {
    const { campaign, preview } = this.resource
    const { weighed, affiliate, attributed, would } = preview
    return {
      campaign_id: campaign.id,
      affiliate_id: affiliate?.id ?? null,
      terms: weighed.terms?.source ?? null,
      commissions: would.map((each) => commissionOf(each, attributed)),
      rules: rulesOf(campaign, preview),
      explanation: `${attributed}; ${weighed.outcome.because}`,
    }
  }
}

function commissionOf(would: Would, attributed: string) {
  const { affiliate, outcome, kind, state, heldReasons, dueAt } = would
  const { amount, currency, rateBps, ruleId, because } = outcome
  return {
    affiliate_id: affiliate.id || null,
    kind,
    amount,
    currency,
    rate_bps: rateBps,
    rule_id: ruleId,
    state,
    held_reasons: heldReasons,
    due_at: iso(dueAt),
    explanation: `${attributed}; ${because}`,
  }
}

/** Every rule of the campaign, in order, and what came of it. */
export function rulesOf(campaign: Campaign, { weighed }: Preview) {
  return campaign.rules
    .toSorted((one, other) => one.position - other.position)
    .map((rule) => {
      const tried = weighed.tried.find((each) => each.rule.id === rule.id)
      return {
        id: rule.id,
        position: rule.position,
        sentence: describeRule(rule.asTerms),
        tried: tried !== undefined,
        matched: tried?.whyNot === null,
        why_not: tried?.whyNot ?? null,
      }
    })
}
