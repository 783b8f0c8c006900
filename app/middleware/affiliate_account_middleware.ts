import '#http/context'
import { ForbiddenException } from '#exceptions/errors'
import { namedAccount } from '#http/account'
import { enter } from '#http/caller'
import { find } from '#http/find'
import Workspace from '#models/workspace'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** What an affiliate asks of their own is about the account and the affiliate of their key. */
export default class AffiliateAccountMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { key } = ctx.caller
    if (!key?.affiliateId) throw new ForbiddenException('This is for the keys of affiliates.')
    if ((namedAccount(ctx) ?? key.workspaceId) !== key.workspaceId)
      throw new ForbiddenException('This key is of another account.')

    ctx.workspace = await Workspace.findOrFail(key.workspaceId)
    await enter(ctx.caller, ctx.workspace)
    ctx.affiliate = await find(ctx.workspace.related('affiliates'), key.affiliateId)
    return next()
  }
}
