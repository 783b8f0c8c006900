import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type ApiKey from '#models/api_key'

export default class ApiKeyTransformer extends BaseTransformer<ApiKey> {
  static shape = shapes.row('key', {
    name: shapes.text(),
    kind: shapes.oneOf(['secret', 'affiliate', 'publishable']),
    affiliate_id: shapes.nullable(shapes.idOf('aff')),
    prefix: shapes.text(),
    last_four: shapes.text(),
    permissions: shapes.flags(),
    allowed_ips: shapes.list(shapes.text()),
    rate_limit: shapes.nullable(shapes.whole()),
    expires_at: shapes.nullable(shapes.instant()),
    last_used_at: shapes.nullable(shapes.instant()),
    state: shapes.oneOf(['active', 'disabled', 'expired', 'revoked']),
    created_by_id: shapes.idOf('usr'),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      name: row.name,
      kind: row.kind,
      affiliate_id: row.affiliateId,
      prefix: row.prefix,
      last_four: row.lastFour,
      permissions: row.permissions,
      allowed_ips: row.allowedIps,
      rate_limit: row.rateLimit,
      expires_at: iso(row.expiresAt),
      last_used_at: iso(row.lastUsedAt),
      state: row.state,
      created_by_id: row.createdById,
      ...(row.secret !== undefined && { secret: row.secret }),
      ...stamps(row),
    }
  }
}
