import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('workspaces', (table) => {
      table.string('name', 120).notNullable()
      table.string('slug', 120).notNullable().unique({ indexName: 'workspaces_slug_unique' })
      this.currency(table).notNullable()
      table.string('timezone', 64).notNullable()

      this.oneOf(table, 'attribution', ['first', 'last']).notNullable().defaultTo('last')
      table.integer('hold_days').notNullable().defaultTo(30)
      table.integer('cookie_days').notNullable().defaultTo(60)
      // No foreign key: campaigns refer to workspaces, and SQLite adds one only by a rebuild.
      this.word(table, 'default_campaign_id')

      table.json('payout_minimums').notNullable()
      table.json('payout_schedule').notNullable()
      table.json('approvals').notNullable()
      // A looser policy that one person asked for, and who: it holds when another asks for the same.
      table.json('proposed_approvals')
      // Who pays, from which account, and a provider's secrets. Encrypted.
      table.text('payer_sealed')
      // What other systems tell, and the secrets that they sign it with. Encrypted.
      table.text('sources_sealed')
      // From where on a person looks at what was earned.
      table.json('hold_limits').notNullable()

      // What the browser snippet does: the parameter it reads, the sites it may speak from, whether it waits for consent.
      table.json('snippet').notNullable()
      table.integer('click_retention_days').notNullable().defaultTo(365)
      table.boolean('require_two_factor').notNullable().defaultTo(false)
      table.integer('last_link_number').notNullable().defaultTo(0)
      table.integer('lock_version').notNullable().defaultTo(0)

      table.check('hold_days between 0 and 365', undefined, 'workspaces_hold_days_check')
      table.check('cookie_days between 1 and 3650', undefined, 'workspaces_cookie_days_check')
    })
  }

  async down() {
    this.schema.dropTable('workspaces')
  }
}
