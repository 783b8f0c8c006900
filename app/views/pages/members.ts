import mailConfig from '#config/mail'
import { clock } from '#core/clock'
import { roles } from '#http/permissions'
import { roleGrid } from '#views/pages/permissions'
import { timelineOf } from '#views/pages/timeline'
import type Mail from '#models/mail'
import type Membership from '#models/membership'
import type Workspace from '#models/workspace'

export const roleChoices = [
  {
    value: 'member',
    label: 'Member',
    hint: 'Sees everything but jobs; works on campaigns, affiliates, links and coupons.',
  },
  {
    value: 'admin',
    label: 'Admin',
    hint: 'May do everything, approving payouts too, but for handing the workspace over.',
  },
]

/** Beside the members: who is invited. */
export async function membersPage(workspace: Workspace) {
  const invitations = await openOffers(workspace)
    .preload('invitedBy')
    .orderBy('id', 'desc')
    .limit(100)
  return { invitations, mailsAreOn: mailConfig.isOn }
}

/**
 * Beside the mails: what can honestly be sent again. No mail keeps the link it had, so it is the invitation that
 * goes out once more, with a new one.
 */
export async function mailsPage(workspace: Workspace, mails: Mail[]) {
  const offers = await openOffers(workspace).whereIn(
    'email',
    mails.map(({ to }) => to)
  )
  return {
    isOn: mailConfig.isOn,
    from: mailConfig.from,
    invitationTo: Object.fromEntries(offers.map((offer) => [offer.email, offer])),
  }
}

function openOffers(workspace: Workspace) {
  return workspace
    .related('invitations')
    .query()
    .where('state', 'pending')
    .where('expires_at', '>', clock.now().toJSDate())
}

export async function memberPage(member: Membership) {
  return {
    roleChoices,
    grid: roleGrid(member.permissions),
    timeline: await timelineOf(member.id),
  }
}

export function invitationForm() {
  return {
    roleChoices,
    mailsAreOn: mailConfig.isOn,
    grids: { member: roleGrid(roles.member), admin: roleGrid(roles.admin) },
  }
}

/** Who else could own it. */
export async function othersOf(workspace: Workspace, own: Membership) {
  const members = await workspace
    .related('memberships')
    .query()
    .whereNot('id', own.id)
    .preload('user')
    .orderBy('id')
  return members.map(({ id, user }) => ({ value: id, label: user.displayName }))
}
