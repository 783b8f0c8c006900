import string from '@adonisjs/core/helpers/string'
import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { transition } from '#core/transition'
import { countVersion, refuseStale } from '#core/version'
import { CampaignSchema } from '#database/schema'
import { ConflictException, InvalidFieldsException } from '#exceptions/errors'
import CommissionRule, { type RuleInput } from '#models/commission_rule'
import Workspace from '#models/workspace'
import { capsOf } from '#terms/caps'
import { refuseLongCookie } from '#tracking/retention'
import type { Actor } from '#core/actor'
import type { CampaignState } from '#models/types'
import type { CampaignTerms } from '#terms/choose'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

/** Terms that affiliates work under. */
export default class Campaign extends compose(CampaignSchema, row('camp')) {
  static word = 'campaign'
  static machine = machine<CampaignState>()({
    activate: { from: ['draft', 'paused'], to: 'active', event: 'activated' },
    pause: { from: ['active'], to: 'paused', event: 'paused' },
    archive: { from: ['draft', 'active', 'paused'], to: 'archived', event: 'archived' },
  })

  @belongsTo(() => Workspace)
  declare workspace: BelongsTo<typeof Workspace>

  @hasMany(() => CommissionRule)
  declare rules: HasMany<typeof CommissionRule>

  /** As the pure functions of #terms take them. Its rules must be loaded. */
  get asTerms(): CampaignTerms {
    const { reward, duration, rules } = this
    return { reward, caps: capsOf(this), duration, rules: rules.map((rule) => rule.asTerms) }
  }

  /** Makes a campaign; the workspace's first one becomes its default. */
  static async start(
    workspace: Workspace,
    terms: Partial<CampaignSchema> & { name: string },
    actor: Actor
  ) {
    refuseEndBeforeStart(terms)
    return atomically(async () => {
      const campaign = await workspace.related('campaigns').create({
        state: 'active',
        duration: { type: 'lifetime' },
        holdDays: workspace.holdDays,
        lockVersion: 0,
        ...terms,
        slug: await freeSlug(workspace, terms.slug ?? terms.name),
      })
      await refuseLongCookie(campaign)
      await record(campaign, { type: 'campaign.created', actor, to: campaign.state })
      if (!workspace.defaultCampaignId) {
        await workspace.merge({ defaultCampaignId: campaign.id }).save()
      }
      return campaign
    })
  }

  /**
   * Changes terms for what comes; commissions that exist keep theirs.
   *
   * @throws ConflictException when the terms were changed since this version was read
   */
  async change({ lockVersion: seen, ...terms }: Partial<CampaignSchema>, actor: Actor) {
    refuseStale(this, seen)
    await atomically(async () => {
      Object.assign(this, terms)
      refuseEndBeforeStart(this)
      const changed = Object.keys(this.$dirty)
      if (changed.length === 0) return

      if (changed.includes('cookieDays')) await refuseLongCookie(this)
      await countVersion(this, seen)
      await this.save()
      await record(this, { type: 'campaign.updated', actor, data: { changed } })
    })
  }

  /** Adds a rule, to be asked after all others unless it says its position. */
  async addRule({ position, ...input }: RuleInput, actor: Actor) {
    return atomically(async () => {
      const last = await CommissionRule.query()
        .where('campaign_id', this.id)
        .max('position as last')
        .firstOrFail()
      const rule = await CommissionRule.create({
        allConditions: [],
        anyConditions: [],
        duration: null,
        ...input,
        campaignId: this.id,
        workspaceId: this.workspaceId,
        position: position ?? Number(last.$extras.last ?? 0) + 1,
        lockVersion: 0,
      })
      await rule.tell(this, 'campaign.rule_added', actor)
      return rule
    })
  }

  /** The rules are asked in the order of these ids. */
  async orderRules(rules: CommissionRule[], ids: string[], actor: Actor) {
    const ordered = rules.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    await atomically(async () => {
      for (const [index, rule] of ordered.entries())
        await rule.merge({ position: index + 1 }).save()
      await record(this, { type: 'campaign.rules_ordered', actor, data: { rule_ids: ids } })
    })
    return ordered
  }

  /** @throws ConflictException while anything points at it */
  async refuseIfUsed() {
    for (const table of [
      'enrollments',
      'links',
      'coupons',
      'referrals',
      'conversions',
      'commissions',
    ]) {
      const used = await db.from(table).where('campaign_id', this.id).first()
      if (used)
        throw new ConflictException('This campaign is in use. Archive it instead.', {
          used_by: table,
        })
    }
  }

  activate(actor: Actor) {
    return transition(this, 'activate', { actor })
  }

  pause(actor: Actor) {
    return transition(this, 'pause', { actor })
  }

  archive(actor: Actor) {
    return transition(this, 'archive', { actor })
  }
}

function refuseEndBeforeStart({ startsAt, endsAt }: Partial<CampaignSchema>) {
  if (startsAt && endsAt && endsAt <= startsAt)
    throw InvalidFieldsException.on('ends_at', 'after', 'It must end after it starts.')
}

async function freeSlug(workspace: Workspace, name: string) {
  const base = string.slug(name, { lower: true, strict: true }).slice(0, 100) || 'campaign'
  const rows = await workspace.related('campaigns').query().whereLike('slug', `${base}%`)
  const taken = new Set(rows.map(({ slug }) => slug))
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}
