import { find } from '#http/find'
import { take } from '#http/take'
import { keyRotation } from '#validators/account'
import { firstCall } from '#views/pages/api_key'
import type { HttpContext } from '@adonisjs/core/http'

/** Hours that the old key goes on where nobody says how many. */
const OVERLAP = 24

export default class ApiKeyRotationsController {
  async create({ workspace, params, answer }: HttpContext) {
    const key = await find(workspace.related('apiKeys'), params.api_key_id)
    return answer.form({ key })
  }

  /** POST /api_keys/:api_key_id/rotation: a new key like this one, which ends after the overlap. */
  async store(ctx: HttpContext) {
    const { workspace, params, caller, answer } = ctx
    const key = await find(workspace.related('apiKeys'), params.api_key_id)
    const { overlap_hours: overlapHours } = await take(ctx, keyRotation)
    const next = await key.rotate(workspace, caller.user!, overlapHours ?? OVERLAP)
    return answer.revealed(next, { call: firstCall(next), ends: key.expiresAt })
  }
}
