import { statesOf } from '#core/state_machine'
import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { deed, resource } from '#http/resource'
import Invitation from '#models/invitation'
import * as shapes from '#openapi/shape'
import InvitationTransformer from '#transformers/invitation_transformer'
import MailTransformer from '#transformers/mail_transformer'
import MemberTransformer from '#transformers/member_transformer'
import * as account from '#validators/account'
import * as affiliate from '#validators/affiliate'

/** An invitation with its link, which is null where a mail brings it, and when the answer is given again. */
const broughtInvitation = {
  allOf: [
    shapes.ref(InvitationTransformer),
    shapes.object({ secret: shapes.nullable(shapes.text()) }),
  ],
}

/** Who belongs to a workspace. No key manages people. */
export const peopleResources = [
  resource('members', controllers.Members, MemberTransformer, {
    index: {
      may: 'v1.members.read',
      says: 'List members',
      lists: listing({ filters: ['role', 'user_id'], sorts: ['role'] }),
    },
    show: { may: 'v1.members.read', says: 'One member' },
    update: { may: 'v1.members.write', says: 'Change a role', takes: account.changedMember },
    destroy: { may: 'v1.members.write', says: 'Take someone out of the workspace' },
  }),
  resource(
    'membership',
    controllers.OwnMemberships,
    MemberTransformer,
    { destroy: { may: 'v1.members.read', says: 'Leave the workspace' } },
    { singular: true }
  ),
  resource('invitations', controllers.Invitations, InvitationTransformer, {
    index: {
      may: 'v1.members.read',
      says: 'List invitations',
      lists: listing({
        states: statesOf(Invitation.machine),
        search: ['email'],
        sorts: ['email', 'expires_at'],
      }),
    },
    show: { may: 'v1.members.read', says: 'One invitation', only: 'api' },
    create: { may: 'v1.members.write', says: 'Invite someone' },
    store: {
      may: 'v1.members.write',
      says: 'Invite someone by e-mail',
      takes: account.newInvitation,
      gives: broughtInvitation,
    },
    destroy: { may: 'v1.members.write', says: 'Revoke an invitation' },
  }),
  deed('invitations/:invitation_id/resend', controllers.InvitationResends, InvitationTransformer, {
    store: {
      may: 'v1.members.write',
      says: 'Send an invitation again, with a new link',
      takes: affiliate.empty,
      gives: broughtInvitation,
    },
  }),
  deed('ownership', controllers.Ownerships, MemberTransformer, {
    create: { may: 'v1.members.write', says: 'Hand the workspace over?' },
    store: {
      may: 'v1.members.write',
      says: 'Hand the workspace over to another member',
      takes: account.newOwner,
    },
  }),
  resource('mails', controllers.Mails, MailTransformer, {
    index: {
      may: 'v1.members.read',
      says: 'List mails',
      lists: listing({ states: ['pending', 'sent', 'failed'], search: ['to', 'subject'] }),
    },
  }),
]
