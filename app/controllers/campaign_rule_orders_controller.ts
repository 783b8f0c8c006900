import { refuseField } from '#http/answer'
import { find } from '#http/find'
import { take } from '#http/take'
import CommissionRuleTransformer from '#transformers/commission_rule_transformer'
import { ruleOrder } from '#validators/campaign'
import type { HttpContext } from '@adonisjs/core/http'

export default class CampaignRuleOrdersController {
  /** PUT /campaigns/:campaign_id/rules/order: all rules, the one asked first in front. */
  async update(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    const { ids } = await take(ctx, ruleOrder)
    const rules = await campaign.related('rules').query()
    const known = rules.map(({ id }) => id)
    if (known.length !== ids.length || !known.every((id) => ids.includes(id)))
      refuseField('ids', 'ids must name every rule of the campaign once.')

    const ordered = await campaign.orderRules(rules, ids, actor)
    return answer.done(
      { data: ordered.map((rule) => new CommissionRuleTransformer(rule).toObject()) },
      { notice: 'The rules are asked in this order now.', to: `/campaigns/${campaign.id}` }
    )
  }
}
