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

      // Each costs a visitor 2 µs, and is in the order of time, as ids are: what is new changes the same few pages.
      // Lists, newest first: clicks of a link, an affiliate or a campaign are looked for in this index alone (an
      // index by link changes a page for each click). Counting by day reads nothing else.
      table.index(
        ['workspace_id', 'id', 'link_id', 'affiliate_id', 'campaign_id', 'mark'],
        'clicks_list_index'
      )
      // One visitor's clicks, in lists and at attribution.
      table.index(['workspace_id', 'visitor_id', 'id'], 'clicks_visitor_index')
    })
  }

  async down() {
    this.schema.dropTable('clicks')
  }
}
