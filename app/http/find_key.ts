import { timingSafeEqual } from 'node:crypto'
import logger from '@adonisjs/core/services/logger'
import ipaddr from 'ipaddr.js'
import { clock } from '#core/clock'
import { InvalidApiKeyException } from '#exceptions/errors'
import { hashOf, isWellFormed } from '#http/key_secret'
import { forgetRemembered, remembered } from '#http/remembered'
import ApiKey from '#models/api_key'

/** A use within this time of the last noted one is not written again, in milliseconds. */
const NOTE_USE_EVERY = 60_000

/**
 * The key of this secret, if it may be used now and from here; notes the use. Tracking remembers it for a moment.
 *
 * @throws InvalidApiKeyException
 */
export async function findKey(secret: string, ip: string, tracks = false): Promise<ApiKey> {
  if (!isWellFormed(secret)) throw new InvalidApiKeyException()
  const hash = hashOf(secret)
  const key = tracks ? await remembered(ApiKey, { hash }) : await ApiKey.findBy({ hash })
  if (!key || !timingSafeEqual(Buffer.from(key.hash), Buffer.from(hash)) || !key.usable) {
    throw new InvalidApiKeyException()
  }
  if (!isAllowed(ip, key.allowedIps)) {
    throw new InvalidApiKeyException('This API key may not be used from this address.')
  }
  await noteUse(key)
  return key
}

function isAllowed(address: string, ranges: string[]) {
  if (ranges.length === 0) return true
  if (!ipaddr.isValid(address)) return false
  const ip = ipaddr.process(address)
  return ranges.some((range) => {
    const [network, bits] = range.includes('/')
      ? ipaddr.parseCIDR(range)
      : [ipaddr.process(range), undefined]
    if (network.kind() !== ip.kind()) return false
    return bits === undefined ? network.toString() === ip.toString() : ip.match(network, bits)
  })
}

async function noteUse(key: ApiKey) {
  const now = clock.now()
  if (key.lastUsedAt && now.toMillis() - key.lastUsedAt.toMillis() < NOTE_USE_EVERY) return
  try {
    await ApiKey.query().where('id', key.id).update({ last_used_at: now.toJSDate() })
    forgetRemembered()
  } catch (error) {
    // The caller's work is worth more than this note, which the next call writes.
    logger.warn({ err: error, id: key.id }, 'The use of a key could not be noted')
  }
}
