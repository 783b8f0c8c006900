import { BadRequestException } from '#exceptions/errors'
import { parametersOf } from '#http/query_parameters'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * The account that a request names, in the query or in its header.
 *
 * @throws BadRequestException when they name two
 */
export function namedAccount(ctx: HttpContext): string | undefined {
  const header = ctx.request.header('x-account-id')
  const named = new Set([
    ...(parametersOf(ctx).get('account_id') ?? []),
    ...(header ? [header] : []),
  ])
  if (named.size > 1)
    throw new BadRequestException('account_id and X-Account-Id name two different accounts.')
  return [...named][0]
}
