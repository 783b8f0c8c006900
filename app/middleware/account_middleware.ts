import '#http/context'
import { ForbiddenException, MissingAccountException } from '#exceptions/errors'
import { namedAccount } from '#http/account'
import { accountOf, enter, usualAccountOf } from '#http/caller'
import { isId } from '#core/ids'
import { remembered } from '#http/remembered'
import Workspace from '#models/workspace'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

interface Options {
  /** The account is the caller's own. */
  ofCaller: boolean
  tracks: boolean
}

/** Finds the account that an API call is about, and what its caller is there. */
export default class AccountMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { ofCaller, tracks }: Options) {
    const { caller } = ctx
    const id = namedAccount(ctx) ?? (await (ofCaller ? accountOf(caller) : usualAccountOf(caller)))
    if (!id) throw new MissingAccountException()
    if (caller.key && caller.key.workspaceId !== id)
      throw new ForbiddenException('This key is of another account.')

    const workspace = isId(id, 'ws') ? await workspaceOf(id, tracks) : null
    if (!workspace) throw new ForbiddenException('You have no access to this account.')
    await enter(caller, workspace, tracks)
    ctx.workspace = workspace
    return next()
  }
}

function workspaceOf(id: string, tracks: boolean) {
  return tracks ? remembered(Workspace, { id }) : Workspace.find(id)
}
