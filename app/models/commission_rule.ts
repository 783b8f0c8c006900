import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { CommissionRuleSchema } from '#database/schema'
import Campaign from '#models/campaign'
import { capsOf } from '#terms/caps'
import type { Rule } from '#terms/types'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

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
}
