import { randomInt } from 'node:crypto'
import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { appUrl } from '#config/app'
import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { row } from '#core/row'
import { breaksUnique } from '#core/unique'
import { LinkSchema } from '#database/schema'
import { ConflictException } from '#exceptions/errors'
import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import Enrollment from '#models/enrollment'
import Workspace from '#models/workspace'
import { capsOf, withCapsOf } from '#terms/caps'
import { countClicks } from '#tracking/clicks_of_links'
import type { Actor } from '#core/actor'
import type { Override } from '#terms/choose'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** No i, l, o, 0, 1: links are read aloud and typed from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A tracked link of one affiliate in one campaign. */
export default class Link extends compose(LinkSchema, row('link')) {
  @belongsTo(() => Workspace)
  declare workspace: BelongsTo<typeof Workspace>

  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  @belongsTo(() => Campaign)
  declare campaign: BelongsTo<typeof Campaign>

  static complete = countClicks

  /** Where affiliates send people. */
  get url() {
    return `${appUrl}/r/${this.refParam}`
  }

  /** Terms of its own, as the pure functions of #terms take them. */
  get asTerms(): Override {
    const { reward, duration } = this
    return { reward, caps: capsOf(this), duration }
  }

  /**
   * Makes a link and enrolls its affiliate where they are not.
   *
   * @throws ConflictException when the ref_param is taken
   */
  static async make(
    affiliate: Affiliate,
    campaign: Campaign,
    { refParam, ...input }: Partial<LinkSchema>,
    actor: Actor
  ) {
    try {
      return await atomically(async () => {
        await Enrollment.ensure(affiliate, campaign, actor)
        const link = await Link.create({
          workspaceId: affiliate.workspaceId,
          affiliateId: affiliate.id,
          campaignId: campaign.id,
          ...withCapsOf(input, { reward: null }),
          number: await nextNumber(affiliate.workspaceId),
          refParam: refParam?.toLowerCase() ?? randomRef(),
        })
        await record(link, {
          type: 'link.created',
          actor,
          data: { affiliate_id: affiliate.id, campaign_id: campaign.id },
        })
        return link
      })
    } catch (error) {
      if (!breaksUnique(error, 'links_ref_param_unique')) throw error
      throw new ConflictException(`The ref_param "${refParam}" is taken. Choose another.`, {
        field: 'ref_param',
      })
    }
  }

  async change(input: Partial<LinkSchema>, actor: Actor) {
    await atomically(async () => {
      Object.assign(this, withCapsOf(input, this))
      const changed = Object.keys(this.$dirty)
      if (changed.length === 0) return

      await this.save()
      await record(this, { type: 'link.updated', actor, data: { changed } })
    })
  }

  /** @throws ConflictException while anything points at it */
  async remove(actor: Actor) {
    await atomically(async () => {
      for (const table of ['clicks', 'referrals', 'conversions', 'commissions']) {
        if (await db.from(table).where('link_id', this.id).first())
          throw new ConflictException('This link was used already.', { used_by: table })
      }
      await this.delete()
      await record(this, {
        type: 'link.deleted',
        actor,
        data: { affiliate_id: this.affiliateId, campaign_id: this.campaignId },
      })
    })
  }
}

/** Counted on the workspace's row, so two links never get one number, nor a new one that of a deleted one. */
async function nextNumber(workspaceId: string): Promise<number> {
  await db.from('workspaces').where('id', workspaceId).increment('last_link_number', 1)
  const counted = await db.from('workspaces').where('id', workspaceId).first()
  return counted.last_link_number
}

function randomRef() {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
