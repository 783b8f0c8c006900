import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('refunds', (table) => {
      this.workspace(table)
      this.reference(table, 'conversion_id', 'conversions')
      table.string('conversion_external_id', 255).notNullable()
      table.string('external_id', 255).notNullable()
      this.oneOf(table, 'kind', ['refund', 'chargeback']).notNullable()
      this.oneOf(table, 'state', ['waiting', 'applied', 'undone', 'dropped']).notNullable()

      // null while it waits and asks for all that is left; `requested_amount` is what was asked before a cut.
      this.amount(table)
      this.amount(table, 'requested_amount')
      this.currency(table)
      table.text('reason')
      table.boolean('cut').notNullable().defaultTo(false)

      this.instant(table, 'occurred_at').notNullable()
      this.instant(table, 'applied_at')
      this.instant(table, 'undone_at')

      table.unique(['workspace_id', 'external_id'], {
        indexName: 'refunds_workspace_external_unique',
      })
      // The refunds of one conversion; those that wait for their sale.
      table.index(['conversion_id'], 'refunds_conversion_index')
      table.index(['workspace_id', 'state', 'conversion_external_id'], 'refunds_waiting_index')

      table.check(
        'amount is null or amount between 0 and 999999999999',
        undefined,
        'refunds_amount_check'
      )
      table.check(
        `state not in ('applied', 'undone') or (conversion_id is not null and amount is not null)`,
        undefined,
        'refunds_applied_check'
      )
    })
  }

  async down() {
    this.schema.dropTable('refunds')
  }
}
