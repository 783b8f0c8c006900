import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { CommissionSchema } from '#database/schema'
import {
  approveFamily,
  holdFamily,
  releaseFamily,
  voidFamily,
  type Why,
} from '#ledger/family_verbs'
import { record as recordCommission, type NewCommission } from '#ledger/record_commission'
import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import CommissionRule from '#models/commission_rule'
import Conversion from '#models/conversion'
import Payout from '#models/payout'
import Referral from '#models/referral'
import type { Actor } from '#core/actor'
import type { CommissionState } from '#models/types'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

/**
 * An amount of money owed (or, when negative, owed back) to one affiliate in one currency. Frozen when made:
 * a trigger refuses to change what it is of; its state and `due_at` move by verbs.
 */
export default class Commission extends compose(CommissionSchema, row('com')) {
  static word = 'commission'
  static machine = machine<CommissionState>()({
    release: { from: ['held'], to: 'pending', event: 'released' },
    mature: { from: ['pending'], to: 'due', event: 'matured' },
    approve: { from: ['pending'], to: 'due', event: 'approved' },
    hold: { from: ['pending', 'due'], to: 'held', event: 'held' },
    void: { from: ['held', 'pending', 'due'], to: 'voided', event: 'voided' },
    process: { from: ['due'], to: 'processing', event: 'processing' },
    pay: { from: ['processing'], to: 'paid', event: 'paid' },
    let_go: { from: ['processing'], to: 'due', event: 'let_go' },
    take_back: { from: ['paid'], to: 'due', event: 'taken_back' },
  })

  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  @belongsTo(() => Campaign)
  declare campaign: BelongsTo<typeof Campaign>

  @belongsTo(() => Conversion)
  declare conversion: BelongsTo<typeof Conversion>

  @belongsTo(() => Referral)
  declare referral: BelongsTo<typeof Referral>

  @belongsTo(() => CommissionRule, { foreignKey: 'ruleId' })
  declare rule: BelongsTo<typeof CommissionRule>

  @belongsTo(() => Payout)
  declare payout: BelongsTo<typeof Payout>

  @hasMany(() => Commission, { foreignKey: 'reversalOf' })
  declare reversals: HasMany<typeof Commission>

  /** Makes a commission in its first state: held, pending, or due when its hold has passed already. */
  static record(input: NewCommission, actor: Actor) {
    return recordCommission(input, actor)
  }

  /** Due at once, with its open reversals. */
  approve(actor: Actor) {
    return approveFamily(this, actor)
  }

  hold(actor: Actor, note?: string) {
    return holdFamily(this, actor, note)
  }

  release(actor: Actor, why?: Why) {
    return releaseFamily(this, actor, why)
  }

  /** @throws CommissionLockedException when a row of its family is being paid or is paid */
  void(actor: Actor, reason: string, note?: string) {
    return voidFamily(this, actor, reason, note)
  }
}
