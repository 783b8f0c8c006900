import { BadRequestException, ForbiddenException } from '#exceptions/errors'
import { refuseField } from '#http/answer'
import { camelKeys } from '#http/camel'
import { find } from '#http/find'
import { isWithin, mapOfScopes, roles } from '#http/permissions'
import { take } from '#http/take'
import ApiKey from '#models/api_key'
import { changedApiKey, newApiKey } from '#validators/account'
import { permissionChoices } from '#views/pages/permissions'
import type { PermissionMap } from '#models/types'
import type { HttpContext } from '@adonisjs/core/http'

export default class ApiKeysController {
  index({ workspace, answer }: HttpContext) {
    return answer.list(workspace.related('apiKeys').query().preload('createdBy'))
  }

  create({ caller, answer }: HttpContext) {
    return answer.form({ grid: permissionChoices(roles[caller.membership!.role]) })
  }

  /** Makes a key; its secret is in this answer alone. */
  async store(ctx: HttpContext) {
    const { workspace, caller, answer } = ctx
    const { scopes, affiliate_id: affiliateId, ...input } = await take(ctx, newApiKey)
    if (scopes && input.permissions)
      throw new BadRequestException('Send scopes or permissions, not both.')
    if ((input.kind === 'affiliate') !== Boolean(affiliateId)) {
      refuseField(
        'affiliate_id',
        'A key of kind affiliate names its affiliate; other keys name none.'
      )
    }
    if (affiliateId) await refuseStrangeAffiliate(ctx, affiliateId)

    const permissions = scopes ? mapOfScopes(scopes) : input.permissions
    refuseMoreThanOwn(ctx, permissions ?? { all: true })
    const key = await ApiKey.mint(workspace, caller.user!, {
      ...camelKeys(input),
      affiliateId,
      permissions,
    })
    return answer.revealed(key)
  }

  async show({ workspace, params, answer, caller }: HttpContext) {
    const key = await find(workspace.related('apiKeys'), params.id)
    await key.load('createdBy')
    return answer.shown(key, { grid: permissionChoices(roles[caller.membership!.role]) })
  }

  async edit({ workspace, params, answer, caller }: HttpContext) {
    const key = await find(workspace.related('apiKeys'), params.id)
    return answer.form({ key, grid: permissionChoices(roles[caller.membership!.role]) })
  }

  async update(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const key = await find(workspace.related('apiKeys'), params.id)
    const input = await take(ctx, changedApiKey)
    if (input.permissions) refuseMoreThanOwn(ctx, input.permissions)
    await key.change(camelKeys(input), actor)
    return answer.updated(key, { notice: `Key “${key.name}” was changed.` })
  }

  /** Revokes: the row stays, for what it did. */
  async destroy({ workspace, params, actor, answer }: HttpContext) {
    const key = await find(workspace.related('apiKeys'), params.id)
    await key.revoke(actor)
    return answer.removed({ notice: `Key “${key.name}” is revoked.`, to: '/api_keys' })
  }
}

async function refuseStrangeAffiliate({ workspace }: HttpContext, id: string) {
  const affiliate = await workspace.related('affiliates').query().where('id', id).first()
  if (!affiliate) refuseField('affiliate_id', 'There is no affiliate with this id.')
}

/** Nobody hands out what they do not have. */
function refuseMoreThanOwn({ caller }: HttpContext, permissions: PermissionMap) {
  if (isWithin(permissions, roles[caller.membership!.role])) return
  throw new ForbiddenException('A key cannot have more permissions than you have yourself.')
}
