import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { row } from '#core/row'
import { countVersion } from '#core/version'
import { CommissionRuleSchema } from '#database/schema'
import Campaign from '#models/campaign'
import { capsOf } from '#terms/caps'
import type { Actor } from '#core/actor'
import type { EventType } from '#core/event_types'
import type { Rule } from '#terms/types'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** What people say of a rule; what is left out is as it was, or none. */
export type RuleInput = Partial<CommissionRuleSchema>

/** One line of a campaign's terms. */
export default class CommissionRule extends compose(CommissionRuleSchema, row('rule')) {
  @belongsTo(() => Campaign)
  declare campaign: BelongsTo<typeof Campaign>

  /** As the pure functions of #terms take it. */
  get asTerms(): Rule {
    return {
      id: this.id,
      position: this.position,
      event: this.event,
      reward: this.reward,
      all: this.allConditions,
      any: this.anyConditions,
      duration: this.duration,
      caps: capsOf(this),
    }
  }

  /** @throws ConflictException when the rule was changed since this version was read */
  async change(campaign: Campaign, { lockVersion: seen, ...input }: RuleInput, actor: Actor) {
    await atomically(async () => {
      await countVersion(this, seen)
      await Object.assign(this, input).save()
      await this.tell(campaign, 'campaign.rule_changed', actor)
    })
  }

  async remove(campaign: Campaign, actor: Actor) {
    await atomically(async () => {
      await this.delete()
      await this.tell(campaign, 'campaign.rule_removed', actor)
    })
  }

  tell(campaign: Campaign, type: EventType, actor: Actor) {
    const { id, position, event } = this
    return record(campaign, { type, actor, data: { rule_id: id, position, event } })
  }
}
