import { BaseSchema } from '@adonisjs/lucid/schema'
import type { Knex } from 'knex'

type Table = Knex.CreateTableBuilder

/**
 * What all our migrations share. Tables are created whole, checks and foreign keys named and inside: SQLite
 * rebuilds a table to add them later, and a rebuild deletes child rows and triggers.
 */
export abstract class Migration extends BaseSchema {
  protected get onPostgres() {
    return this.db.dialect.name === 'postgres'
  }

  /** Creates a table with an id, the columns of `describe`, and the two stamps. */
  protected create(name: string, describe: (table: Table) => void) {
    this.schema.createTable(name, (table) => {
      this.word(table, 'id').primary()
      describe(table)
      this.instant(table, 'created_at').notNullable()
      this.instant(table, 'updated_at').notNullable()
    })
  }

  protected instant(table: Table, name: string) {
    return table.timestamp(name, { useTz: true, precision: 3 })
  }

  /**
   * A text that no language sorts, such as an id or a state. PostgreSQL compares its bytes, as SQLite does, and not by
   * the rules of a language, which takes longer for each row of each index.
   */
  protected word(table: Table, name: string, length = 40) {
    return this.onPostgres
      ? table.specificType(name, `varchar(${length}) collate "C"`)
      : table.string(name, length)
  }

  /** A column that names a row of another table. */
  protected reference(table: Table, name: string, other: string) {
    return this.word(table, name)
      .references('id')
      .inTable(other)
      .withKeyName(`${this.nameOf(table)}_${name}_fk`)
  }

  /** The workspace that a row belongs to. */
  protected workspace(table: Table) {
    return this.reference(table, 'workspace_id', 'workspaces').notNullable()
  }

  /**
   * The affiliate that a row is of, and the workspace that both belong to: one foreign key in place of two, since each
   * is looked up for each new row, and it proves more.
   */
  protected affiliateOfWorkspace(table: Table) {
    this.word(table, 'workspace_id').notNullable()
    this.word(table, 'affiliate_id').notNullable()
    table
      .foreign(['workspace_id', 'affiliate_id'], `${this.nameOf(table)}_affiliate_id_fk`)
      .references(['workspace_id', 'id'])
      .inTable('affiliates')
  }

  /** A column that holds one word of a list. */
  protected oneOf(table: Table, name: string, words: readonly string[]) {
    const list = words.map((word) => `'${word}'`).join(', ')
    table.check(`${name} in (${list})`, undefined, `${this.nameOf(table)}_${name}_check`)
    return this.word(table, name)
  }

  protected currency(table: Table, name = 'currency') {
    table.check(`length(${name}) = 3`, undefined, `${this.nameOf(table)}_${name}_check`)
    return this.word(table, name, 3)
  }

  /** An amount in minor units. */
  protected amount(table: Table, name = 'amount') {
    return table.bigInteger(name)
  }

  /** The most that a reward pays, by currency: of one commission, one customer, one affiliate's month. */
  protected caps(table: Table) {
    table.json('cap_per_commission')
    table.json('cap_per_customer')
    table.json('cap_per_month')
  }

  /** An index by which rows are found whose last column (before `then`) begins with a text, whatever PostgreSQL's collation is. */
  protected beginnings(
    table: string,
    columns: string[],
    name: string,
    { unique = false, then = '', where = '' } = {}
  ) {
    const listed = [columns.join(', ') + (this.onPostgres ? ' varchar_pattern_ops' : ''), then]
    this.schema.raw(
      `create ${unique ? 'unique ' : ''}index ${name} on ${table} (${listed.filter(Boolean).join(', ')})${where && ` where ${where}`}`
    )
  }

  /** Rejects statements on a table with a sentence. On SQLite a rebuild of the table would drop this. */
  protected refuse(table: string, what: Refused) {
    const statements = this.onPostgres ? postgresTriggers(table, what) : sqliteTriggers(table, what)
    statements.forEach((statement) => this.schema.raw(statement))
  }

  private nameOf(table: Table) {
    return (table as unknown as { _tableName: string })._tableName
  }
}

interface Refused {
  /** Columns that never change; all of them when left out. */
  columns?: string[]
  /** SQL over OLD and NEW: the one kind of update that is let through. */
  but?: string
  because: string
}

function changed({ columns, but }: Refused) {
  if (but) return `NOT (${but})`
  return columns?.map((name) => `OLD.${name} IS DISTINCT FROM NEW.${name}`).join(' OR ')
}

function sqliteTriggers(table: string, what: Refused) {
  const of = what.columns ? ` OF ${what.columns.join(', ')}` : ''
  const when = changed(what) ? ` WHEN (${changed(what)})` : ''
  const abort = `BEGIN SELECT RAISE(ABORT, '${what.because}'); END`
  return [
    `CREATE TRIGGER ${table}_keep_update BEFORE UPDATE${of} ON ${table} FOR EACH ROW${when} ${abort}`,
    `CREATE TRIGGER ${table}_keep_delete BEFORE DELETE ON ${table} FOR EACH ROW ${abort}`,
  ]
}

function postgresTriggers(table: string, what: Refused) {
  const of = what.columns ? ` OF ${what.columns.join(', ')}` : ''
  const when = changed(what) ? ` WHEN (${changed(what)})` : ''
  const run = `EXECUTE FUNCTION refuse_change('${what.because}')`
  return [
    `CREATE TRIGGER ${table}_keep_update BEFORE UPDATE${of} ON ${table} FOR EACH ROW${when} ${run}`,
    `CREATE TRIGGER ${table}_keep_delete BEFORE DELETE ON ${table} FOR EACH ROW ${run}`,
    `CREATE TRIGGER ${table}_keep_truncate BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT ${run}`,
  ]
}
