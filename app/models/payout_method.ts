import { createHmac } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import env from '#start/env'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { row } from '#core/row'
import { PayoutMethodSchema } from '#database/schema'
import { ConflictException } from '#exceptions/errors'
import { masked, type Destination } from '#http/payout_destination'
import Affiliate, { lockAffiliates } from '#models/affiliate'
import type { Actor } from '#core/actor'
import type { MethodKind } from '#models/types'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

const PURPOSE = 'payout_method'

/** Where an affiliate wants the money. Without a row they are paid by hand. */
export default class PayoutMethod extends compose(PayoutMethodSchema, row('pm')) {
  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  /**
   * Sets how an affiliate is paid. The destination is kept encrypted; its fingerprint finds the same account
   * again, and the event tells that it changed, not what it is.
   *
   * @throws ConflictException when it was changed since this version was read
   */
  static async choose(
    affiliate: Affiliate,
    {
      kind,
      destination,
      version,
    }: { kind: MethodKind; destination: Destination; version?: number },
    actor: Actor
  ) {
    return atomically(async () => {
      await lockAffiliates([affiliate.id])
      const known = await PayoutMethod.findBy('affiliate_id', affiliate.id)
      if (version !== undefined && version !== (known?.lockVersion ?? 0))
        throw new ConflictException('This payout method was changed meanwhile. Load it again.', {
          lock_version: known?.lockVersion ?? 0,
        })

      const method = known ?? new PayoutMethod()
      const isEmpty = Object.keys(destination).length === 0
      method.merge({
        workspaceId: affiliate.workspaceId,
        affiliateId: affiliate.id,
        kind,
        destination: isEmpty ? null : encryption.encrypt(destination, undefined, PURPOSE),
        masked: masked(destination),
        fingerprint: isEmpty ? null : fingerprintOf(kind, destination),
        changedById: actor.id,
        changedAt: clock.now(),
        lockVersion: known ? known.lockVersion + 1 : 0,
      })
      await method.save()
      await record(affiliate, {
        type: 'affiliate.payout_method_changed',
        actor,
        data: { kind, payout_method_id: method.id },
      })
      return method
    })
  }

  /** What was given; null where nothing is needed. */
  get opened(): Destination | null {
    return this.destination ? encryption.decrypt<Destination>(this.destination, PURPOSE) : null
  }
}

function fingerprintOf(kind: MethodKind, { iban, email }: Destination) {
  const account = `${kind} ${iban ?? email}`
  return createHmac('sha256', env.get('APP_KEY').release()).update(account).digest('hex')
}
