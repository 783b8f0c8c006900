import { take } from '#http/take'
import Workspace from '#models/workspace'
import { newWorkspace } from '#validators/account'
import { setupChoices } from '#views/pages/setup'
import type { HttpContext } from '@adonisjs/core/http'

export default class WorkspacesController {
  async create({ answer }: HttpContext) {
    return answer.form(setupChoices())
  }

  async store(ctx: HttpContext) {
    const { caller, answer } = ctx
    const workspace = await Workspace.found(caller.user!, await take(ctx, newWorkspace))
    return answer.created(workspace, { notice: `Workspace “${workspace.name}” is ready.`, to: '/' })
  }
}
