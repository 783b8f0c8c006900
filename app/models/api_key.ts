import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { transition } from '#core/transition'
import { ApiKeySchema } from '#database/schema'
import { InvalidTransitionException } from '#exceptions/errors'
import { hashOf, newSecret } from '#http/key_secret'
import Affiliate from '#models/affiliate'
import User from '#models/user'
import Workspace from '#models/workspace'
import type { Actor } from '#core/actor'
import type { ApiKeyKind, ApiKeyState, PermissionMap } from '#models/types'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'

/** A secret with a permission map. Only its keyed hash is stored. */
export default class ApiKey extends compose(ApiKeySchema, row('key')) {
  static word = 'api_key'
  static machine = machine<ApiKeyState>()({
    disable: { from: ['active'], to: 'disabled', event: 'disabled' },
    enable: { from: ['disabled'], to: 'active', event: 'enabled' },
    expire: { from: ['active', 'disabled'], to: 'expired', event: 'expired' },
    revoke: { from: ['active', 'disabled'], to: 'revoked', event: 'revoked' },
  })

  @belongsTo(() => Workspace)
  declare workspace: BelongsTo<typeof Workspace>

  @belongsTo(() => User, { foreignKey: 'createdById' })
  declare createdBy: BelongsTo<typeof User>

  /** Whose rows it reads, where it is an affiliate's. */
  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  /** The key itself; known only in the request that made it. */
  declare secret?: string

  get actor(): Actor {
    return { kind: 'api_key', id: this.id }
  }

  /** How a person recognises it. */
  get masked() {
    return `${this.prefix}…${this.lastFour}`
  }

  /** Active and not past its end. */
  get usable() {
    return this.state === 'active' && (this.expiresAt === null || this.expiresAt > clock.now())
  }

  /** Makes a key. `secret` on the answer is the only time it is seen. */
  static async mint(
    workspace: Workspace,
    maker: User,
    input: {
      name: string
      kind?: ApiKeyKind
      permissions?: PermissionMap
      allowedIps?: string[]
      expiresAt?: DateTime | null
      rateLimit?: number | null
      affiliateId?: string | null
    }
  ) {
    const kind = input.kind ?? 'secret'
    const { secret, prefix } = newSecret(kind)
    return atomically(async () => {
      const key = await ApiKey.create({
        workspaceId: workspace.id,
        createdById: maker.id,
        name: input.name,
        kind,
        affiliateId: input.affiliateId ?? null,
        prefix,
        lastFour: secret.slice(-4),
        hash: hashOf(secret),
        state: 'active',
        permissions: input.permissions ?? (kind === 'secret' ? { all: true } : {}),
        allowedIps: input.allowedIps ?? [],
        expiresAt: input.expiresAt ?? null,
        rateLimit: input.rateLimit ?? null,
      })
      key.secret = secret
      await record(key, {
        type: 'api_key.created',
        actor: maker.actor,
        to: 'active',
        data: { kind },
      })
      return key
    })
  }

  async change(input: Partial<ApiKeySchema>, actor: Actor) {
    await atomically(async () => {
      Object.assign(this, input)
      const changed = Object.keys(this.$dirty)
      if (changed.length === 0) return

      await this.save()
      await record(this, { type: 'api_key.updated', actor, data: { changed } })
    })
  }

  /**
   * Makes a key with the same permissions; this one goes on for some hours, so that nothing stops meanwhile.
   *
   * @throws InvalidTransitionException when this key does not work any more
   */
  rotate(workspace: Workspace, maker: User, overlapHours: number) {
    return atomically(async () => {
      if (!this.usable)
        throw new InvalidTransitionException('Only a key that works can be rotated.')
      const { name, kind, affiliateId, permissions, allowedIps, expiresAt, rateLimit } = this
      const next = await ApiKey.mint(workspace, maker, {
        name,
        kind,
        affiliateId,
        permissions,
        allowedIps,
        expiresAt,
        rateLimit,
      })
      const end = clock.now().plus({ hours: overlapHours })
      const earlier = expiresAt && expiresAt < end ? expiresAt : end
      await this.change({ expiresAt: earlier }, maker.actor)
      return next
    })
  }

  disable(actor: Actor) {
    return transition(this, 'disable', { actor })
  }

  enable(actor: Actor) {
    return transition(this, 'enable', { actor })
  }

  /** For good. */
  revoke(actor: Actor) {
    return transition(this, 'revoke', { actor })
  }
}
