import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { row } from '#core/row'
import { PasswordResetSchema } from '#database/schema'
import { hashOf } from '#http/key_secret'
import { newToken } from '#http/token'
import { passwordResetMail } from '#mails/messages'
import Mail from '#models/mail'
import User from '#models/user'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

const LASTS = { hours: 1 }

/** A link by which a person who forgot their password sets another; it works once. Only its keyed hash is stored. */
export default class PasswordReset extends compose(PasswordResetSchema, row('rst')) {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  /** Mails a link to whoever has this e-mail. Whether anybody has is not told. */
  static async ask(email: string) {
    const user = await User.findBy('email', email)
    if (!user) return
    await atomically(async () => {
      const token = newToken()
      await PasswordReset.create({
        userId: user.id,
        tokenHash: hashOf(token),
        expiresAt: clock.now().plus(LASTS),
      })
      await Mail.write(user.email, passwordResetMail({ token }))
    })
  }

  /** The one whose link this is, unless it was used or is over. */
  static open(token: string): Promise<PasswordReset | null> {
    return PasswordReset.query()
      .where('token_hash', hashOf(token))
      .where('expires_at', '>', clock.now().toJSDate())
      .first()
  }

  /** Sets the password; this link and the person's other ones end, and so do their sessions. Whether it was in time. */
  async use(password: string): Promise<boolean> {
    return atomically(async () => {
      const [used] = await PasswordReset.query().where('id', this.id).delete()
      if (Number(used) === 0) return false

      await PasswordReset.query().where('user_id', this.userId).delete()
      const user = await User.findOrFail(this.userId)
      await user.changePassword(password, { reason: 'forgotten' })
      return true
    })
  }
}
