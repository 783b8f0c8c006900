import { createHmac, timingSafeEqual } from 'node:crypto'

const MARK = '&signature='

/** Hexadecimal HMAC-SHA256 of a query, as it stands in the address. */
export function sign(query: string, secret: string): string {
  return createHmac('sha256', secret).update(query).digest('hex')
}

/** A query and its signature, which is the last of its parameters. Null where it has none. */
export function splitSignature(query: string): { signed: string; signature: string } | null {
  const at = query.lastIndexOf(MARK)
  return at < 0 ? null : { signed: query.slice(0, at), signature: query.slice(at + MARK.length) }
}

export function isSignedBy(secret: string, signed: string, signature: string): boolean {
  const [right, given] = [Buffer.from(sign(signed, secret)), Buffer.from(signature.toLowerCase())]
  return right.length === given.length && timingSafeEqual(right, given)
}
