import { InvalidFieldsException } from '#exceptions/errors'
import { formatMoney } from '#money/format'
import type { Currency } from '#money/currencies'
import type { Amounts, Caps, Reward, Standing } from '#terms/types'

/** No cap at all. */
export const uncapped: Caps = { perCommission: null, perCustomer: null, perMonth: null }

/** The caps of a row that has their columns. */
export function capsOf(row: Required<CapColumns>): Caps {
  return {
    perCommission: row.capPerCommission,
    perCustomer: row.capPerCustomer,
    perMonth: row.capPerMonth,
  }
}

interface CapColumns {
  capPerCommission?: Amounts | null
  capPerCustomer?: Amounts | null
  capPerMonth?: Amounts | null
}

const columns = ['capPerCommission', 'capPerCustomer', 'capPerMonth'] as const

/**
 * What a link or enrollment is about to have as terms of its own. Caps go with a reward of its own: they leave with
 * it, and none can come without.
 *
 * @throws InvalidFieldsException naming a cap that has no reward
 */
export function withCapsOf<T extends CapColumns & { reward?: Reward | null }>(
  input: T,
  { reward }: { reward: Reward | null }
): T {
  if (input.reward ?? (input.reward === undefined && reward)) return input
  const alone = columns.find((name) => Object.keys(input[name] ?? {}).length > 0)
  if (alone) {
    const field = alone.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    throw InvalidFieldsException.on(field, 'reward', 'A cap goes with a reward of its own.')
  }
  return { ...input, ...Object.fromEntries(columns.map((name) => [name, null])) }
}

interface Cut {
  /** What is left to pay, from 0; minor units. */
  amount: number
  /** The half-sentence of the cap that decided. */
  because: string
}

/**
 * What the caps leave of an amount, or null when they leave it whole. The one with the least room decides; room
 * used is the sum of families, so a refund gives room back. `month` is the name of the conversion's.
 */
export function cutBy(
  caps: Caps,
  amount: number,
  { earnedOfCustomer, earnedInMonth }: Standing,
  { currency, month }: { currency: Currency; month: string }
): Cut | null {
  const [least] = [
    { cap: caps.perCommission?.[currency], used: 0, of: 'per commission' },
    { cap: caps.perCustomer?.[currency], used: earnedOfCustomer, of: 'per customer' },
    { cap: caps.perMonth?.[currency], used: earnedInMonth, of: `for ${month}` },
  ]
    .flatMap(({ cap, ...rest }) => (cap === undefined ? [] : { ...rest, cap }))
    .map((each) => ({ ...each, room: Math.max(0, each.cap - each.used) }))
    .toSorted((one, other) => one.room - other.room)
  if (!least || least.room >= amount) return null

  const { cap, room, of } = least
  const whole = `the cap of ${formatMoney(cap, currency)} ${of}`
  if (room === 0) return { amount: 0, because: `${whole} is used up` }
  if (room === cap) return { amount: room, because: `cut to ${whole}` }
  const left = formatMoney(room, currency)
  return { amount: room, because: `cut to ${left}, what is left of ${whole}` }
}
