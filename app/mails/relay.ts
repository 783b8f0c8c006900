import { clock } from '#core/clock'
import { oneByOne } from '#core/one_by_one'
import mailConfig from '#config/mail'
import Mail from '#models/mail'

/** Mails of one run; more wait for the next minute. */
const CHUNK = 100

/** Sends what waits. Two relays at once never send the same mail: each is claimed before. */
export async function relayMails() {
  if (!mailConfig.isOn) return { sent: 0 }
  const waiting = await Mail.query()
    .where('state', 'pending')
    .where('next_attempt_at', '<=', clock.now().toJSDate())
    .orderBy('id')
    .limit(CHUNK)
  let sent = 0
  await oneByOne(waiting, async (mail) => {
    if (await mail.send()) sent += 1
  })
  return { sent }
}
