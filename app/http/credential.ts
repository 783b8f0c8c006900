import { BadRequestException, InvalidApiKeyException } from '#exceptions/errors'
import { isToken } from '#http/jwt'
import type { HttpContext } from '@adonisjs/core/http'

/** What a request says its caller is by: an API key, or a user token. */
export interface Credential {
  kind: 'key' | 'token'
  secret: string
}

/**
 * The key of a Bearer, Basic (as the user name) or X-Api-Key header, or the user token of a Bearer.
 *
 * @throws BadRequestException for two that differ
 * @throws InvalidApiKeyException for a scheme that nobody knows
 */
export function credentialOf({
  request,
  keyHeader = 'x-api-key',
}: HttpContext): Credential | undefined {
  const authorization = request.header('authorization')
  const bare = request.header(keyHeader)
  const given = [
    ...(authorization === undefined ? [] : [fromAuthorization(authorization)]),
    ...(bare === undefined ? [] : [key(bare.trim())]),
  ]
  if (new Set(given.map(({ secret }) => secret)).size > 1)
    throw new BadRequestException('Send one credential, not two different ones.')
  return given[0]
}

function fromAuthorization(header: string): Credential {
  const [scheme, value = ''] = header.trim().split(/\s+/, 2)
  if (/^bearer$/i.test(scheme))
    return isToken(value) ? { kind: 'token', secret: value } : key(value)
  if (/^basic$/i.test(scheme))
    return key(Buffer.from(value, 'base64').toString('utf8').split(':')[0])
  throw new InvalidApiKeyException(
    'Send the key as a Bearer token, as the user name of Basic, or in X-Api-Key.'
  )
}

function key(secret: string): Credential {
  return { kind: 'key', secret }
}
