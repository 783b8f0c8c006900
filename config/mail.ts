import env from '#start/env'
import { appUrl } from '#config/app'

const mailConfig = {
  /** `smtp://user:password@host:587` or `smtps://…`; null where no mail is sent. */
  url: env.get('SMTP_URL')?.release() ?? null,

  from: env.get('MAIL_FROM', `Tributary <tributary@${new URL(appUrl).hostname}>`),

  /** Minutes to wait after each attempt that failed; after the last the mail has failed. */
  retryAfter: [1, 5, 30, 120, 480],

  get isOn() {
    return this.url !== null
  },
}

export default mailConfig
