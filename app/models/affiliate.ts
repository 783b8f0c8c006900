import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany, hasOne } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { dialect } from '#config/database'
import { among } from '#core/among'
import { ask, modelsWhere, type Question } from '#core/ask'
import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { transition } from '#core/transition'
import { turnsAmong } from '#core/turns'
import { AffiliateSchema } from '#database/schema'
import { ConflictException, NotFoundException } from '#exceptions/errors'
import { balancesOf } from '#ledger/balance'
import { give, type Gift } from '#ledger/give'
import { releaseAffiliateHolds } from '#ledger/holds'
import { statementMonths, statementsOf } from '#ledger/statements/statement'
import { forgetAffiliate } from '#privacy/forget_affiliate'
import { cancelOpenPayoutsOf } from '#payouts/release'
import Enrollment from '#models/enrollment'
import Link from '#models/link'
import PayoutMethod from '#models/payout_method'
import Workspace from '#models/workspace'
import type { Actor } from '#core/actor'
import type { AffiliateState } from '#models/types'
import type { BelongsTo, HasMany, HasOne } from '@adonisjs/lucid/types/relations'

/** A person or company that sends customers to the workspace. */
export default class Affiliate extends compose(AffiliateSchema, row('aff')) {
  static word = 'affiliate'
  static machine = machine<AffiliateState>()({
    activate: {
      from: ['invited', 'pending', 'suspended', 'rejected', 'archived'],
      to: 'active',
      event: 'activated',
    },
    apply: { from: ['invited'], to: 'pending', event: 'applied' },
    reject: { from: ['pending'], to: 'rejected', event: 'rejected' },
    suspend: { from: ['active'], to: 'suspended', event: 'suspended' },
    archive: {
      from: ['invited', 'pending', 'active', 'rejected', 'suspended'],
      to: 'archived',
      event: 'archived',
    },
  })

  @belongsTo(() => Workspace)
  declare workspace: BelongsTo<typeof Workspace>

  /** Who brought them. */
  @belongsTo(() => Affiliate, { foreignKey: 'referrerId' })
  declare referrer: BelongsTo<typeof Affiliate>

  @hasMany(() => Link)
  declare links: HasMany<typeof Link>

  @hasMany(() => Enrollment)
  declare enrollments: HasMany<typeof Enrollment>

  @hasOne(() => PayoutMethod)
  declare payoutMethod: HasOne<typeof PayoutMethod>

  /** Loads how each is paid. */
  static async complete(affiliates: Affiliate[]) {
    const ids = affiliates.map(({ id }) => id)
    const methods = await PayoutMethod.query().whereIn('affiliate_id', ids)
    const methodOf = new Map(methods.map((method) => [method.affiliateId, method]))
    for (const affiliate of affiliates)
      affiliate.$setRelated('payoutMethod', methodOf.get(affiliate.id) ?? null)
  }

  get displayName() {
    return this.name ?? this.email
  }

  /**
   * Makes an affiliate.
   *
   * @throws ConflictException when the workspace has one with this e-mail
   */
  static async join(
    workspace: Workspace,
    input: Partial<AffiliateSchema> & { email: string },
    actor: Actor
  ) {
    return atomically(async () => {
      const existing = await workspace
        .related('affiliates')
        .query()
        .where('email', input.email)
        .first()
      if (existing) {
        throw new ConflictException('An affiliate with this e-mail exists already.', {
          field: 'email',
          id: existing.id,
        })
      }
      const affiliate = await workspace
        .related('affiliates')
        .create({ state: 'active', tags: [], metadata: {}, payoutMinimums: {}, lock: 0, ...input })
      await record(affiliate, { type: 'affiliate.created', actor, to: affiliate.state })
      return affiliate
    })
  }

  /** @throws ConflictException when the workspace has another affiliate with the new e-mail */
  async change(input: Partial<AffiliateSchema>, actor: Actor) {
    await atomically(async () => {
      await lockAffiliates([this.id])
      this.refuseForgotten()
      await this.refuseTakenEmail(input.email)
      Object.assign(this, input)
      const changed = Object.keys(this.$dirty)
      if (changed.length === 0) return

      await this.save()
      await record(this, { type: 'affiliate.updated', actor, data: { changed } })
    })
  }

  /** @throws ConflictException while anything points at them */
  async refuseIfUsed() {
    for (const table of [
      'links',
      'coupons',
      'enrollments',
      'referrals',
      'conversions',
      'commissions',
      'payout_methods',
    ]) {
      const used = await db.from(table).where('affiliate_id', this.id).first()
      if (used)
        throw new ConflictException('This affiliate is in use. Archive them instead.', {
          used_by: table,
        })
    }
  }

  private async refuseTakenEmail(email: string | undefined) {
    if (!email || email === this.email) return
    const other = await Affiliate.query().where({ workspace_id: this.workspaceId, email }).first()
    if (other)
      throw new ConflictException('An affiliate with this e-mail exists already.', {
        field: 'email',
        id: other.id,
      })
  }

