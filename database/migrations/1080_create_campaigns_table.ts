import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('campaigns', (table) => {
      this.workspace(table)
      table.string('name', 120).notNullable()
      table.string('slug', 120).notNullable()
      this.oneOf(table, 'state', ['draft', 'active', 'paused', 'archived']).notNullable()
      table.text('destination_url').notNullable()

      table.json('reward').notNullable()
      this.caps(table)
      table.json('duration').notNullable()
      // Of a sale, in basis points, to whoever brought the affiliate.
      table.integer('referral_share_bps')
      table.integer('hold_days').notNullable()
      table.integer('cookie_days')
      table.json('hold_above')

      this.instant(table, 'starts_at')
      this.instant(table, 'ends_at')
      table.integer('lock_version').notNullable().defaultTo(0)

      table.unique(['workspace_id', 'slug'], { indexName: 'campaigns_workspace_slug_unique' })
      // Lists, newest first.
      table.index(['workspace_id', 'id'], 'campaigns_workspace_id_index')
      table.check('hold_days between 0 and 365', undefined, 'campaigns_hold_days_check')
      table.check(
        'referral_share_bps between 1 and 10000',
        undefined,
        'campaigns_referral_share_check'
      )
    })
  }

  async down() {
    this.schema.dropTable('campaigns')
  }
}
