import { compose } from '@adonisjs/core/helpers'
import { clock } from '#core/clock'
import { row } from '#core/row'
import { SessionSchema } from '#database/schema'
import { deviceOf, maskedAddress } from '#people/device'
import type User from '#models/user'

/** How long one stays signed in without coming back; that of the cookie in config/session.ts. */
const LASTS = { days: 14 }

/** A visit within this time of the last noted one is not written again. */
const NOTE_EVERY = { minutes: 1 }

/** Where a person is signed in to the console. Without its row a cookie lets nobody in, so to end one is to delete it. */
export default class Session extends compose(SessionSchema, row('sess')) {
  static begin(user: User, from: { address: string; userAgent: string | null }) {
    const now = clock.now()
    return Session.create({
      userId: user.id,
      address: maskedAddress(from.address),
      userAgent: from.userAgent?.slice(0, 255) ?? null,
      seenAt: now,
      expiresAt: now.plus(LASTS),
    })
  }

  /** The person's session of this id, unless it is over. */
  static current(user: User, id: string): Promise<Session | null> {
    return Session.ofUser(user).where('id', id).first()
  }

  /** Where a person is signed in, the latest visit first. */
  static ofUser(user: User) {
    return Session.query()
      .where('user_id', user.id)
      .where('expires_at', '>', clock.now().toJSDate())
      .orderBy('seen_at', 'desc')
  }

  /** Ends a person's sessions, but for the one they are in. The answer is how many. */
  static async endAllOf(user: User, butFor?: Session): Promise<number> {
    const others = Session.query().where('user_id', user.id)
    if (butFor) void others.whereNot('id', butFor.id)
    const [ended] = await others.delete()
    return Number(ended)
  }

  /** `Firefox on Linux` */
  get device() {
    return deviceOf(this.userAgent)
  }

  async see(address: string) {
    const now = clock.now()
    if (this.seenAt > now.minus(NOTE_EVERY)) return
    await Session.query()
      .where('id', this.id)
      .update({
        seen_at: now.toJSDate(),
        expires_at: now.plus(LASTS).toJSDate(),
        address: maskedAddress(address),
      })
  }
}
