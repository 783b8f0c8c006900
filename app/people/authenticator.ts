import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'
import { clock } from '#core/clock'

/** Seconds that a code is shown for (RFC 6238). */
const PERIOD = 30

/** 160 bits in base32, as authenticator apps take them. */
export function newAuthenticatorSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR code says: whose secret it is, and of what. */
export function authenticatorUri(secret: string, email: string): string {
  return totpOf(secret, email).toString()
}

/** The QR code, as an SVG element that follows the colours of its page. */
export function qrCode(text: string): string {
  return renderSVG(text, { border: 1, blackColor: '#000', whiteColor: '#fff' })
}

/** The step whose code this is, one before and after now included; null for a wrong one. */
export function stepOf(secret: string, code: string): number | null {
  const now = clock.now().toMillis()
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta
}

function totpOf(secret: string, label = '') {
  return new TOTP({ issuer: 'Tributary', label, secret: Secret.fromBase32(secret), period: PERIOD })
}
