import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type Mail from '#models/mail'

export default class MailTransformer extends BaseTransformer<Mail> {
  static shape = shapes.row('mail', {
    to: shapes.text(),
    subject: shapes.text(),
    text: shapes.text(),
    state: shapes.oneOf(['pending', 'sent', 'failed']),
    attempts: shapes.whole(),
    error: shapes.nullable(shapes.text()),
    sent_at: shapes.nullable(shapes.instant()),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      to: row.to,
      subject: row.subject,
      text: row.text,
      state: row.state,
      attempts: row.attempts,
      error: row.error,
      sent_at: iso(row.sentAt),
      ...stamps(row),
    }
  }
}
