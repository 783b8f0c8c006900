import type { RedisOptions } from 'ioredis'

/**
 * Reads `redis://[user][:password@]host[:port][/db]`, `rediss://...` (TLS), or
 * `unix:///path/redis.sock[?password=...][&db=...]`.
 *
 * @throws Error with a sentence that never repeats the address, which may hold a password
 */
export function redisOptions(address: string): RedisOptions {
  const url = URL.parse(address)
  switch (url?.protocol) {
    case 'redis:':
      return overNetwork(url)
    case 'rediss:':
      return { ...overNetwork(url), tls: {} }
    case 'unix:':
      return overSocket(url)
    default:
      throw new Error(
        'REDIS_URL must be redis://host:port, rediss://host:port or unix:///path/redis.sock.'
      )
  }
}

function overNetwork(url: URL): RedisOptions {
  return {
    host: url.hostname.replace(/^\[|\]$/g, '') || '127.0.0.1',
    port: Number(url.port || 6379),
    family: 0,
    username: decodeURIComponent(url.username) || undefined,
    password: decodeURIComponent(url.password) || undefined,
    db: database(url.pathname.slice(1)),
  }
}

function overSocket(url: URL): RedisOptions {
  return {
    path: decodeURIComponent(url.pathname),
    username: url.searchParams.get('username') ?? undefined,
    password: url.searchParams.get('password') ?? undefined,
    db: database(url.searchParams.get('db') ?? ''),
  }
}

function database(text: string) {
  if (!/^\d*$/.test(text))
    throw new Error('The database in REDIS_URL must be a number, as in redis://host:6379/0.')
  return Number(text)
}
