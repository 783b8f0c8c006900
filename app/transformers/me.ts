import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import type Membership from '#models/membership'
import type User from '#models/user'

export const meShape = shapes.object({
  user: shapes.row('usr', { name: shapes.nullable(shapes.text()), email: shapes.text() }),
  memberships: shapes.list(
    shapes.object({
      workspace: shapes.object({ id: shapes.idOf('ws'), name: shapes.text() }),
      role: shapes.oneOf(['owner', 'admin', 'member']),
    })
  ),
})

export function meOf(user: User, memberships: Membership[]) {
  return {
    user: { id: user.id, name: user.name, email: user.email, ...stamps(user) },
    memberships: memberships.map(({ workspace, role }) => ({
      workspace: { id: workspace.id, name: workspace.name },
      role,
    })),
  }
}
