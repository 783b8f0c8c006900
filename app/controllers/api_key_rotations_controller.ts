import { find } from '#http/find'
import { take } from '#http/take'
import { keyRotation } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

export default class ApiKeyRotationsController {
  /** POST /api_keys/:api_key_id/rotation: a new key like this one, which ends after the overlap. */
  async store(ctx: HttpContext) {
    const { workspace, params, caller, answer } = ctx
    const key = await find(workspace.related('apiKeys'), params.api_key_id)
    const { overlap_hours: overlapHours } = await take(ctx, keyRotation)
    return answer.revealed(await key.rotate(workspace, caller.user!, overlapHours ?? 24))
  }
}
