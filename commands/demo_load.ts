import { randomBytes } from 'node:crypto'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const EMAIL = 'demo@tributary.test'

/** A workspace of its own with a year of believable data, made by driving the real verbs at the times of then. */
export default class DemoLoad extends BaseCommand {
  static commandName = 'demo:load'
  static description = 'Make a workspace with a year of sample data'
  static options: CommandOptions = { startApp: true }

  @flags.number({ default: 40, description: 'How many affiliates' })
  declare affiliates: number

  @flags.number({ default: 12, description: 'How many months back it begins' })
  declare months: number

  @flags.number({ default: 1, description: 'The same seed makes the same data' })
  declare seed: number

  @flags.string({ default: 'Northwind Coffee', description: 'Name of the workspace' })
  declare name: string

  @flags.string({ description: `E-mail of an owner that exists; else ${EMAIL} is made` })
  declare ownerEmail?: string

  @flags.string({ description: 'Id of an empty workspace to fill, instead of making one' })
  declare workspace?: string

  async run() {
    const { Year } = await import('#demo/year')
    const { verifyLedger } = await import('#ledger/verify')

    const begun = this.workspace ? await this.#existing(this.workspace) : await this.#made()
    if (!begun) return
    const { workspace, owner, password } = begun

    const { affiliates, months, seed } = this
    await new Year(workspace, owner, {
      affiliates,
      months,
      seed,
      progress: (done) => this.#draw(done),
    }).live()

    const { breaks } = await verifyLedger({ workspaceId: workspace.id })
    if (breaks.length > 0) {
      this.logger.error(`The books do not balance: ${breaks[0].sentence}`)
      this.exitCode = 1
      return
    }
    this.logger.success(
      `Workspace “${workspace.name}” (${workspace.id}) has its year. The books balance.`
    )
    console.log(
      password ? `Sign in as ${EMAIL} with the password ${password}` : `Sign in as ${owner.email}.`
    )
  }

  async #made() {
    const { clock } = await import('#core/clock')
    const { default: Workspace } = await import('#models/workspace')
    const made = await this.#owner()
    if (!made) return
    const { owner, password } = made

    const began = clock.now().minus({ months: this.months }).startOf('day')
    const about = { name: this.name, currency: 'USD', timezone: 'Europe/Berlin' }
    const workspace = await clock.at(began, () => Workspace.found(owner, about))
    workspace.merge({ payoutMinimums: { USD: 2_000, EUR: 2_000 }, holdDays: 14 })
    await clock.at(began, () => workspace.save())
    return { workspace, owner, password }
  }

  /** Its settings stay as they are. */
  async #existing(id: string) {
    const { default: Workspace } = await import('#models/workspace')
    const { default: User } = await import('#models/user')
    const workspace = await Workspace.find(id)
    if (!workspace) return this.#refuse(`There is no workspace ${id}.`)
    const used =
      (await workspace.related('campaigns').query().first()) ??
      (await workspace.related('affiliates').query().first())
    if (used) return this.#refuse(`Workspace ${id} is not empty: it has ${used.id}.`)

    const membership = await workspace
      .related('memberships')
      .query()
      .where('role', 'owner')
      .firstOrFail()
    return { workspace, owner: await User.findOrFail(membership.userId), password: undefined }
  }

  #refuse(sentence: string): undefined {
    this.logger.error(sentence)
    this.exitCode = 1
  }

  async #owner() {
    const { default: User } = await import('#models/user')
    const email = (this.ownerEmail ?? EMAIL).toLowerCase()
    const known = await User.findBy('email', email)
    if (known) return { owner: known, password: undefined }
    if (this.ownerEmail) return this.#refuse(`There is no user ${email}.`)
    const password = randomBytes(12).toString('base64url')
    return { owner: await User.create({ email, name: 'Demo Owner', password }), password }
  }

  #drawn = -1

  #draw(done: number) {
    if (!process.stdout.isTTY) return
    const percent = Math.floor(done * 100)
    if (percent === this.#drawn) return
    this.#drawn = percent
    const bar = '█'.repeat(Math.floor(percent / 4)).padEnd(25, '░')
    process.stdout.write(`\r${bar} ${percent} %${percent === 100 ? '\n' : ''}`)
  }
}
