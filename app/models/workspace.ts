import string from '@adonisjs/core/helpers/string'
import { isDeepStrictEqual } from 'node:util'
import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { row } from '#core/row'
import { retryOnUnique } from '#core/unique'
import { countVersion, refuseStale } from '#core/version'
import { WorkspaceSchema } from '#database/schema'
import { InvalidFieldsException } from '#exceptions/errors'
import Affiliate from '#models/affiliate'
import ApiKey from '#models/api_key'
import Campaign from '#models/campaign'
import Click from '#models/click'
import Commission from '#models/commission'
import Conversion from '#models/conversion'
import Coupon from '#models/coupon'
import Enrollment from '#models/enrollment'
import Event from '#models/event'
import Invitation from '#models/invitation'
import Link from '#models/link'
import Mail from '#models/mail'
import Membership from '#models/membership'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import Reconciliation from '#models/reconciliation'
import Referral from '#models/referral'
import Refund from '#models/refund'
import SourceEvent from '#models/source_event'
import { changedPayer, openPayer, sealPayer, type PayerInput } from '#payouts/payer'
import { asksForTwo, countApprovers } from '#payouts/policy'
import { policyAfter } from '#payouts/policy_change'
import { refuseEarlyPruning } from '#tracking/retention'
import User from '#models/user'
import { openSources, sealSources } from '#sources/settings'
import type { Payer, SourceSettings } from '#models/types'
import type { Actor } from '#core/actor'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

/** One business with its own program. Everything of it is reached through its relations. */
export default class Workspace extends compose(WorkspaceSchema, row('ws')) {
  @belongsTo(() => Campaign, { foreignKey: 'defaultCampaignId' })
  declare defaultCampaign: BelongsTo<typeof Campaign>

  @hasMany(() => Membership)
  declare memberships: HasMany<typeof Membership>

  @hasMany(() => Invitation)
  declare invitations: HasMany<typeof Invitation>

  @hasMany(() => Mail)
  declare mails: HasMany<typeof Mail>

  @hasMany(() => Campaign)
  declare campaigns: HasMany<typeof Campaign>

  @hasMany(() => Affiliate)
  declare affiliates: HasMany<typeof Affiliate>

  @hasMany(() => Enrollment)
  declare enrollments: HasMany<typeof Enrollment>

  @hasMany(() => Link)
  declare links: HasMany<typeof Link>

  @hasMany(() => Coupon)
  declare coupons: HasMany<typeof Coupon>

  @hasMany(() => Click)
  declare clicks: HasMany<typeof Click>

  @hasMany(() => Referral)
  declare referrals: HasMany<typeof Referral>

  @hasMany(() => Conversion)
  declare conversions: HasMany<typeof Conversion>

  @hasMany(() => Refund)
  declare refunds: HasMany<typeof Refund>

  @hasMany(() => SourceEvent)
  declare sourceEvents: HasMany<typeof SourceEvent>

  @hasMany(() => Commission)
  declare commissions: HasMany<typeof Commission>

  @hasMany(() => PayoutRun)
  declare payoutRuns: HasMany<typeof PayoutRun>

  @hasMany(() => Payout)
  declare payouts: HasMany<typeof Payout>

  @hasMany(() => Reconciliation)
  declare reconciliations: HasMany<typeof Reconciliation>

  @hasMany(() => ApiKey)
  declare apiKeys: HasMany<typeof ApiKey>

  @hasMany(() => Event)
  declare events: HasMany<typeof Event>

  /** Makes a workspace with the defaults of a new one, owned by this user. */
  static async found(
    owner: User,
    { name, currency, timezone }: { name: string; currency: string; timezone: string }
  ) {
    const make = async () => {
      const workspace = await Workspace.create({
        name,
        slug: await freeSlug(name),
        currency,
        timezone,
        attribution: 'last',
        holdDays: 30,
        cookieDays: 60,
        payoutMinimums: {},
        payoutSchedule: { every: 'month', day: 1, net_days: 0 },
        approvals: { required: 1 },
        holdLimits: { visitor_sales: 5, visitor_hours: 24, duplicate_minutes: 10 },
        snippet: { parameter: 'via', sites: [], consent: false },
        clickRetentionDays: 365,
        requireTwoFactor: false,
        lockVersion: 0,
        lastLinkNumber: 0,
      })
      await workspace.related('memberships').create({ userId: owner.id, role: 'owner' })
      await owner.merge({ currentWorkspaceId: workspace.id }).save()
      await record(workspace.asSubject, { type: 'workspace.created', actor: owner.actor })
      return workspace
    }
    return retryOnUnique('workspaces_slug_unique', () => atomically(make))
  }

