import encryption from '@adonisjs/core/services/encryption'
import type { Destination } from '#payouts/methods/method'

const PURPOSE = 'payout_method'

/** A destination as it is stored: encrypted, or null where nothing is needed. */
export function sealDestination(destination: Destination): string | null {
  const isEmpty = Object.keys(destination).length === 0
  return isEmpty ? null : encryption.encrypt(destination, undefined, PURPOSE)
}

/** What was given; null where nothing is needed, or where APP_KEY was changed since. */
export function openDestination(sealed: string | null): Destination | null {
  return sealed ? encryption.decrypt<Destination>(sealed, PURPOSE) : null
}