  /** What was held for the one reason that this affiliate was not active goes on its way. */
  async activate(actor: Actor) {
    await atomically(async () => {
      await lockAffiliates([this.id])
      await this.refresh()
      this.refuseForgotten()
      await transition(this, 'activate', { actor })
      await releaseAffiliateHolds(this, actor)
    })
  }

  async reject(actor: Actor, reason: string, note?: string) {
    await atomically(async () => {
      await lockAffiliates([this.id])
      await transition(this, 'reject', { actor, reason, note })
    })
  }

  /** A payout that awaits approval is canceled and its rows carried over; an approved one is marked for its run's people. */
  async suspend(actor: Actor, reason: string, note?: string) {
    await atomically(async () => {
      await lockAffiliates([this.id])
      await transition(this, 'suspend', { actor, reason, note })
      await cancelOpenPayoutsOf(this, actor)
    })
  }

  /** @throws ConflictException when money is still owed and the caller did not say they know */
  async archive(actor: Actor, { confirmBalance = false } = {}) {
    await atomically(async () => {
      await lockAffiliates([this.id])
      const owed = (await this.balances()).filter(({ held, pending, due, processing }) =>
        [held, pending, due, processing].some((amount) => amount !== 0)
      )
      if (owed.length > 0 && !confirmBalance) {
        throw new ConflictException(
          'This affiliate still has a balance. Send confirm_balance: true to archive them all the same.',
          { balance: owed }
        )
      }
      await transition(this, 'archive', { actor })
      await cancelOpenPayoutsOf(this, actor)
    })
  }

  /** @throws ConflictException while something is owed, or a run that they are in is not over */
  forget(actor: Actor) {
    return forgetAffiliate(this, actor)
  }

  /** @throws ConflictException for one whose name nobody knows any more */
  refuseForgotten() {
    if (this.forgottenAt)
      throw new ConflictException('This affiliate was forgotten. Who comes back is added anew.')
  }

  /** A bonus or an adjustment by hand. */
  give(gift: Gift, actor: Actor) {
    return give(this, gift, actor)
  }

  /** What they earned and have, by currency; never added over currencies. */
  balances() {
    return balancesOf(this)
  }

  /** The months that there are statements of, the newest first. */
  statementMonths() {
    return statementMonths(this)
  }

  statements(months: string[]) {
    return statementsOf(this, months)
  }

  /** @throws NotFoundException for a month before they came, or after this one */
  async statement(month: string) {
    if (!(await this.statementMonths()).includes(month)) throw new NotFoundException()
    const [statement] = await this.statements([month])
    return statement
  }
}

/** Whether others who share them, too, may record what the same affiliates earn meanwhile. */
interface Locking {
  shared: boolean
}

/**
 * Affiliates and whoever brought them, who may earn of one conversion, locked in id order as all who lock them do, as
 * they are then: after their turns.
 */
export function lockedEarners(ids: Set<string>, { shared }: Locking): Question<Affiliate> {
  if (ids.size === 0) return []
  const [areEarners, values] = earnersAmong('id', ids)
  const lock = dialect === 'postgres' ? `for ${shared ? 'share' : 'no key update'}` : ''
  return modelsWhere(Affiliate, `${areEarners} order by id ${lock}`, values)
}

/** Those who share a row pass by whoever waits to have it alone; at a turn they queue. */
export function turnsOfEarners(ids: Set<string>, how: Locking): Question<unknown> {
  return ids.size > 0 ? turnsAmong('affiliate', earners(ids), how) : []
}

/** The ids of those affiliates, and of whoever brought them, whose payout account another of their workspace gave too. */
export function sharersAmong(ids: Set<string>): Question<string> {
  if (ids.size === 0) return []
  const [areEarners, values] = earnersAmong('mine.affiliate_id', ids)
  return {
    sql: `select mine.affiliate_id as id from payout_methods as mine
          join payout_methods as theirs on theirs.workspace_id = mine.workspace_id
            and theirs.fingerprint = mine.fingerprint and theirs.affiliate_id <> mine.affiliate_id
          where ${areEarners}`,
    values,
    read: ({ id }) => id as string,
  }
}

/** In these words, for PostgreSQL reads all affiliates where it is told `or`. */
function earnersAmong(column: string, ids: Iterable<string>): [string, unknown[]] {
  const [sql, values] = earners(ids)
  return [`${column} in (${sql})`, values]
}

function earners(ids: Iterable<string>): [string, unknown[]] {
  const [isOne, [values]] = among('id', ids)
  const sql = `select id from affiliates where ${isOne} union select referrer_id from affiliates where ${isOne}`
  return [sql, [values, values]]
}

/**
 * Makes money transactions that touch the same affiliates take turns: each first writes their lock column, in one
 * order, so that two never wait for each other. On SQLite the transaction itself is serial.
 */
export async function lockAffiliates(ids: string[]) {
  const all = [...new Set(ids)]
  if (all.length === 0) return
  await ask(turnsAmong('affiliate', ['select unnest(?::text[])', [all]]))
  await db.from('affiliates').whereIn('id', all).increment('lock', 1)
}
