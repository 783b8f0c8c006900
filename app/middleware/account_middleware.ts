import '#http/context'
import {
  BadRequestException,
  ForbiddenException,
  MissingAccountException,
} from '#exceptions/errors'
import { enter } from '#http/caller'
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

    const workspace = await Workspace.find(id)
    if (!workspace) throw new ForbiddenException('You have no access to this account.')
    await enter(caller, workspace)
    ctx.workspace = workspace
    return next()
  }
}

function accountId({ request, caller }: HttpContext): string {
  const inQuery = request.qs().account_id
  const inHeader = request.header('x-account-id')
  if (inQuery && inHeader && inQuery !== inHeader) {
    throw new BadRequestException('account_id and X-Account-Id name two different accounts.')
  }
  const id = inQuery ?? inHeader ?? caller.user?.currentWorkspaceId
  if (typeof id !== 'string' || id === '') throw new MissingAccountException()
  return id
}
