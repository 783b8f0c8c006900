import { randomBytes } from 'node:crypto'

/** 256 random bits for a link in a mail, in characters that every mail program leaves whole. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
