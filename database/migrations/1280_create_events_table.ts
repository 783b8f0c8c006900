import { Migration } from '#database/migration'

export default class extends Migration {
  /** Audit trail, activity feed and outbox in one: what happened, never changed, without personal data. */
  async up() {
    this.schema.createTable('events', (table) => {
      this.word(table, 'id').notNullable()
      // That of its subject, whose row has the foreign key. No workspace is ever deleted.
      this.word(table, 'workspace_id').notNullable()
      this.word(table, 'subject_id').notNullable()
      table.integer('subject_seq').notNullable()
      this.word(table, 'type', 80).notNullable()
      table.string('actor_kind', 20).notNullable()
      this.word(table, 'actor_id').notNullable()
      this.word(table, 'from_state')
      this.word(table, 'to_state')
      table.string('reason', 60)
      table.text('note')
      table.json('data').notNullable()
      this.instant(table, 'created_at').notNullable()

      // One subject's timeline, without gap or double; the feed, newest first, and by type.
      table.unique(['subject_id', 'subject_seq'], { indexName: 'events_subject_seq_unique' })
      table.primary(['workspace_id', 'id'], 'events_pkey')
      table.index(['workspace_id', 'type', 'id'], 'events_workspace_type_index')
      // What one person or key did.
      table.index(['workspace_id', 'actor_id', 'id'], 'events_workspace_actor_index')
    })
    this.refuse('events', { because: 'An event is never changed or deleted' })
  }

  async down() {
    this.schema.dropTable('events')
  }
}
