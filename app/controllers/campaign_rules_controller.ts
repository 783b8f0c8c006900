import { camelKeys } from '#http/camel'
import { find } from '#http/find'
import { take } from '#http/take'
import { changedRule, newRule } from '#validators/campaign'
import { conditionsOf } from '#validators/terms'
import { ruleForm } from '#views/pages/campaign'
import type { RuleInput } from '#models/commission_rule'
import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'

/** The ordered rules of a campaign: the first that matches pays. */
export default class CampaignRulesController {
  async index({ workspace, params, answer }: HttpContext) {
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    return answer.list(campaign.related('rules').query())
  }

  async create({ workspace, params, answer }: HttpContext) {
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    return answer.form(ruleForm(workspace, campaign))
  }

  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    const rule = await campaign.addRule(inputOf(await take(ctx, newRule)), actor)
    return answer.created(rule, { notice: 'The rule was added.', to: `/campaigns/${campaign.id}` })
  }

  async show({ workspace, params, answer }: HttpContext) {
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    return answer.shown(await find(campaign.related('rules'), params.id))
  }

  async edit({ workspace, params, answer }: HttpContext) {
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    const rule = await find(campaign.related('rules'), params.id)
    return answer.form(ruleForm(workspace, campaign, rule))
  }

  async update(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    const rule = await find(campaign.related('rules'), params.id)
    await rule.change(campaign, inputOf(await take(ctx, changedRule)), actor)
    return answer.updated(rule, {
      notice: 'The rule was changed.',
      to: `/campaigns/${campaign.id}`,
    })
  }

  async destroy({ workspace, params, actor, answer }: HttpContext) {
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    const rule = await find(campaign.related('rules'), params.id)
    await rule.remove(campaign, actor)
    return answer.removed({ notice: 'The rule was removed.', to: `/campaigns/${campaign.id}` })
  }
}

/** Conditions that were not said stay as they are. */
function inputOf(said: Infer<typeof newRule> | Infer<typeof changedRule>): RuleInput {
  const { all, any, ...input } = camelKeys(said)
  return {
    ...input,
    ...(all && { allConditions: conditionsOf('all', all) }),
    ...(any && { anyConditions: conditionsOf('any', any) }),
  }
}
