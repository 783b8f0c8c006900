import Membership from '#models/membership'
import type { HttpContext } from '@adonisjs/core/http'

/** PUT /current_workspace: the workspace that the console shows. */
export default class CurrentWorkspacesController {
  async update({ caller, request, response }: HttpContext) {
    const membership = await Membership.query()
      .where({ user_id: caller.user!.id, workspace_id: String(request.input('workspace_id', '')) })
      .firstOrFail()
    await caller.user!.merge({ currentWorkspaceId: membership.workspaceId }).save()
    return response.redirect().status(303).toPath('/')
  }
}
