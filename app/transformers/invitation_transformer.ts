import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { iso, stamps } from '#transformers/stamps'
import type Invitation from '#models/invitation'

export default class InvitationTransformer extends BaseTransformer<Invitation> {
  static shape = shapes.row('inv', {
    email: shapes.text(),
    role: shapes.oneOf(['admin', 'member']),
    state: shapes.oneOf(['pending', 'accepted', 'expired', 'revoked']),
    invited_by_id: shapes.idOf('usr'),
    expires_at: shapes.instant(),
    accepted_at: shapes.nullable(shapes.instant()),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      email: row.email,
      role: row.role,
      state: row.state,
      invited_by_id: row.invitedById,
      expires_at: iso(row.expiresAt),
      accepted_at: iso(row.acceptedAt),
      ...(row.secret !== undefined && { secret: row.secret }),
      ...stamps(row),
    }
  }
}
