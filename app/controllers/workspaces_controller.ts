import { take } from '#http/take'
import Membership from '#models/membership'
import Workspace from '#models/workspace'
import { newWorkspace } from '#validators/account'
import { setupChoices } from '#views/pages/setup'
import type { HttpContext } from '@adonisjs/core/http'

export default class WorkspacesController {
  /** GET /workspaces: those that the person belongs to. */
  index({ caller, answer }: HttpContext) {
    const own = Membership.query().where('user_id', caller.user!.id).select('workspace_id')
    return answer.list(Workspace.query().whereIn('id', own))
  }

  async create({ answer }: HttpContext) {
    return answer.form(setupChoices())
  }

  async store(ctx: HttpContext) {
    const { caller, answer } = ctx
    const workspace = await Workspace.found(caller.user!, await take(ctx, newWorkspace))
    return answer.created(workspace, { notice: `Workspace “${workspace.name}” is ready.`, to: '/' })
  }
}
