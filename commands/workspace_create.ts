import { BaseCommand, flags } from '@adonisjs/core/ace'
import { DateTime } from 'luxon'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Makes a workspace, its owner where there is no such user, and a first API key with full access. */
export default class WorkspaceCreate extends BaseCommand {
  static commandName = 'workspace:create'
  static description = 'Make a workspace with its owner and a first API key'
  static help = [
    'The password of a new owner comes from --owner-password, else from OWNER_PASSWORD, else from standard input.',
  ]
  static options: CommandOptions = { startApp: true }

  @flags.string({ required: true, description: 'Name of the workspace' })
  declare name: string

  @flags.string({ default: 'USD', description: 'ISO 4217 code of its currency' })
  declare currency: string

  @flags.string({ default: 'UTC', description: 'Time zone, such as Europe/Berlin' })
  declare timezone: string

  @flags.string({ required: true, description: 'E-mail of the owner' })
  declare ownerEmail: string

  @flags.string({ description: 'Password of the owner, 10 characters or more' })
  declare ownerPassword?: string

  @flags.boolean({ description: 'Answer as JSON' })
  declare json: boolean

  async run() {
    const problem = await this.#problem()
    if (problem) {
      this.logger.error(problem)
      this.exitCode = 1
      return
    }
    const { default: ApiKey } = await import('#models/api_key')
    const { default: Workspace } = await import('#models/workspace')
    const { atomically } = await import('#core/atomically')

    const { workspace, owner, key } = await atomically(async () => {
      const user = await this.#owner()
      const founded = await Workspace.found(user, {
        name: this.name,
        currency: this.currency.toUpperCase(),
        timezone: this.timezone,
      })
      return {
        workspace: founded,
        owner: user,
        key: await ApiKey.mint(founded, user, { name: 'First key' }),
      }
    })
    const made = { account_id: workspace.id, user_id: owner.id, api_key: key.secret! }
    if (this.json) return console.log(JSON.stringify(made))
    this.logger.success(`Workspace “${workspace.name}” is ready.`)
    for (const [name, value] of Object.entries(made)) console.log(`${name}: ${value}`)
    console.log('The key is shown only now.')
  }

  async #problem() {
    const { isCurrency } = await import('#money/currencies')
    if (!isCurrency(this.currency.toUpperCase())) return `${this.currency} is no ISO 4217 currency.`
    if (!DateTime.utc().setZone(this.timezone).isValid) return `${this.timezone} is no time zone.`
    if (!/^\S+@\S+$/.test(this.ownerEmail)) return `${this.ownerEmail} is no e-mail address.`

    this.ownerPassword ??= process.env.OWNER_PASSWORD ?? (await this.#fromInput())
    if (await this.#known()) return undefined
    if (!this.ownerPassword || this.ownerPassword.length < 10) {
      return 'The owner needs a password of 10 characters or more: --owner-password, OWNER_PASSWORD, or standard input.'
    }
    return undefined
  }

  async #known() {
    const { default: User } = await import('#models/user')
    return User.findBy('email', this.ownerEmail.toLowerCase())
  }

  async #owner() {
    const { default: User } = await import('#models/user')
    const known = await this.#known()
    return (
      known ?? User.create({ email: this.ownerEmail.toLowerCase(), password: this.ownerPassword! })
    )
  }

  async #fromInput() {
    if (process.stdin.isTTY) return undefined
    let text = ''
    for await (const chunk of process.stdin) text += chunk
    return text.split('\n')[0] || undefined
  }
}
