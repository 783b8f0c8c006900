import { clock } from '#core/clock'
import { BadRequestException, ForbiddenException } from '#exceptions/errors'
import { refuseField } from '#http/answer'
import { camelKeys } from '#http/camel'
import { find } from '#http/find'
import { isWithin, mapOfScopes, roles } from '#http/permissions'
import { take } from '#http/take'
import ApiKey from '#models/api_key'
import { changedApiKey, newApiKey } from '#validators/account'
import { allowsNothing, firstCall } from '#views/pages/api_key'
import { choices } from '#views/pages/choices'
import { permissionGrid, permissionsInWords, typedPermissions } from '#views/pages/permissions'
import { timelineOf } from '#views/pages/timeline'
import type { ApiKeyKind, PermissionMap } from '#models/types'
import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'

export default class ApiKeysController {
  index({ workspace, answer }: HttpContext) {
    return answer.list(workspace.related('apiKeys').query().preload('createdBy'), async () => ({
      inWords: permissionsInWords,
    }))
  }

  create(ctx: HttpContext) {
    const { workspace, request, answer } = ctx
    return answer.form(async () => ({
      grid: gridOf(ctx, {}),
      ...(await choices(workspace, request.qs())),
    }))
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
    refusePast(input.expires_at)

    const asked = scopes ? mapOfScopes(scopes) : input.permissions
    const permissions = permissionsOf(ctx, input.kind, asked)
    const key = await ApiKey.mint(workspace, caller.user!, {
      ...camelKeys(input),
      affiliateId,
      permissions,
    })
    return answer.revealed(key, { call: firstCall(key) })
  }

  async show(ctx: HttpContext) {
    const { workspace, params, answer } = ctx
    const key = await find(workspace.related('apiKeys'), params.id)
    await key.load((load) => load.load('createdBy').load('affiliate'))
    return answer.shown(key, async () => ({
      grid: gridOf(ctx, key.permissions),
      inWords: permissionsInWords,
      timeline: await timelineOf(key.id),
    }))
  }

  async edit(ctx: HttpContext) {
    const { workspace, params, answer } = ctx
    const key = await find(workspace.related('apiKeys'), params.id)
    return answer.form({ key, grid: gridOf(ctx, key.permissions) })
  }

  async update(ctx: HttpContext) {
    const { workspace, params, actor, answer } = ctx
    const key = await find(workspace.related('apiKeys'), params.id)
    const input = await take(ctx, changedApiKey)
    refusePast(input.expires_at)
    if (input.permissions) input.permissions = permissionsOf(ctx, key.kind, input.permissions)
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

/**
 * What a key will be allowed. One that may do nothing is a form half filled in; nobody hands out what they do not
 * have; and what other kinds of key may do is not a matter of permissions.
 */
function permissionsOf(
  { caller }: HttpContext,
  kind: ApiKeyKind = 'secret',
  given: PermissionMap | undefined
): PermissionMap {
  if (kind !== 'secret') {
    if (given && !allowsNothing(given))
      refuseField('permissions', 'Only a key of kind secret has permissions.')
    return {}
  }
  const permissions = given ?? { all: true }
  if (allowsNothing(permissions)) refuseField('permissions', 'Choose at least one permission.')
  if (isWithin(permissions, roles[caller.membership!.role])) return permissions
  throw new ForbiddenException('A key cannot have more permissions than you have yourself.')
}

function refusePast(expiresAt: DateTime | null | undefined) {
  if (expiresAt && expiresAt <= clock.now()) refuseField('expires_at', 'This is in the past.')
}

/** The grid as a refused form left it, else as the key has it. */
function gridOf({ caller, session }: HttpContext, permissions: PermissionMap) {
  const typed = typedPermissions(session.flashMessages.get('permissions'))
  return permissionGrid(typed ?? permissions, roles[caller.membership!.role])
}
