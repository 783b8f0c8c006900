import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('approvals', (table) => {
      this.workspace(table)
      this.reference(table, 'run_id', 'payout_runs').notNullable()
      this.reference(table, 'user_id', 'users')
      this.word(table, 'api_key_id')

      table.unique(['run_id', 'user_id'], { indexName: 'approvals_run_user_unique' })
      table.unique(['run_id', 'api_key_id'], { indexName: 'approvals_run_api_key_unique' })
      table.check('(user_id is null) <> (api_key_id is null)', undefined, 'approvals_who_check')
    })
  }

  async down() {
    this.schema.dropTable('approvals')
  }
}
