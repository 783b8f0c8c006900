import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { row } from '#core/row'
import { breaksUnique } from '#core/unique'
import { CouponSchema } from '#database/schema'
import { ConflictException } from '#exceptions/errors'
import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import Enrollment from '#models/enrollment'
import type { Actor } from '#core/actor'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** A code given at checkout that attributes its sale. Kept in upper case. */
export default class Coupon extends compose(CouponSchema, row('coup')) {
  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  @belongsTo(() => Campaign)
  declare campaign: BelongsTo<typeof Campaign>

  /** @throws ConflictException when the workspace has the code already */
  static async make(affiliate: Affiliate, campaign: Campaign, code: string, actor: Actor) {
    return refuseTaken(code, () =>
      atomically(async () => {
        await Enrollment.ensure(affiliate, campaign, actor)
        const coupon = await Coupon.create({
          workspaceId: affiliate.workspaceId,
          affiliateId: affiliate.id,
          campaignId: campaign.id,
          code: code.toUpperCase(),
        })
        await record(coupon, {
          type: 'coupon.created',
          actor,
          data: { affiliate_id: affiliate.id, campaign_id: campaign.id },
        })
        return coupon
      })
    )
  }

  /**
   * Gives it another code. What the old one brought stays.
   *
   * @throws ConflictException when the workspace has the code already
   */
  async change({ code }: { code?: string }, actor: Actor) {
    if (!code || code === this.code) return
    await refuseTaken(code, () =>
      atomically(async () => {
        this.code = code
        await this.save()
        await record(this, { type: 'coupon.updated', actor, data: { changed: ['code'] } })
      })
    )
  }

  /** @throws ConflictException while anything points at it */
  async remove(actor: Actor) {
    await atomically(async () => {
      for (const table of ['referrals']) {
        if (await db.from(table).where('coupon_id', this.id).first())
          throw new ConflictException('This coupon was used already.', { used_by: table })
      }
      await this.delete()
      await record(this, {
        type: 'coupon.deleted',
        actor,
        data: { affiliate_id: this.affiliateId, campaign_id: this.campaignId },
      })
    })
  }
}

async function refuseTaken<T>(code: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!breaksUnique(error, 'coupons_workspace_code_unique')) throw error
    throw new ConflictException(`The code "${code.toUpperCase()}" is taken. Choose another.`, {
      field: 'code',
    })
  }
}
