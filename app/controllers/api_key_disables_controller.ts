import { find } from '#http/find'
import type { HttpContext } from '@adonisjs/core/http'

export default class ApiKeyDisablesController {
  /** POST /api_keys/:api_key_id/disable */
  async store(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const key = await find(workspace.related('apiKeys'), params.api_key_id)
    await key.disable(actor)
    return answer.updated(key, {
      notice: `Key “${key.name}” is disabled.`,
      undo: { action: `/api_keys/${key.id}/enable` },
    })
  }
}
