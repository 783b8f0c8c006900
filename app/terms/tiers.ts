import type { Currency } from '#money/currencies'
import type { Reward, Tier } from '#terms/types'

type Percent = Extract<Reward, { type: 'percent' }>

/** The rate of a conversion, and the tier that it is of: null for the rate before the first one. */
export interface Rate {
  rateBps: number
  tier: Tier | null
}

/**
 * The rate that is reached with so many minor units sold in the month before this conversion: that of the
 * highest tier they come to, in their currency. A conversion that crosses a tier still has the rate before it.
 */
export function rateReached({ rate_bps, tiers = [] }: Percent, sold: number, currency: Currency) {
  const reached = tiers
    .filter(({ from }) => from[currency] !== undefined && from[currency] <= sold)
    .toSorted((one, other) => other.from[currency] - one.from[currency])
  const tier = reached.at(0) ?? null
  return { rateBps: tier?.rate_bps ?? rate_bps, tier } satisfies Rate
}

/** Whether a tier's amounts rise from each to the next, in every currency: what validators ask. */
export function tiersRise(tiers: Tier[]): boolean {
  const last = new Map<Currency, number>()
  return tiers.every(({ from }) =>
    Object.entries(from).every(([currency, amount]) => {
      const rises = amount > (last.get(currency) ?? 0)
      last.set(currency, amount)
      return rises
    })
  )
}
