import { mailsPage } from '#views/pages/members'
import type { HttpContext } from '@adonisjs/core/http'

export default class MailsController {
  /** GET /mails: what was written for this workspace, and whether it went out. */
  index({ workspace, answer }: HttpContext) {
    const mails = workspace.related('mails').query()
    return answer.list(mails, (rows) => mailsPage(workspace, rows))
  }
}
