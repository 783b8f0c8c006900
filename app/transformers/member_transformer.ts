import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import type Membership from '#models/membership'

/** A membership with its user, who must be loaded. */
export default class MemberTransformer extends BaseTransformer<Membership> {
  static shape = shapes.row('mem', {
    user_id: shapes.idOf('usr'),
    name: shapes.nullable(shapes.text()),
    email: shapes.text(),
    role: shapes.oneOf(['owner', 'admin', 'member']),
    permissions: shapes.flags(),
    two_factor: shapes.flag(),
  })

  toObject() {
    const row = this.resource
    const { user } = row
    return {
      id: row.id,
      user_id: user.id,
      name: user.name,
      email: user.email,
      role: row.role,
      permissions: row.permissions,
      two_factor: user.hasTwoFactor,
      ...stamps(row),
    }
  }
}
