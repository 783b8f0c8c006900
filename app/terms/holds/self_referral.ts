import type { Hold } from '#terms/holds/hold'

/** The customer has the affiliate's own e-mail address, however it is spelled. */
export const selfReferral: Hold = {
  sentence: 'The customer has the e-mail address of the affiliate.',
  settledBy: 'Release it if affiliates may buy through their own links; void it if they may not.',
  holds: ({ customerEmail, affiliateEmail }) =>
    customerEmail !== null && mailboxOf(customerEmail) === mailboxOf(affiliateEmail),
}

const GMAIL = ['gmail.com', 'googlemail.com']

/**
 * One spelling for all addresses of one mailbox: lower case, no +tag; for Gmail no dots and one
 * domain (https://support.google.com/mail/answer/7436150). For comparing, never for sending to.
 */
export function mailboxOf(email: string): string {
  const address = email.trim().toLowerCase()
  const at = address.lastIndexOf('@')
  if (at < 1) return address

  const domain = address.slice(at + 1)
  const [name] = address.slice(0, at).split('+')
  return GMAIL.includes(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`
}
