import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { dataPath } from '#config/data'
import { configurePostgres } from '#database/postgres'
import { configureSqlite } from '#database/sqlite'
import { defineConfig } from '@adonisjs/lucid'

const migrations = {
  naturalSort: true,
  paths: ['database/migrations'],
  disableRollbacksInProduction: true,
}
const schemaGeneration = {
  enabled: !app.inProduction,
  outputPath: 'database/schema.ts',
  rulesPaths: ['./database/schema_rules.js'],
  excludeTables: ['adonis_schema', 'adonis_schema_versions', 'session_data'],
}

/** Errors name the statement without its values: those are people's. */
const shared = { compileSqlOnError: false, migrations, schemaGeneration }

const url = env.get('DATABASE_URL')?.release()

/** SQLite in the data folder, or the PostgreSQL that DATABASE_URL names; all code runs on both. */
export const dialect = url ? 'postgres' : 'sqlite'

/** Whether PostgreSQL keeps statements for a connection; a pooler between may hand the next one to another. */
export const isPrepared = env.get('DATABASE_PREPARED', true)

/** What is asked at once is sent at once, and done in that order. */
const postgres = { connectionString: url, pipeline: true }

export default defineConfig({
  connection: dialect,
  prettyPrintDebugQueries: true,
  connections: {
    sqlite: {
      client: 'better-sqlite3',
      connection: { filename: dataPath('tributary.sqlite3') },
      useNullAsDefault: true,
      pool: { afterCreate: configureSqlite },
      ...shared,
    },
    postgres: {
      client: 'pg',
      connection: postgres,
      pool: { min: 0, max: 10, afterCreate: configurePostgres },
      ...shared,
    },
  },
})
