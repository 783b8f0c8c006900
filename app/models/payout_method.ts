import { createHmac } from 'node:crypto'
import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import env from '#start/env'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { row } from '#core/row'
import { PayoutMethodSchema } from '#database/schema'
import { ConflictException } from '#exceptions/errors'
import Affiliate, { lockAffiliates } from '#models/affiliate'
import { followDestination, freezeApprovedOf } from '#payouts/destinations'
import { masked, refuseMisfit } from '#payouts/methods/index'
import { openDestination, sealDestination } from '#payouts/methods/sealed'
import type { Actor } from '#core/actor'
import type { MethodKind } from '#models/types'
import type { Destination } from '#payouts/methods/method'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** Where an affiliate wants the money. Without a row they are paid by hand. */
export default class PayoutMethod extends compose(PayoutMethodSchema, row('pm')) {
  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  /**
   * Sets how an affiliate is paid. The destination is kept encrypted; its fingerprint finds the same account
   * again, and the event tells that it changed, not what it is.
   *
   * @throws InvalidFieldsException for a destination that does not fit the kind
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
    refuseMisfit(kind, destination)
    return atomically(async () => {
      await lockAffiliates([affiliate.id])
      await affiliate.refresh()
      affiliate.refuseForgotten()
      const known = await PayoutMethod.findBy('affiliate_id', affiliate.id)
      if (version !== undefined && version !== (known?.lockVersion ?? 0))
        throw new ConflictException('This payout method was changed meanwhile. Load it again.', {
          lock_version: known?.lockVersion ?? 0,
        })

      await freezeApprovedOf(affiliate.id)
      const method = known ?? new PayoutMethod()
      method.merge({
        workspaceId: affiliate.workspaceId,
        affiliateId: affiliate.id,
        kind,
        destination: sealDestination(destination),
        masked: masked(destination),
        currency: destination.currency ?? null,
        fingerprint: kind === 'manual' ? null : fingerprintOf(kind, destination),
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
      await followDestination(method, actor)
      return method
    })
  }

  /** What was given; null where nothing is needed. */
  get opened(): Destination | null {
    return openDestination(this.destination)
  }
}

function fingerprintOf(kind: MethodKind, destination: Destination) {
  const { iban, email, account_number: number, routing_number: routing } = destination
  const bank = routing ?? destination.sort_code ?? destination.bsb
  const account = `${kind} ${iban ?? (number ? `${bank} ${number}` : email)}`
  return createHmac('sha256', env.get('APP_KEY').release()).update(account).digest('hex')
}
