import { Migration } from '#database/migration'

export default class extends Migration {
  /** No foreign keys: a visitor never waits for them, and clicks are pruned by age. */
  async up() {
    this.schema.createTable('clicks', (table) => {
      this.word(table, 'id').primary()
      this.word(table, 'workspace_id').notNullable()
      this.word(table, 'link_id').notNullable()
      this.word(table, 'affiliate_id').notNullable()
      this.word(table, 'campaign_id').notNullable()
      table.string('visitor_id', 64).notNullable()

      // null is a person's visit that counts; else why it does not: bot, prefetch, campaign_not_active, ...
      table.string('mark', 40)
      table.string('country', 2)
      table.text('referrer')
      table.text('landing_url')
      table.text('user_agent')
      table.string('ip_hash', 64)
      this.instant(table, 'created_at').notNullable()

      // Each costs a visitor 2 µs, and ends with the id, which begins with its time. Lists, newest first, and
      // counting by day; one visitor's clicks, in lists and at attribution; those of a link.
      table.index(['workspace_id', 'id'], 'clicks_workspace_id_index')
      table.index(['workspace_id', 'visitor_id', 'id'], 'clicks_visitor_index')
      table.index(['link_id', 'id'], 'clicks_link_index')
    })
  }

  async down() {
    this.schema.dropTable('clicks')
  }
}
