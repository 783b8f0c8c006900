import { leaveSample } from '#demo/sample'
import type { HttpContext } from '@adonisjs/core/http'

export default class SamplesController {
  /** DELETE /sample: the person leaves the sample workspace that they look at. */
  async destroy({ workspace, caller, session, response }: HttpContext) {
    await leaveSample(workspace, caller.user!)
    session.flash('notice', `You left “${workspace.name}”.`)
    return response.redirect().status(303).toPath('/')
  }
}
