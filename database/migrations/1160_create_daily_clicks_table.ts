import { Migration } from '#database/migration'

export default class extends Migration {
  /** Clicks per link and day of the workspace's time zone, counted by a job; what reports and lists read. */
  async up() {
    this.schema.createTable('daily_clicks', (table) => {
      this.word(table, 'link_id').notNullable()
      table.string('day', 10).notNullable()
      this.word(table, 'workspace_id').notNullable()
      this.word(table, 'affiliate_id').notNullable()
      this.word(table, 'campaign_id').notNullable()
      table.integer('clicks').notNullable()
      table.integer('marked').notNullable()

      table.primary(['link_id', 'day'], 'daily_clicks_primary')
      // Charts of one workspace.
      table.index(['workspace_id', 'day'], 'daily_clicks_workspace_day_index')
    })
  }

  async down() {
    this.schema.dropTable('daily_clicks')
  }
}
