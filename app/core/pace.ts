import { atomically } from '#core/atomically'

/** What a transaction should take at most, in milliseconds: others wait for what it has locked. */
const SHOULD_TAKE = 150

const FEWEST = 100

/**
 * How many rows one transaction of a long job holds: fewer after one that took long, more again after quick ones. What
 * a quiet machine does in a moment keeps others waiting on a small or a busy one.
 */
export class Pace {
  constructor(
    private readonly most: number,
    public rows = most
  ) {}

  async atomically<T>(work: () => Promise<T>): Promise<T> {
    let begun = performance.now()
    const done = await atomically(() => {
      begun = performance.now()
      return work()
    })
    this.learn(performance.now() - begun)
    return done
  }

  /** From what the last one took, in milliseconds. */
  learn(took: number) {
    const rows = Math.round(this.rows * Math.min(SHOULD_TAKE / took, 1.25))
    this.rows = Math.min(Math.max(rows, FEWEST), this.most)
  }
}
