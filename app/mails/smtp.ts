import { createTransport } from 'nodemailer'
import mailConfig from '#config/mail'

export interface Letter {
  to: string
  subject: string
  text: string
  html: string
}

/** Milliseconds: a server that says nothing must not keep a worker. */
const PATIENCE = 10_000

/** The one door by which mail leaves. Throws what the server or the way to it said. */
export async function sendBySmtp(letter: Letter) {
  const transport = createTransport({
    url: mailConfig.url!,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  })
  try {
    await transport.sendMail({ from: mailConfig.from, ...letter })
  } finally {
    transport.close()
  }
}

/** Whether the server said that it will never take this mail (5xx, RFC 5321), so that trying again is no use. */
export function isFinal(error: unknown) {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500
}
