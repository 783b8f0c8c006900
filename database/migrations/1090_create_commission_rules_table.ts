import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('commission_rules', (table) => {
      this.workspace(table)
      this.reference(table, 'campaign_id', 'campaigns').notNullable().onDelete('CASCADE')
      table.integer('position').notNullable()
      this.oneOf(table, 'event', ['lead', 'sale', 'renewal']).notNullable()
      table.json('reward').notNullable()
      this.caps(table)
      table.json('all_conditions').notNullable()
      table.json('any_conditions').notNullable()
      table.json('duration')
      table.integer('lock_version').notNullable().defaultTo(0)

      // The terms of one campaign, in order.
      table.index(['campaign_id', 'position'], 'commission_rules_campaign_position_index')
    })
  }

  async down() {
    this.schema.dropTable('commission_rules')
  }
}
