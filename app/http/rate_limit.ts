import env from '#start/env'
import queueConfig from '#config/queue'
import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { RateLimitedException } from '#exceptions/errors'
import type { HttpResponse } from '@adonisjs/core/http'

/** Requests a minute of one key, and of one key's tracking calls; 0 is no limit. */
export const limits = {
  api: env.get('RATE_LIMIT', 600),
  track: env.get('RATE_LIMIT_TRACK', 6_000),
  /** Of what browsers tell, of one IP. */
  browser: env.get('RATE_LIMIT_BROWSER', 60),
  /** Attempts a minute to sign in, per IP and per e-mail. */
  signIn: 10,
  /** Codes an hour that one person may try. */
  secondFactor: 20,
  /** Mails a minute to one address. */
  mails: 3,
}

/** Seconds. */
const MINUTE = 60

const limiters = new Map<string, RateLimiterRedis | RateLimiterMemory>()
let redis: Redis | undefined

export interface Spent {
  limit: number
  remaining: number
  /** Seconds until the window begins anew. */
  reset: number
}

/**
 * Spends one of the points that a name has in a window of so many seconds. Counted in Redis for all processes
 * together, in memory while Redis is away.
 *
 * @throws RateLimitedException with the seconds to wait in its details
 */
export async function spend(name: string, limit: number, window = MINUTE): Promise<Spent> {
  try {
    return spentOf(limit, await limiterOf(limit, window).consume(name))
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const { reset } = spentOf(limit, error)
    throw new RateLimitedException(
      window === MINUTE
        ? `Too many requests: ${limit} a minute are allowed. Wait ${reset} s.`
        : `Too many attempts. Wait ${Math.ceil(reset / MINUTE)} minutes.`,
      {
        limit,
        retry_after: reset,
      }
    )
  }
}

/** Says in headers what is left. */
export function tell(response: HttpResponse, { limit, remaining, reset }: Spent) {
  response.header('X-RateLimit-Limit', limit)
  response.header('X-RateLimit-Remaining', remaining)
  response.header('X-RateLimit-Reset', reset)
}

export async function closeLimiters() {
  limiters.clear()
  redis?.disconnect()
  redis = undefined
}

function spentOf(limit: number, result: RateLimiterRes): Spent {
  return {
    limit,
    remaining: Math.max(0, result.remainingPoints),
    reset: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  }
}

function limiterOf(points: number, duration: number) {
  const name = `${points}:${duration}`
  const known = limiters.get(name)
  if (known) return known

  const inMemory = new RateLimiterMemory({ points, duration })
  const limiter = queueConfig.redis
    ? new RateLimiterRedis({
        storeClient: connection(),
        keyPrefix: `${queueConfig.prefix}:limit:${name}`,
        points,
        duration,
        insuranceLimiter: inMemory,
      })
    : inMemory
  limiters.set(name, limiter)
  return limiter
}

/** Fails at once while Redis is away, so that no request waits for it. */
function connection() {
  if (redis) return redis
  redis = new Redis({
    ...queueConfig.redis!,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 250,
    connectTimeout: 1_000,
    retryStrategy: (times) => Math.min(times * 200, 2_000),
  })
  redis.on('error', () => {
    // The queue's connections tell of a Redis that is away; here memory takes over.
  })
  return redis
}
