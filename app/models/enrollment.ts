import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { record } from '#core/events'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { EnrollmentSchema } from '#database/schema'
import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import type { Actor } from '#core/actor'
import type { EnrollmentState } from '#models/types'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** An affiliate in a campaign, with terms of its own if it has any. */
export default class Enrollment extends compose(EnrollmentSchema, row('enr')) {
  static word = 'enrollment'
  static machine = machine<EnrollmentState>()({
    activate: { from: ['pending', 'rejected', 'ended'], to: 'active', event: 'activated' },
    reject: { from: ['pending'], to: 'rejected', event: 'rejected' },
    end: { from: ['active'], to: 'ended', event: 'ended' },
  })

  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  @belongsTo(() => Campaign)
  declare campaign: BelongsTo<typeof Campaign>

  /** The affiliate's enrollment in the campaign, made when there is none. */
  static async ensure(affiliate: Affiliate, campaign: Campaign, actor: Actor) {
    const existing = await Enrollment.query()
      .where('affiliate_id', affiliate.id)
      .where('campaign_id', campaign.id)
      .first()
    if (existing) return existing

    const enrollment = await Enrollment.create({
      workspaceId: affiliate.workspaceId,
      affiliateId: affiliate.id,
      campaignId: campaign.id,
      state: 'active',
    })
    await record(enrollment, {
      type: 'enrollment.created',
      actor,
      to: 'active',
      data: { affiliate_id: affiliate.id, campaign_id: campaign.id },
    })
    return enrollment
  }
}
