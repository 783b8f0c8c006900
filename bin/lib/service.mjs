import { stop } from './children.mjs'

const firstPause = 500
const longestPause = 30_000
const minute = 60_000
const settledAfter = 10_000

/**
 * A process that is kept running. One that ends is started again after 0.5 s, doubling to 30 s while it goes on
 * ending within a minute. One that cannot even get going (five ends in a minute, never up for 10 s), or ends
 * though everything hangs on it, is given up: `onGivenUp(reason)`.
 */
export class Service {
  #launch
  #journal
  #onGivenUp
  #pause = firstPause
  #ends = []
  #settled = false
  #stopped = false
  #timers = []
  #lastLines = []

  constructor({ name, essential = false, launch, journal, onGivenUp }) {
    Object.assign(this, { name, essential })
    this.#launch = launch
    this.#journal = journal
    this.#onGivenUp = onGivenUp
  }

  start() {
    const startedAt = Date.now()
    this.process = this.#launch()
    this.process.stdout?.on('data', (chunk) => this.#remember(chunk))
    this.process.stderr?.on('data', (chunk) => this.#remember(chunk))
    this.process.once('error', (error) => this.process.pid || this.#ended(startedAt, error.message))
    this.process.once('exit', (code, signal) =>
      this.#ended(startedAt, signal ? `killed by ${signal}` : `exit code ${code}`)
    )
    this.#timers = [setTimeout(() => (this.#settled = true), settledAfter)]
    return this
  }

  async stop(patience) {
    this.#stopped = true
    this.#timers.forEach(clearTimeout)
    await stop(this.process, patience)
  }

  #ended(startedAt, how) {
    this.#timers.forEach(clearTimeout)
    if (this.#stopped) return
    if (this.essential) return this.#giveUp(`ended (${how})`)

    const now = Date.now()
    if (now - startedAt > minute) this.#pause = firstPause
    this.#ends = [...this.#ends.filter((at) => now - at < minute), now]
    if (!this.#settled && this.#ends.length >= 5)
      return this.#giveUp(`ended five times within a minute (${how})`)

    const pause = this.#pause
    this.#pause = Math.min(pause * 2, longestPause)
    this.#tell('ended', `${this.name} ended (${how}); starting it again in ${pause / 1000} s.`, {
      how,
      pause,
    })
    this.#timers = [setTimeout(() => this.#restart(), pause)]
  }

  #restart() {
    this.start()
    this.#tell('started', `${this.name} is started again (process ${this.process.pid}).`, {
      pid: this.process.pid,
    })
  }

  #giveUp(what) {
    const reason = [`${this.name} ${what}.`, ...this.#lastLines].join('\n  ')
    this.#tell('given_up', reason, {})
    this.#onGivenUp(reason)
  }

  #tell(event, message, facts) {
    this.#journal(message, { process: this.name, event, ...facts })
  }

  #remember(chunk) {
    this.#lastLines = [...this.#lastLines, ...String(chunk).trim().split('\n')].slice(-5)
  }
}
