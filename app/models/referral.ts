import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { transition } from '#core/transition'
import { ReferralSchema } from '#database/schema'
import { denyReferral, restoreReferral, type Denial } from '#ledger/deny_referral'
import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import Click from '#models/click'
import Conversion from '#models/conversion'
import { forgetCustomer } from '#privacy/forget_customer'
import Coupon from '#models/coupon'
import Link from '#models/link'
import { moveReferral, type Move } from '#tracking/move_referral'
import type { Actor } from '#core/actor'
import type { ReferralState } from '#models/types'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

type CustomerDetails = Partial<
  Pick<ReferralSchema, 'customerEmail' | 'customerName' | 'customerCountry'>
>

/** In the words of their index: where the state is a value that is bound, SQLite walks all of the workspace's. */
export const IN_FORCE = `state <> 'expired'`

/** One customer, bound to the affiliate who brought them. */
export default class Referral extends compose(ReferralSchema, row('ref')) {
  static word = 'referral'
  static machine = machine<ReferralState>()({
    convert: { from: ['lead'], to: 'customer', event: 'converted' },
    expire: { from: ['lead'], to: 'expired', event: 'expired' },
    deny: { from: ['lead', 'customer'], to: 'denied', event: 'denied' },
    restore: { from: ['denied'], to: 'customer', event: 'restored' },
  })

  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  @belongsTo(() => Campaign)
  declare campaign: BelongsTo<typeof Campaign>

  @belongsTo(() => Link)
  declare link: BelongsTo<typeof Link>

  @belongsTo(() => Click)
  declare click: BelongsTo<typeof Click>

  @belongsTo(() => Coupon)
  declare coupon: BelongsTo<typeof Coupon>

  @hasMany(() => Conversion)
  declare conversions: HasMany<typeof Conversion>

  /** The customer's referral that is in force: an expired one is none. */
  static inForce(workspaceId: string, customerExternalId: string) {
    return Referral.query()
      .where({ workspace_id: workspaceId, customer_external_id: customerExternalId })
      .whereRaw(IN_FORCE)
      .first()
  }

  /** Their first sale makes a lead a customer. */
  convert(actor: Actor) {
    return transition(this, 'convert', { actor })
  }

  /** They earn nobody anything more. */
  deny(denial: Denial, actor: Actor) {
    return denyReferral(this, denial, actor)
  }

  /** Takes a denial back; what was voided with it stays voided. */
  restore(actor: Actor, note?: string | null) {
    return restoreReferral(this, actor, note)
  }

  /** Corrects what is known of the customer; what was decided by it stays. */
  async change(input: CustomerDetails, actor: Actor) {
    await atomically(async () => {
      Object.assign(this, input)
      const changed = Object.keys(this.$dirty)
      if (changed.length === 0) return

      await this.save()
      await record(this, { type: 'referral.updated', actor, data: { changed } })
    })
  }

  /** Forgets the customer in all their rows of the workspace, for good; the money stays. */
  forgetCustomer(actor: Actor) {
    return forgetCustomer(this, actor)
  }

  /** Binds them to another affiliate, with what they earned so far or without. */
  move(move: Move, actor: Actor) {
    return moveReferral(this, move, actor)
  }
}
