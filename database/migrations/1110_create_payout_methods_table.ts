import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('payout_methods', (table) => {
      this.workspace(table)
      this.reference(table, 'affiliate_id', 'affiliates').notNullable()
      this.oneOf(table, 'kind', ['manual', 'paypal', 'wise', 'sepa']).notNullable()
      // Encrypted; `masked` is what screens show, `fingerprint` a keyed hash to find the same account twice.
      table.text('destination')
      table.string('masked', 120)
      // The one currency that the account takes; null is every one of its kind.
      table.string('currency', 3)
      table.string('fingerprint', 64)
      this.word(table, 'changed_by_id')
      this.instant(table, 'changed_at').notNullable()
      table.integer('lock_version').notNullable().defaultTo(0)

      table.unique(['affiliate_id'], { indexName: 'payout_methods_affiliate_unique' })
      // Affiliates that share an account.
      table.index(['workspace_id', 'fingerprint'], 'payout_methods_fingerprint_index')
    })
  }

  async down() {
    this.schema.dropTable('payout_methods')
  }
}
