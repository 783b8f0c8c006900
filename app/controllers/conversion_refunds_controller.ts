import { find } from '#http/find'
import { take } from '#http/take'
import { recordRefund } from '#ledger/refunds'
import { newRefund } from '#validators/tracking'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConversionRefundsController {
  async create({ workspace, params, answer }: HttpContext) {
    const conversion = await find(workspace.related('conversions'), params.conversion_id)
    return answer.form({ conversion })
  }

  /** POST /conversions/:conversion_id/refunds */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const conversion = await find(workspace.related('conversions'), params.conversion_id)
    const { external_id: externalId, ...input } = await take(ctx, newRefund)
    const { refund } = await recordRefund(
      workspace.id,
      { ...input, externalId, conversionExternalId: conversion.externalId },
      actor
    )
    return answer.created(refund, {
      notice: 'The refund is recorded and settled.',
      to: `/conversions/${conversion.id}`,
    })
  }
}
