import { record } from '#core/events'
import { ConflictException } from '#exceptions/errors'
import { refuseField } from '#http/answer'
import { find } from '#http/find'
import { fileOf } from '#payouts/methods/index'
import PaymentFileTransformer from '#transformers/payment_file_transformer'
import type PaymentFile from '#models/payment_file'
import type PayoutRun from '#models/payout_run'
import type { HttpContext } from '@adonisjs/core/http'

const contentTypes = { csv: 'text/csv; charset=utf-8', xml: 'application/xml; charset=utf-8' }

export default class PayoutRunFilesController {
  /** GET /payout_runs/:payout_run_id/files */
  async index({ workspace, params }: HttpContext) {
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    refuseBeforeApproval(run)
    const files = await run.related('files').query().orderBy('format').orderBy('part')
    return { data: files.map((file) => new PaymentFileTransformer(file).toObject()) }
  }

  /** GET /payout_runs/:payout_run_id/files/:id?part=1, where the id is a format. Each download is an event. */
  async show({ workspace, params, request, response, actor }: HttpContext) {
    const run = await find(workspace.related('payoutRuns'), params.payout_run_id)
    refuseBeforeApproval(run)
    const part = Number(request.qs().part ?? 1)
    if (!Number.isSafeInteger(part) || part < 1 || part > 100_000)
      refuseField('part', 'part must be a whole number from 1.')

    const file = await run.related('files').query().where({ format: params.id, part }).firstOrFail()
    const { text } = file
    await record(run, {
      type: 'payout_run.file_downloaded',
      actor,
      data: { file_id: file.id, format: file.format, part, sha256: file.checksum },
    })
    const { extension } = fileOf(file.format)
    response.header('Content-Disposition', `attachment; filename="${nameOf(file)}.${extension}"`)
    response.header('Content-Type', contentTypes[extension])
    response.header('X-Content-SHA256', file.checksum)
    return response.send(text)
  }
}

function nameOf({ runId, currency, format, part, parts }: PaymentFile) {
  return `payouts-${runId}-${currency}-${format}${parts > 1 ? `-${part}` : ''}`
}

function refuseBeforeApproval(run: PayoutRun) {
  if (run.approvedAt) return
  throw new ConflictException('The files are written when the run is approved.', {
    state: run.state,
  })
}
