import vine from '@vinejs/vine'
import { idFrom } from '#core/ids'
import { ForbiddenException } from '#exceptions/errors'
import { text } from '#http/fields'
import type { Fields } from '#dialects/dialect'
import type { HttpContext } from '@adonisjs/core/http'

const named = vine.create({ name: text(100) })

/**
 * A link of the affiliate whom the header names, in the default campaign.
 *
 * @throws ForbiddenException where it names none of this account
 */
export async function trackingLink(body: Fields, { request, workspace }: HttpContext) {
  const id = idFrom('aff', request.header('x-connection-id') ?? '')
  const affiliate = await workspace.related('affiliates').query().where('id', id).first()
  if (!affiliate)
    throw new ForbiddenException('x-connection-id must be the id of an affiliate of this account.')
  const { name } = await named.validate(body)
  return { affiliate_id: affiliate.id, name }
}
