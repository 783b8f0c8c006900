import edge from 'edge.js'
import encryption from '@adonisjs/core/services/encryption'
import logger from '@adonisjs/core/services/logger'
import { compose } from '@adonisjs/core/helpers'
import { appUrl } from '#config/app'
import mailConfig from '#config/mail'
import { clock } from '#core/clock'
import { row } from '#core/row'
import { MailSchema } from '#database/schema'
import RelayMailsJob from '#jobs/relay_mails_job'
import { isFinal, sendBySmtp } from '#mails/smtp'
import { hurry, messageOf } from '#queue/queue'

const PURPOSE = 'mail'

/** What stands in a stored mail where its token goes. */
const MASK = '••••••••'

/** What a mail says. Both of its bodies are made from this. */
export interface Message {
  subject: string
  paragraphs: string[]
  /** What to do about it; the token is what follows the path. */
  action: { label: string; path: string; token: string }
  /** When it ends, and what to do who did not ask for it. */
  note: string
}

/**
 * One mail. It is written in the transaction of what it tells of, and sent after by a job. Its outcome is its own
 * affair, so it makes no events. What its link holds is encrypted until it is sent, and masked in what is kept.
 */
export default class Mail extends compose(MailSchema, row('mail')) {
  static table = 'mails'

  /** Writes a mail, to be sent soon. Where no mail server is set there is nothing to write it for. */
  static async write(to: string, message: Message, workspaceId: string | null = null) {
    if (!mailConfig.isOn) return
    const { label, path, token } = message.action
    const view = { ...message, action: { label, href: `${appUrl}${path}/${MASK}` } }
    await Mail.create({
      workspaceId,
      to,
      subject: message.subject,
      text: await edge.render('mails/text', view),
      html: await edge.render('mails/html', view),
      token: encryption.encrypt(token, undefined, PURPOSE),
      state: 'pending',
      attempts: 0,
      nextAttemptAt: clock.now(),
    })
    await hurry(RelayMailsJob, {}, { id: 'mails' })
  }

  /** Tries to send it, unless another worker does already. Whether it went out. */
  async send(): Promise<boolean> {
    if (!(await this.claim())) return false
    try {
      await sendBySmtp(this.letter)
    } catch (error) {
      await this.failed(error)
      return false
    }
    Object.assign(this, { state: 'sent', sentAt: clock.now(), token: null, error: null })
    await this.save()
    return true
  }

  /** With the token in its place. */
  private get letter() {
    const token = encryption.decrypt<string>(this.token!, PURPOSE)!
    const { to, subject, text, html } = this
    return {
      to,
      subject,
      text: text.replaceAll(MASK, token),
      html: html.replaceAll(MASK, token),
    }
  }

  /** Counts the attempt before it is made, so that a worker that dies in it is followed by the next in time. */
  private async claim(): Promise<boolean> {
    const { retryAfter } = mailConfig
    const minutes = retryAfter[this.attempts] ?? retryAfter.at(-1)!
    const next = { attempts: this.attempts + 1, nextAttemptAt: clock.now().plus({ minutes }) }
    const [claimed] = await Mail.query()
      .where({ id: this.id, state: 'pending', attempts: this.attempts })
      .update({ attempts: next.attempts, next_attempt_at: next.nextAttemptAt.toJSDate() })
    if (Number(claimed) === 0) return false
    await this.refresh()
    return true
  }

  private async failed(error: unknown) {
    const isLast = isFinal(error) || this.attempts > mailConfig.retryAfter.length
    logger.warn({ mail: this.id, attempts: this.attempts, isLast }, 'A mail was not sent')
    Object.assign(this, { error: messageOf(error).slice(0, 500) })
    if (isLast) Object.assign(this, { state: 'failed', token: null })
    await this.save()
  }
}
