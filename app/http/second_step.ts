import { clock } from '#core/clock'
import { DateTime } from 'luxon'
import User from '#models/user'
import type { HttpContext } from '@adonisjs/core/http'

/** Where the session keeps who gave their password and still owes a code. It lets them in nowhere. */
const PENDING = 'second_step'

/** How long a given password waits for its code. */
const PATIENCE = { minutes: 5 }

interface Pending {
  user_id: string
  until: string
}

/** Remembers whose password was given, and asks for the code. */
export function askForCode({ session, response }: HttpContext, user: User) {
  const until = clock.now().plus(PATIENCE).toISO()
  session.put(PENDING, { user_id: user.id, until } satisfies Pending)
  return response.redirect().status(303).toPath('/login/code')
}

/** Who owes a code; nobody once they took too long. */
export async function owingCode({ session }: HttpContext): Promise<User | null> {
  const pending = session.get(PENDING) as Pending | undefined
  if (!pending || DateTime.fromISO(pending.until) < clock.now()) return null
  return User.find(pending.user_id)
}

export function forgetSecondStep({ session }: HttpContext) {
  session.forget(PENDING)
}
