import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { transition } from '#core/transition'
import { ReferralSchema } from '#database/schema'
import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import Conversion from '#models/conversion'
import type { Actor } from '#core/actor'
import type { ReferralState } from '#models/types'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

/** One customer, bound to the affiliate who brought them. */
export default class Referral extends compose(ReferralSchema, row('ref')) {
  static word = 'referral'
  static machine = machine<ReferralState>()({
    convert: { from: ['lead'], to: 'customer', event: 'converted' },
    expire: { from: ['lead'], to: 'expired', event: 'expired' },
    deny: { from: ['lead', 'customer'], to: 'denied', event: 'denied' },
  })

  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  @belongsTo(() => Campaign)
  declare campaign: BelongsTo<typeof Campaign>

  @hasMany(() => Conversion)
  declare conversions: HasMany<typeof Conversion>

  /** Their first sale makes a lead a customer. */
  convert(actor: Actor) {
    return transition(this, 'convert', { actor })
  }
}
