import '#http/context'
import {
  BadRequestException,
  ForbiddenException,
  MissingAccountException,
} from '#exceptions/errors'
import { isId } from '#core/ids'
import { enter } from '#http/caller'
import { parametersOf } from '#http/query_parameters'
import Workspace from '#models/workspace'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Finds the account that an API call is about, and what its caller is there. */
export default class AccountMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const id = accountId(ctx)
    const { caller } = ctx
    if (caller.key && caller.key.workspaceId !== id)
      throw new ForbiddenException('This key is of another account.')

    const workspace = isId(id, 'ws') ? await Workspace.find(id) : null
    if (!workspace) throw new ForbiddenException('You have no access to this account.')
    await enter(caller, workspace)
    ctx.workspace = workspace
    return next()
  }
}

function accountId(ctx: HttpContext): string {
  const { request, caller } = ctx
  const header = request.header('x-account-id')
  const named = new Set([
    ...(parametersOf(ctx).get('account_id') ?? []),
    ...(header ? [header] : []),
  ])
  if (named.size > 1)
    throw new BadRequestException('account_id and X-Account-Id name two different accounts.')
  const [id = caller.user?.currentWorkspaceId] = named
  if (!id) throw new MissingAccountException()
  return id
}
