/** How long a process keeps the lock before it rests, in milliseconds, taken together. */
const KEPT = 250

/**
 * When a process leaves a lock free that knows no queue: one piece of work after the other would take it again before
 * anyone who waits has asked. What it kept counts as long as it was never free for the time in which all ask.
 */
export class Rest {
  /** In milliseconds of the same clock as what is told. */
  until = 0
  #kept = 0
  #ended = 0

  /** @param askedWithin milliseconds in which whoever waits asks again */
  constructor(private askedWithin: number) {}

  /** Tells that it was kept for so many milliseconds, until now. */
  after(kept: number, now: number) {
    if (now - kept - this.#ended >= this.askedWithin) this.#kept = 0
    this.#kept += kept
    this.#ended = now
    if (this.#kept > KEPT) this.until = now + this.askedWithin
  }
}
