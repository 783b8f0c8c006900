import { queue, type Queue } from '#queue/queue'

/**
 * Tells every process that listens on the channel, this one too, without waiting for Redis. It may get lost:
 * what is told must come out without it too, later.
 */
export function broadcast(channel: string, words: string[], on: Queue = queue) {
  if (!on.config.redis) return
  void on.reach(() => on.connections.get('client').publish(nameOf(channel, on), words.join(' ')))
}

/** Hears what is broadcast on the channel until the queue is closed. */
export function listen(channel: string, heard: (words: string[]) => void, on: Queue = queue) {
  if (!on.config.redis) return
  const name = nameOf(channel, on)
  const connection = on.connections.get('listener')
  connection.on('message', (from, words) => from === name && heard(words.split(' ')))
  connection.subscribe(name).catch(() => {
    // The connection was closed before Redis came.
  })
}

function nameOf(channel: string, { config }: Queue) {
  return `${config.prefix}:${channel}`
}
