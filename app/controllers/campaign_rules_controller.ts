import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { ConflictException } from '#exceptions/errors'
import { camelKeys } from '#http/camel'
import { find } from '#http/find'
import { take } from '#http/take'
import type CommissionRule from '#models/commission_rule'
import { changedRule, newRule } from '#validators/campaign'
import { conditionsOf } from '#validators/terms'
import { ruleForm } from '#views/pages/campaign'
import type Campaign from '#models/campaign'
import type { Actor } from '#core/actor'
import type { HttpContext } from '@adonisjs/core/http'

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
    const { all, any, position, duration = null, ...input } = camelKeys(await take(ctx, newRule))
    const terms = {
      allConditions: conditionsOf('all', all),
      anyConditions: conditionsOf('any', any),
    }

    const rule = await atomically(async () => {
      const last = await campaign.related('rules').query().max('position as last').firstOrFail()
      const made = await campaign.related('rules').create({
        ...input,
        ...terms,
        duration,
        workspaceId: workspace.id,
        position: position ?? Number(last.$extras.last ?? 0) + 1,
        lockVersion: 0,
      })
      await told(campaign, made, 'campaign.rule_added', actor)
      return made
    })
    return answer.created(rule, { notice: 'The rule was added.', to: `/campaigns/${campaign.id}` })
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
    const { all, any, lockVersion: version, ...input } = camelKeys(await take(ctx, changedRule))
    if (version !== undefined && version !== rule.lockVersion) {
      throw new ConflictException('This rule was changed meanwhile. Load it again.', {
        lock_version: rule.lockVersion,
      })
    }

    await atomically(async () => {
      rule.merge(input)
      if (all) rule.allConditions = conditionsOf('all', all)
      if (any) rule.anyConditions = conditionsOf('any', any)
      await rule.merge({ lockVersion: rule.lockVersion + 1 }).save()
      await told(campaign, rule, 'campaign.rule_changed', actor)
    })
    return answer.updated(rule, {
      notice: 'The rule was changed.',
      to: `/campaigns/${campaign.id}`,
    })
  }

  async destroy({ workspace, params, actor, answer }: HttpContext) {
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    const rule = await find(campaign.related('rules'), params.id)
    await atomically(async () => {
      await rule.delete()
      await told(campaign, rule, 'campaign.rule_removed', actor)
    })
    return answer.removed({ notice: 'The rule was removed.', to: `/campaigns/${campaign.id}` })
  }
}

function told(campaign: Campaign, rule: CommissionRule, type: string, actor: Actor) {
  return record(campaign, {
    type,
    actor,
    data: { rule_id: rule.id, position: rule.position, event: rule.event },
  })
}
