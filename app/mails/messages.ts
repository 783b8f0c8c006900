import type { Message } from '#models/mail'

/** The mails that there are, in words. */

export function invitationMail(about: {
  inviter: string
  workspace: string
  role: string
  token: string
}): Message {
  const { inviter, workspace, role, token } = about
  return {
    subject: `Join ${workspace} on Tributary`,
    paragraphs: [
      `${inviter} invites you to ${workspace}, as ${role === 'admin' ? 'an admin' : 'a member'}.`,
      'Tributary is where its affiliate program is run.',
    ],
    action: { label: 'Accept the invitation', path: '/join', token },
    note: 'The link works once, for 7 days. Who does not expect it can leave it be.',
  }
}

export function passwordResetMail({ token }: { token: string }): Message {
  return {
    subject: 'A new password for Tributary',
    paragraphs: ['Somebody, most likely you, asked for a new password for this address.'],
    action: { label: 'Choose a new password', path: '/password_reset', token },
    note: 'The link works once, for an hour. If it was not you, leave it be: your password stays as it is.',
  }
}
