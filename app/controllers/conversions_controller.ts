import { find } from '#http/find'
import { saleOf } from '#http/tracked'
import { take } from '#http/take'
import { recordConversion } from '#tracking/record_conversion'
import { newSale } from '#validators/tracking'
import { conversionPage, conversionsPage } from '#views/pages/conversion'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConversionsController {
  index({ workspace, request, answer }: HttpContext) {
    return answer.list(
      workspace.related('conversions').query().preload('affiliate').preload('campaign'),
      () => conversionsPage(workspace, request.qs())
    )
  }

  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const sale = saleOf(await take(ctx, newSale))
    const { conversion, created } = await recordConversion(workspace, sale, actor)
    return answer.created(conversion, { status: conversion.open ? 202 : created ? 201 : 200 })
  }

  async show({ workspace, params, answer }: HttpContext) {
    const conversion = await find(workspace.related('conversions'), params.id)
    return answer.shown(conversion, () => conversionPage(conversion))
  }
}
