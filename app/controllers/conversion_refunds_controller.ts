import { ConflictException } from '#exceptions/errors'
import { refuseField } from '#http/answer'
import { find } from '#http/find'
import { take } from '#http/take'
import { recordRefund } from '#ledger/refunds'
import { newRefund } from '#validators/tracking'
import { newRefundPage } from '#views/pages/conversion'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConversionRefundsController {
  async create({ workspace, params, answer }: HttpContext) {
    const conversion = await find(workspace.related('conversions'), params.conversion_id)
    if (!conversion.currency)
      throw new ConflictException('A lead has no amount: there is nothing to give back.')
    return answer.form(() => newRefundPage(conversion))
  }

  /** POST /conversions/:conversion_id/refunds */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const conversion = await find(workspace.related('conversions'), params.conversion_id)
    const { external_id: externalId, currency, ...input } = await take(ctx, newRefund)
    if (currency && currency !== conversion.currency)
      refuseField('currency', `The conversion is in ${conversion.currency ?? 'no currency'}.`)
    const { refund, created } = await recordRefund(
      workspace.id,
      { ...input, externalId, conversionExternalId: conversion.externalId },
      actor
    )
    return answer.created(refund, {
      status: created ? 201 : 200,
      notice: 'The refund is recorded and settled.',
      to: `/conversions/${conversion.id}`,
    })
  }
}
