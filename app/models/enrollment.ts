import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { transition } from '#core/transition'
import { breaksUnique, retryOnUnique } from '#core/unique'
import { EnrollmentSchema } from '#database/schema'
import { ConflictException } from '#exceptions/errors'
import { releaseAffiliateHolds } from '#ledger/holds'
import Affiliate, { lockAffiliates } from '#models/affiliate'
import Campaign from '#models/campaign'
import { capsOf, withCapsOf } from '#terms/caps'
import type { Actor } from '#core/actor'
import type { EnrollmentState } from '#models/types'
import type { Override } from '#terms/choose'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

type OwnTerms = Partial<
  Pick<
    EnrollmentSchema,
    'reward' | 'capPerCommission' | 'capPerCustomer' | 'capPerMonth' | 'duration'
  >
>

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

  /** Terms of its own, as the pure functions of #terms take them. */
  get asTerms(): Override {
    const { reward, duration } = this
    return { reward, caps: capsOf(this), duration }
  }

  /** The affiliate's enrollment in the campaign, made when there is none; by one of those who come at once. */
  static async ensure(affiliate: Affiliate, campaign: Campaign, actor: Actor) {
    return retryOnUnique('enrollments_campaign_affiliate_unique', async () => {
      const existing = await Enrollment.query()
        .where('affiliate_id', affiliate.id)
        .where('campaign_id', campaign.id)
        .first()
      return existing ?? (await atomically(() => make(affiliate, campaign, {}, actor)))
    })
  }

  /** @throws ConflictException when the affiliate is in the campaign already */
  static async enroll(affiliate: Affiliate, campaign: Campaign, terms: OwnTerms, actor: Actor) {
    try {
      return await atomically(() => make(affiliate, campaign, terms, actor))
    } catch (error) {
      if (!breaksUnique(error, 'enrollments_campaign_affiliate_unique')) throw error
      throw new ConflictException('This affiliate is in this campaign already.')
    }
  }

  /** Changes terms for what comes; commissions that exist keep theirs. */
  async change(terms: OwnTerms, actor: Actor) {
    await atomically(async () => {
      Object.assign(this, withCapsOf(terms, this))
      const changed = Object.keys(this.$dirty)
      if (changed.length === 0) return

      await this.save()
      await record(this, { type: 'enrollment.updated', actor, data: { changed } })
    })
  }

  /** What was held for the one reason that they were not in the campaign goes on its way. */
  async activate(actor: Actor) {
    await atomically(async () => {
      await lockAffiliates([this.affiliateId])
      await transition(this, 'activate', { actor })
      const affiliate = await Affiliate.findOrFail(this.affiliateId)
      if (affiliate.state === 'active') await releaseAffiliateHolds(affiliate, actor)
    })
  }

  /** @throws ConflictException while the affiliate has anything in the campaign */
  async remove(actor: Actor) {
    const { affiliateId, campaignId } = this
    await atomically(async () => {
      for (const table of ['links', 'coupons', 'referrals', 'conversions', 'commissions']) {
        const theirs = db.from(table).where('affiliate_id', affiliateId)
        if (await theirs.where('campaign_id', campaignId).first())
          throw new ConflictException('Something came of this enrollment. End it instead.', {
            used_by: table,
          })
      }
      await this.delete()
      await record(this, {
        type: 'enrollment.deleted',
        actor,
        data: { affiliate_id: affiliateId, campaign_id: campaignId },
      })
    })
  }

  reject(actor: Actor, reason: string, note?: string) {
    return transition(this, 'reject', { actor, reason, note })
  }

  end(actor: Actor) {
    return transition(this, 'end', { actor })
  }
}

async function make(affiliate: Affiliate, campaign: Campaign, terms: OwnTerms, actor: Actor) {
  const enrollment = await Enrollment.create({
    workspaceId: affiliate.workspaceId,
    affiliateId: affiliate.id,
    campaignId: campaign.id,
    state: 'active',
    ...withCapsOf(terms, { reward: null }),
  })
  await record(enrollment, {
    type: 'enrollment.created',
    actor,
    to: 'active',
    data: { affiliate_id: affiliate.id, campaign_id: campaign.id },
  })
  return enrollment
}
