const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER)
const BASIS_POINTS = 10_000

/**
 * `amount * numerator / denominator` in whole minor units, rounded half away from zero: the one
 * place where money is rounded. All three are integers. Throws RangeError for a denominator that
 * is not above zero, for a fraction among the arguments and for a result too large to be exact.
 */
export function scaled(amount: number, numerator: number, denominator: number): number {
  if (!(denominator > 0)) throw new RangeError(`A denominator of ${denominator} is not above zero`)

  const product = BigInt(amount) * BigInt(numerator)
  const divisor = BigInt(denominator)
  const magnitude = product < 0n ? -product : product
  const rounded = (2n * magnitude + divisor) / (2n * divisor)

  return exactNumber(product < 0n ? -rounded : rounded)
}

/**
 * The share of an amount that a rate of basis points (0 to 10,000) is, in minor units.
 * Throws RangeError for a rate outside of that.
 */
export function percentOf(amount: number, rateBps: number): number {
  if (!(rateBps >= 0 && rateBps <= BASIS_POINTS)) {
    throw new RangeError(`A rate of ${rateBps} basis points is not between 0 and ${BASIS_POINTS}`)
  }
  return scaled(amount, rateBps, BASIS_POINTS)
}

/** The sum of amounts of one currency, in minor units. Throws RangeError when it is not exact. */
export function sum(amounts: Iterable<number>): number {
  let total = 0n
  for (const amount of amounts) total += BigInt(amount)
  return exactNumber(total)
}

/**
 * An amount as a database or driver answers it, in minor units; none (the sum of no rows) is 0. Throws RangeError for
 * what is no whole number that is exact, and SyntaxError for what is no number.
 */
export function minorUnits(stored: number | string | bigint | null | undefined): number {
  return exactNumber(BigInt(stored ?? 0))
}

/** Whether an amount is so many times another, or more; all are integers. */
export function isTimes(amount: number, times: number, other: number): boolean {
  return BigInt(amount) >= BigInt(times) * BigInt(other)
}

/** How much more or less one amount is than the one before it, in whole percent; none where that was not above zero. */
export function changeInPercent(before: number, now: number): number | undefined {
  return before > 0 ? scaled(now - before, 100, before) : undefined
}

function exactNumber(value: bigint): number {
  if (value > MAX_SAFE || value < -MAX_SAFE) throw new RangeError(`${value} is too large an amount`)
  return Number(value)
}
