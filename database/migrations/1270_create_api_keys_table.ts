import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('api_keys', (table) => {
      this.workspace(table)
      this.reference(table, 'affiliate_id', 'affiliates')
      this.oneOf(table, 'kind', ['secret', 'affiliate', 'publishable']).notNullable()
      table.string('name', 120).notNullable()
      table.string('prefix', 20).notNullable()
      table.string('last_four', 4).notNullable()
      table.string('hash', 64).notNullable().unique({ indexName: 'api_keys_hash_unique' })
      this.oneOf(table, 'state', ['active', 'disabled', 'expired', 'revoked']).notNullable()

      table.json('permissions').notNullable()
      table.json('allowed_ips').notNullable()
      table.integer('rate_limit')
      this.instant(table, 'expires_at')
      this.instant(table, 'last_used_at')
      this.reference(table, 'created_by_id', 'users').notNullable()

      // Lists, newest first; the keys that one person made.
      table.index(['workspace_id', 'id'], 'api_keys_workspace_id_index')
      table.index(['created_by_id'], 'api_keys_created_by_index')
    })
  }

  async down() {
    this.schema.dropTable('api_keys')
  }
}
