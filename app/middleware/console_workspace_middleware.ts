import '#http/context'
import { lacksTwoFactor, may } from '#http/caller'
import { needCounts } from '#views/need_counts'
import Membership from '#models/membership'
import type { Permission } from '#http/permissions'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Finds the workspace that a person looks at, and shares with the pages what their frame shows. */
export default class ConsoleWorkspaceMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { caller, response } = ctx
    const user = caller.user!
    const memberships = await Membership.query()
      .where('user_id', user.id)
      .preload('workspace')
      .orderBy('id')
    const current =
      memberships.find(({ workspaceId }) => workspaceId === user.currentWorkspaceId) ??
      memberships[0]
    if (!current) return founds(ctx) ? next() : response.redirect().toPath('/workspaces/new')

    if (lacksTwoFactor(user, current.workspace))
      return response.redirect().toPath('/profile/two_factor')

    caller.membership = current
    ctx.workspace = current.workspace
    ctx.view.share({
      user,
      workspace: current.workspace,
      workspaces: memberships.map(({ workspace }) => workspace),
      membership: current,
      can: (permission: Permission) => may(caller, permission),
      needCounts: () => needCounts(current.workspace),
    })
    return next()
  }
}

/** Who is in no workspace may make one, and nothing else. */
function founds({ request }: HttpContext) {
  return ['/workspaces', '/workspaces/new'].includes(request.url())
}
