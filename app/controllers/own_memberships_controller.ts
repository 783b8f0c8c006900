import type { HttpContext } from '@adonisjs/core/http'

export default class OwnMembershipsController {
  /** DELETE /membership: leave the workspace. */
  async destroy({ workspace, caller, answer }: HttpContext) {
    const own = caller.membership!
    await own.remove(own)
    return answer.removed({ notice: `You left ${workspace.name}.` })
  }
}
