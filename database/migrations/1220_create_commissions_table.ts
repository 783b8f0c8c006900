import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('commissions', (table) => {
      this.affiliateOfWorkspace(table)
      this.reference(table, 'campaign_id', 'campaigns')
      this.reference(table, 'conversion_id', 'conversions')
      // Those of its conversion, whose foreign keys prove them, with the same commit or before: each is looked up for
      // each row. No referral is ever deleted, and no link that a commission names.
      this.word(table, 'referral_id')
      this.word(table, 'link_id')
      this.oneOf(table, 'kind', [
        'lead',
        'sale',
        'renewal',
        'bonus',
        'adjustment',
        'reversal',
        'referral_share',
      ]).notNullable()

      this.amount(table).notNullable()
      this.currency(table).notNullable()
      table.integer('rate_bps')
      this.word(table, 'rule_id')
      this.reference(table, 'reversal_of', 'commissions')
      table.text('explanation').notNullable()

      this.oneOf(table, 'state', [
        'held',
        'pending',
        'due',
        'processing',
        'paid',
        'voided',
      ]).notNullable()
      table.json('held_reasons').notNullable()
      this.instant(table, 'due_at')
      this.instant(table, 'paid_at')
      this.instant(table, 'voided_at')
      // Set on the original when a person voided the family: its target is 0 for good.
      table.string('void_reason', 60)
      table.text('void_note')
      // The shadow of its open payout line.
      this.reference(table, 'payout_id', 'payouts')

      // Lists, newest first, and their tabs; of one affiliate, of one campaign; balances; families.
      table.index(['workspace_id', 'id'], 'commissions_workspace_id_index')
      table.index(['workspace_id', 'state', 'id'], 'commissions_workspace_state_index')
      table.index(['affiliate_id', 'id'], 'commissions_affiliate_index')
      table.index(['campaign_id', 'id'], 'commissions_campaign_index')
      table.index(
        ['affiliate_id', 'currency', 'state', 'amount', 'payout_id'],
        'commissions_balance_index'
      )
      // Statements: what was booked in a month, and what before it, answered from the index alone.
      table.index(
        ['affiliate_id', 'created_at', 'currency', 'kind', 'amount'],
        'commissions_statement_index'
      )
      // The overview: money by state, answered from the index alone. By time before the amount: rows that change
      // together were recorded together, so that they stand on a few pages of it and not each on its own.
      table.index(
        ['workspace_id', 'state', 'currency', 'created_at', 'amount'],
        'commissions_sums_index'
      )
      // The job that counts days: what was earned on one.
      table.index(['workspace_id', 'created_at'], 'commissions_earned_index')
      // Lists sorted by amount or by when they are due, of one state, too.
      table.index(['workspace_id', 'amount', 'id', 'state'], 'commissions_amount_index')
      table.index(['workspace_id', 'due_at', 'id', 'state'], 'commissions_due_index')
      table.index(['conversion_id'], 'commissions_conversion_index')

      // The job that counts days: what changed since it counted last.
      table.index(['workspace_id', 'updated_at'], 'commissions_updated_index')

      table.check('amount <> 0', undefined, 'commissions_amount_check')
      table.check(
        `(kind = 'reversal') = (reversal_of is not null)`,
        undefined,
        'commissions_reversal_check'
      )
      table.check(
        `payout_id is null or state in ('due', 'processing', 'paid')`,
        undefined,
        'commissions_payout_state_check'
      )
    })
    // Lines of a payout, reversals of an original. Those that are neither are many: with them in it, SQLite would
    // look all through them at each claim, and at each piece that is verified.
    for (const [name, column] of [
      ['payout', 'payout_id'],
      ['reversal_of', 'reversal_of'],
    ])
      this.schema.raw(
        `create index commissions_${name}_index on commissions (${column}) where ${column} is not null`
      )
    // The job that matures, and the claim of a run. The first begins with the workspace: else SQLite takes that of the
    // list by due date, which holds all that ever was due. With the state in it, too, it prefers the second to others;
    // PostgreSQL would not see that it is the same everywhere, and begin each piece of a run at the first affiliate.
    this.schema.raw(
      `create index commissions_maturing_index on commissions (workspace_id, due_at) where state = 'pending'`
    )
    const claimed = `workspace_id, ${this.onPostgres ? '' : 'state, '}currency, affiliate_id, due_at, amount`
    this.schema.raw(
      `create index commissions_claim_index on commissions (${claimed}) where state = 'due' and payout_id is null`
    )
    this.refuse('commissions', {
      columns: [
        'workspace_id',
        'affiliate_id',
        'campaign_id',
        'conversion_id',
        'referral_id',
        'link_id',
        'kind',
        'amount',
        'currency',
        'rate_bps',
        'rule_id',
        'reversal_of',
        'explanation',
        'created_at',
      ],
      because: 'A commission is frozen when it is made; add a reversal or an adjustment',
    })
  }

  async down() {
    this.schema.dropTable('commissions')
  }
}