  /** A workspace is its own subject. */
  get asSubject() {
    return { id: this.id, workspaceId: this.id }
  }

  /** Who pays, and by whose credentials. */
  get payer(): Payer {
    return openPayer(this.payerSealed)
  }

  /** What other systems may tell, and the secrets that they sign it with. */
  get sources(): SourceSettings {
    return openSources(this.sourcesSealed)
  }

  /** Connects a source, or disconnects it by null. What it is given holds secrets, so no event tells it. */
  async connect<Name extends keyof SourceSettings>(
    name: Name,
    settings: SourceSettings[Name] | null,
    actor: Actor
  ) {
    await atomically(async () => {
      this.sourcesSealed = sealSources({ ...this.sources, [name]: settings ?? undefined })
      await this.save()
      const type = settings ? 'workspace.source_connected' : 'workspace.source_disconnected'
      await record(this.asSubject, { type, actor, data: { source: name } })
    })
  }

  /**
   * Changes settings. Which ones is told; what they hold may name people and accounts, so it is not, but for the
   * time zone: months that have begun stay as they were cut (app/ledger/statements/months.ts).
   */
  async change(
    { payer, lockVersion: seen, ...settings }: Partial<WorkspaceSchema> & { payer?: PayerInput },
    actor: Actor
  ) {
    refuseStale(this, seen)
    await atomically(async () => {
      const { timezone: from } = this
      const policies = settings.approvals && policyAfter(this, settings.approvals, actor)
      Object.assign(this, settings, policies)
      if (payer) await this.changePayer(payer, actor)
      const changed = Object.keys(this.$dirty).filter((name) => name !== 'payerSealed')
      if (Object.keys(this.$dirty).length === 0) return

      await this.refusePolicyNobodyCanMeet()
      await this.refuseLockingOneselfOut(actor)
      await refuseEarlyPruning(this)
      await countVersion(this, seen)
      await this.save()
      if (changed.length === 0) return

      const timezone = changed.includes('timezone') ? { from, to: this.timezone } : undefined
      await record(this.asSubject, {
        type: 'workspace.updated',
        actor,
        data: { changed, timezone },
      })
    })
  }

  /** Where the money comes from is told apart from other settings: it is looked for in an audit. */
  private async changePayer(input: PayerInput, actor: Actor) {
    const before = this.payer
    const after = changedPayer(before, input)
    const names = ['name', 'iban', 'bic', 'paypal'] as const
    const changed = names.filter((name) => !isDeepStrictEqual(before[name], after[name]))
    if (changed.length === 0) return

    this.payerSealed = sealPayer(after)
    await record(this.asSubject, { type: 'workspace.payer_changed', actor, data: { changed } })
  }

  /** Two approvals need two people who may give one. */
  private async refusePolicyNobodyCanMeet() {
    if (!('approvals' in this.$dirty)) return
    if (asksForTwo(this.approvals) && (await countApprovers(this)) < 2) {
      throw InvalidFieldsException.on(
        'approvals.required',
        'approvers',
        'Two approvals need at least two people who may approve. Invite another owner or admin first.'
      )
    }
  }

  /** Who asks others for a second factor has one: they would be the first who cannot see the workspace. */
  private async refuseLockingOneselfOut(actor: Actor) {
    if (!('requireTwoFactor' in this.$dirty) || !this.requireTwoFactor || actor.kind !== 'user')
      return
    const user = await User.findOrFail(actor.id)
    if (!user.hasTwoFactor) {
      throw InvalidFieldsException.on(
        'require_two_factor',
        'two_factor',
        'Set up two-factor sign-in for yourself first, on your profile.'
      )
    }
  }
}

async function freeSlug(name: string) {
  const base = string.slug(name, { lower: true, strict: true }).slice(0, 100) || 'workspace'
  const taken = new Set(
    (await Workspace.query().whereLike('slug', `${base}%`)).map(({ slug }) => slug)
  )
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}
