import { createHmac, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'
import env from '#start/env'
import type { ApiKeyKind } from '#models/types'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const RANDOM = 32
const CHECKSUM = 6

const prefixes: Record<ApiKeyKind, string> = {
  secret: 'trb_live_',
  affiliate: 'trb_aff_',
  publishable: 'trb_pub_',
}

/** A key: its prefix, 32 random characters, and 6 of CRC32 that let a typo be refused before any query. */
export function newSecret(kind: ApiKeyKind) {
  const prefix = prefixes[kind]
  const random = Array.from({ length: RANDOM }, () => BASE62[randomInt(BASE62.length)]).join('')
  return { prefix, secret: prefix + random + checksum(prefix + random) }
}

/** Whether a text could be a key at all. */
export function isWellFormed(secret: string) {
  const prefix = Object.values(prefixes).find((each) => secret.startsWith(each))
  if (!prefix || secret.length !== prefix.length + RANDOM + CHECKSUM) return false
  return checksum(secret.slice(0, -CHECKSUM)) === secret.slice(-CHECKSUM)
}

/** HMAC-SHA256 under the instance's key, in hex: what is stored and looked up. */
export function hashOf(secret: string) {
  return createHmac('sha256', env.get('APP_KEY').release()).update(secret).digest('hex')
}

function checksum(text: string) {
  let number = crc32(text)
  let digits = ''
  while (digits.length < CHECKSUM) {
    digits = BASE62[number % 62] + digits
    number = Math.floor(number / 62)
  }
  return digits
}
