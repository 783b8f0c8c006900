import { NotFoundException } from '#exceptions/errors'
import { MEGABYTE, readBody } from '#http/json_body'
import Workspace from '#models/workspace'
import { sources } from '#sources/index'
import { receive } from '#sources/receive'
import type { HttpContext } from '@adonisjs/core/http'
import type { SourceName } from '#models/types'

export default class IncomingEventsController {
  /** POST /in/:source/:workspace_id: what a provider sends, as it sends it. Stored, and looked at by a job. */
  async store({ params, request, response }: HttpContext) {
    const body = await readBody(request.request, MEGABYTE)
    const workspace = await Workspace.find(params.workspace_id)
    if (!workspace || !Object.hasOwn(sources, params.source)) throw new NotFoundException()

    const name: SourceName = params.source
    const header = (named: string) => request.header(named)
    await receive(workspace, name, await sources[name].verify(workspace, body, header), body)
    return response.json({ received: true })
  }
}
