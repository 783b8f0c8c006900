import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('payout_lines', (table) => {
      this.workspace(table)
      this.reference(table, 'payout_id', 'payouts').notNullable()
      this.reference(table, 'commission_id', 'commissions').notNullable()
      this.amount(table).notNullable()
      this.currency(table).notNullable()
      this.instant(table, 'released_at')

      // The lines of one payout; the history of one commission.
      table.index(['payout_id'], 'payout_lines_payout_index')
      table.index(['commission_id'], 'payout_lines_commission_index')
    })
    // One commission is in one payout at a time.
    this.schema.raw(
      `create unique index payout_lines_open_unique on payout_lines (commission_id) where released_at is null`
    )
    // The review of a run: what payouts take back.
    this.schema.raw(
      `create index payout_lines_taken_back_index on payout_lines (workspace_id, payout_id, amount) where amount < 0 and released_at is null`
    )
    this.refuse('payout_lines', {
      but: `OLD.released_at IS NULL AND NEW.released_at IS NOT NULL AND OLD.id = NEW.id AND OLD.workspace_id = NEW.workspace_id AND OLD.payout_id = NEW.payout_id AND OLD.commission_id = NEW.commission_id AND OLD.amount = NEW.amount AND OLD.currency = NEW.currency`,
      because: 'A payout line is kept; it can only be released, once',
    })
  }

  async down() {
    this.schema.dropTable('payout_lines')
  }
}
