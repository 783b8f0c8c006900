import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { ConversionSchema } from '#database/schema'
import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import Commission from '#models/commission'
import Referral from '#models/referral'
import Refund from '#models/refund'
import { forgetCustomer } from '#privacy/forget_customer'
import { attributeByHand, type Decision } from '#tracking/attribute_by_hand'
import type { Actor } from '#core/actor'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

/** Something that a customer did that may earn. Recorded by #tracking/record_conversion. */
export default class Conversion extends compose(ConversionSchema, row('conv')) {
  @belongsTo(() => Referral)
  declare referral: BelongsTo<typeof Referral>

  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  @belongsTo(() => Campaign)
  declare campaign: BelongsTo<typeof Campaign>

  @hasMany(() => Commission)
  declare commissions: HasMany<typeof Commission>

  @hasMany(() => Refund)
  declare refunds: HasMany<typeof Refund>

  get attributed() {
    return this.affiliateId !== null
  }

  /** Whether it still waits for the click that it names. */
  get open() {
    return this.openUntil !== null
  }

  /** What has not been given back, in minor units. */
  get left() {
    return this.amount - this.refundedAmount
  }

  /** Forgets the customer in all their rows of the workspace, for good; the money stays. */
  forgetCustomer(actor: Actor) {
    return forgetCustomer(this, actor)
  }

  /** A person says whose it is. */
  attribute(decision: Decision, actor: Actor) {
    return attributeByHand(this, decision, actor)
  }
}
