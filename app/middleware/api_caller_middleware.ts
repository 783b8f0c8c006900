import '#http/context'
import { timingSafeEqual } from 'node:crypto'
import InitializeAuthMiddleware from '@adonisjs/auth/initialize_auth_middleware'
import SessionMiddleware from '@adonisjs/session/session_middleware'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import ipaddr from 'ipaddr.js'
import {
  BadRequestException,
  InvalidApiKeyException,
  UnauthorizedException,
} from '#exceptions/errors'
import { callerOfKey, callerOfUser, type Caller } from '#http/caller'
import { clock } from '#core/clock'
import { hashOf, isWellFormed } from '#http/key_secret'
import ApiKey from '#models/api_key'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** A use within this time of the last noted one is not written again. */
const NOTE_USE_EVERY = { minutes: 1 }

/** Finds out who calls the API: a key in one of three formats, else the console's session with its CSRF token. */
export default class ApiCallerMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const secret = keyOf(ctx)
    if (secret !== undefined) {
      this.#take(ctx, callerOfKey(await findKey(secret, ctx.request.ip())))
      return next()
    }
    if (!ctx.request.header('cookie')) throw new UnauthorizedException()
    return this.#bySession(ctx, next)
  }

  async #bySession(ctx: HttpContext, next: NextFn) {
    const { containerResolver } = ctx
    const session = await containerResolver.make(SessionMiddleware)
    const shield = await containerResolver.make(ShieldMiddleware)
    const auth = await containerResolver.make(InitializeAuthMiddleware)

    return session.handle(ctx, () =>
      shield.handle(ctx, () =>
        auth.handle(ctx, async () => {
          if (!(await ctx.auth.use('web').check())) throw new UnauthorizedException()
          this.#take(ctx, callerOfUser(ctx.auth.use('web').user!))
          return next()
        })
      )
    )
  }

  #take(ctx: HttpContext, caller: Caller) {
    ctx.caller = caller
    ctx.actor = caller.actor
  }
}

/** Bearer, Basic with the key as user name, or X-Api-Key. */
function keyOf({ request }: HttpContext): string | undefined {
  const authorization = request.header('authorization')
  const bare = request.header('x-api-key')
  const given = [authorization && fromAuthorization(authorization), bare?.trim()].filter(
    (key): key is string => key !== undefined
  )
  if (new Set(given).size > 1)
    throw new BadRequestException('Send one credential, not two different ones.')
  return given[0]
}

function fromAuthorization(header: string): string {
  const [scheme, value = ''] = header.trim().split(/\s+/, 2)
  if (/^bearer$/i.test(scheme)) return value
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':')[0]
  throw new InvalidApiKeyException(
    'Send the key as a Bearer token, as the user name of Basic, or in X-Api-Key.'
  )
}

async function findKey(secret: string, ip: string): Promise<ApiKey> {
  if (!isWellFormed(secret)) throw new InvalidApiKeyException()
  const hash = hashOf(secret)
  const key = await ApiKey.query().where('hash', hash).first()
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
  if (key.lastUsedAt && key.lastUsedAt > now.minus(NOTE_USE_EVERY)) return
  await ApiKey.query().where('id', key.id).update({ last_used_at: now.toJSDate() })
}
