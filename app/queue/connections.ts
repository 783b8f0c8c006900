import logger from '@adonisjs/core/services/logger'
import { Redis, type RedisOptions } from 'ioredis'
import { setTimeout as sleep } from 'node:timers/promises'

export type Kind = 'client' | 'subscriber' | 'bclient' | 'listener'

/** Bull reconnects its blocking connection while it pauses, and does not catch a refusal; ioredis tries again by itself. */
class Connection extends Redis {
  connect(...args: Parameters<Redis['connect']>) {
    return super.connect(...args).catch(() => {})
  }
}

/** Every connection to Redis of one process. Bull closes none that it was given, so they are kept here. */
export class Connections {
  #made: Redis[] = []
  #shared = new Map<Kind, Redis>()
  #lost = false
  #ending = false

  constructor(private options: RedisOptions | undefined) {}

  /**
   * What Bull asks for: client and subscriber are shared by all queues, each bclient blocks and is one queue's own.
   * The listener hears what other processes broadcast.
   */
  get(kind: Kind): Redis {
    const shared = this.#shared.get(kind)
    if (shared) return shared
    const made = this.#connect(kind)
    if (kind !== 'bclient') this.#shared.set(kind, made)
    return made
  }

  /** Whether Redis was asked for and is not there. */
  get away() {
    const client = this.#shared.get('client')
    return client !== undefined && client.status !== 'ready'
  }

  /**
   * Closes all of them, politely for 300 ms. One that waits to reconnect ends with its next attempt: ioredis
   * would otherwise leave what waits on it unanswered for ever.
   */
  async quit() {
    this.#ending = true
    const quitting = Promise.allSettled(this.#made.map((connection) => connection.quit()))
    await Promise.race([quitting, sleep(300, undefined, { ref: false })])
    for (const connection of this.#made) {
      if (connection.status !== 'reconnecting') connection.disconnect()
    }
  }

  #connect(kind: Kind) {
    if (this.#ending) throw new Error('The queue is closed')
    if (!this.options) throw new Error('REDIS_URL is not set')
    const connection = new Connection({
      ...this.options,
      ...(kind === 'client'
        ? { maxRetriesPerRequest: 10 }
        : { maxRetriesPerRequest: null, enableReadyCheck: false }),
      connectTimeout: 5_000,
      keepAlive: 30_000,
      retryStrategy: (times) => (this.#ending ? null : Math.min(times * 100, 500)),
    })
    connection.on('error', (error) => kind === 'client' && this.#tellLost(error))
    connection.on('ready', () => kind === 'client' && this.#tellFound())
    this.#made.push(connection)
    return connection
  }

  #tellLost(error: Error) {
    if (!this.#lost)
      logger.warn({ reason: error.message }, 'Redis is away; jobs wait until it is back')
    this.#lost = true
  }

  #tellFound() {
    if (this.#lost) logger.info('Redis is back')
    this.#lost = false
  }
}
