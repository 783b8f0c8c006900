import { atomically } from '#core/atomically'
import { record, type Told } from '#core/events'
import Membership from '#models/membership'
import type User from '#models/user'

/** Tells of something that a person did with their account, in every workspace that they belong to. */
export async function tellWorkspaces(user: User, told: Omit<Told, 'actor'> & Partial<Told>) {
  await atomically(async () => {
    const memberships = await Membership.query().where('user_id', user.id).orderBy('id')
    for (const membership of memberships) await record(membership, { actor: user.actor, ...told })
  })
}
