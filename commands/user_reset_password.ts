import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Gives a user a new password and ends their sessions. */
export default class UserResetPassword extends BaseCommand {
  static commandName = 'user:reset-password'
  static description = 'Set a new password for a user and end their sessions'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'E-mail of the user' })
  declare email: string

  @flags.string({ description: 'The new password; else NEW_PASSWORD of the environment' })
  declare password?: string

  async run() {
    const { default: User } = await import('#models/user')
    const { system } = await import('#core/actor')

    const password = this.password ?? process.env.NEW_PASSWORD ?? ''
    const user = await User.findBy('email', this.email.toLowerCase())
    if (!user) return this.#refuse(`There is no user ${this.email}.`)
    if (password.length < 10) return this.#refuse('The password needs 10 characters or more.')

    await user.changePassword(password, { actor: system, reason: 'forgotten' })
    this.logger.success(
      `${user.email} can sign in with the new password. Their sessions are ended.`
    )
  }

  #refuse(sentence: string) {
    this.logger.error(sentence)
    this.exitCode = 1
  }
}
