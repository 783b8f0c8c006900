import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** What `npm start` does between building and serving. */
export default class Prepare extends BaseCommand {
  static commandName = 'prepare'
  static description = 'Make the database ready for this version: reach it, copy it, migrate it'
  static options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'Answer in JSON' })
  declare json: boolean

  async run() {
    try {
      await this.#reach()
      const migrated = await this.#migrate()
      const users = await this.#countUsers()
      const token = users === 0 ? await this.#makeSetupToken() : null
      await this.#checkTriggers()
      this.#answer(migrated, users, token)
    } catch (error) {
      await this.#refuse(error)
    }
  }

  /** A connection that is never answered would otherwise be waited for for a minute. */
  async #reach() {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const late = pause(15_000, null, { ref: false }).then(() => {
      throw Object.assign(new Error('no answer within 15 s'), { code: 'ETIMEDOUT' })
    })
    await Promise.race([db.rawQuery('select 1'), late])
  }

  async #migrate() {
    const { schemaState, onSqlite } = await import('#database/schema_state')
    const { version, pending, unknown } = await schemaState()
    if (unknown.length > 0) {
      throw new Refused(
        `The database was migrated by a newer Tributary (${unknown.at(-1)}). Start that version, or go back to a copy.`
      )
    }
    if (pending.length === 0) return 0

    if (version && onSqlite()) {
      const { copySqliteFile } = await import('#database/copies')
      this.#say(`Copied the database to ${await copySqliteFile()} before migrating it.`)
    }
    this.#say(`Migrating the database (${pending.length} steps).`)
    return this.#runMigrations()
  }

  async #runMigrations() {
    const { MigrationRunner } = await import('@adonisjs/lucid/migration')
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const runner = new MigrationRunner(db, this.app, { direction: 'up' })
    await runner.run()
    if (runner.error) throw runner.error
    return Object.keys(runner.migratedFiles).length
  }

  async #countUsers() {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const [{ count }] = await db.from('users').count('* as count')
    return Number(count)
  }

  /** Only its hash is kept, so what the start prints is the one place that has it. */
  async #makeSetupToken() {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const { clock } = await import('#core/clock')
    const { toStored } = await import('#database/instants')
    const token = randomBytes(24).toString('base64url')
    const value = createHash('sha256').update(token).digest('hex')
    await db
      .insertQuery()
      .table('settings')
      .insert({ key: 'setup_token', value, updated_at: toStored(clock.now()) })
      .onConflict('key')
      .merge()
    return token
  }

  async #checkTriggers() {
    const { missingTriggers } = await import('#database/schema_state')
    const missing = await missingTriggers()
    if (missing.length === 0) return
    this.#say(
      `WARNING: the database lost triggers that keep the books unchanged: ${missing.join(', ')}. Run ledger:verify, and go back to a copy that has them.`
    )
  }

  #answer(migrated: number, users: number, token: string | null) {
    if (this.json) return console.log(JSON.stringify({ migrated, users, setup_token: token }))
    this.logger.success(`The database is ready: ${migrated} migrations run, ${users} users.`)
    if (token) this.logger.log(`The token of first-run setup (works once): ${token}`)
  }

  async #refuse(error: unknown) {
    this.exitCode = 1
    if (error instanceof Refused) return this.#say(error.message)
    const { placeOf, whyUnreachable } = await import('#database/unreachable')
    const { dataPath } = await import('#config/data')
    const { default: env } = await import('#start/env')
    const url = env.get('DATABASE_URL')?.release()
    this.#say(whyUnreachable(error, url ? placeOf(url) : dataPath('tributary.sqlite3')))
  }

  /** Progress goes to stderr; stdout is for the answer. */
  #say(line: string) {
    process.stderr.write(`${line}\n`)
  }
}

/** An end whose message says what to do. */
class Refused extends Error {}
