import { scaled, sum } from '#money/arithmetic'

export type CommissionState = 'held' | 'pending' | 'due' | 'processing' | 'paid' | 'voided'

export interface FamilyRow {
  id: string
  amount: number
  state: CommissionState
}

export interface FamilyFacts {
  /** The original commission's amount, in minor units. */
  original: number
  /** What its conversion was of, in minor units; null for a bonus or adjustment, which has none. */
  conversionAmount: number | null
  /** The sum of the conversion's applied refunds, from 0 to its amount. */
  refunded: number
  /** Whether a person voided the family. */
  voided: boolean
}

export type Settlement =
  { kind: 'nothing' } | { kind: 'void_all' } | { kind: 'add'; amount: number }

/**
 * What a commission and its reversals must sum to, in minor units: the original's share of what
 * was not refunded. It is reckoned from the total refunded and never from refund to refund, so
 * their order and partition cannot matter. Throws RangeError when
 * more was refunded than the conversion was of.
 */
export function familyTarget(family: FamilyFacts): number {
  const { original, conversionAmount, refunded, voided } = family
  if (voided) return 0
  if (!conversionAmount) return original
  if (!(refunded >= 0 && refunded <= conversionAmount)) {
    throw new RangeError(`${refunded} refunded is not between 0 and ${conversionAmount}`)
  }

  return scaled(original, conversionAmount - refunded, conversionAmount)
}

/**
 * What brings a family's rows (the original among them) to their target: voiding all that are not
 * voided, or one new row of the difference. Nothing is voided once a row is processing or paid.
 */
export function settlement(family: { target: number; rows: FamilyRow[] }): Settlement {
  const rows = family.rows.filter((row) => row.state !== 'voided')
  const locked = rows.some((row) => row.state === 'processing' || row.state === 'paid')

  if (family.target === 0 && !locked) return { kind: rows.length > 0 ? 'void_all' : 'nothing' }

  const amount = sum([family.target, ...rows.map((row) => -row.amount)])
  return amount === 0 ? { kind: 'nothing' } : { kind: 'add', amount }
}
