import { Migration } from '#database/migration'

export default class extends Migration {
  /** What PostgreSQL's triggers call; SQLite's carry their sentence themselves. */
  async up() {
    if (!this.onPostgres) return
    this.schema.raw(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
      END $$
    `)
  }

  async down() {
    if (this.onPostgres) this.schema.raw('DROP FUNCTION refuse_change()')
  }
}
